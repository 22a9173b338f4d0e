import { type Static, Type } from 'typebox'
import { Can, Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'
import { allRoles, type Role } from '#kernel/contract/roles.ts'
import { approvalStates, stepStates } from './states.ts'
import {
  type Answer,
  answers,
  type Comparison,
  comparisons,
  type EscalationCause,
  escalationCauses,
  type Mode,
  modes,
} from './words.ts'

const oneOf = <T extends string>(words: object) => Type.Unsafe<T>(Type.String({ enum: Object.keys(words) }))

export const TextSentence = TextPair
export const ModeName = oneOf<Mode>(modes)
export const AnswerName = oneOf<Answer>(answers)
export const ApprovalState = oneOf<keyof typeof approvalStates.states>(approvalStates.states)
const StepState = oneOf<keyof typeof stepStates.states>(stepStates.states)
export const TypeName = Type.String({ pattern: '^[a-z][a-z-]{1,30}\\.[a-z][a-z_-]{1,40}$' })
export const Format = Type.Optional(Type.Unsafe<'xlsx' | 'csv'>(Type.String({ enum: ['xlsx', 'csv'] })))
/** A refusal and a return say why; the rule is the database's too. */
export const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' })

export const Condition = Type.Object({
  fact: Type.String({ minLength: 1, maxLength: 60 }),
  op: oneOf<Comparison>(comparisons),
  value: Type.Union([
    Type.Number(),
    Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 50 }),
  ]),
})

/** Whom a step asks: everybody of a role, the head of the requester's unit, a named person. */
export const Ask = Type.Union([
  Type.Object({
    kind: Type.Literal('ROLE'),
    role: Type.Unsafe<Role>(Type.String({ enum: allRoles.filter((role) => role !== 'auditor') })),
  }),
  Type.Object({ kind: Type.Literal('UNIT_HEAD') }),
  Type.Object({ kind: Type.Literal('PERSON'), personId: Id }),
])
export type Ask = Static<typeof Ask>
const Asks = Type.Array(Ask, { minItems: 1, maxItems: 20 })

export const RouteStep = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  mode: ModeName,
  asks: Asks,
  /** Working minutes to answer in. */
  answerMinutes: Type.Integer({ minimum: 1, maximum: 100_000 }),
  escalatesTo: Asks,
})
export type RouteStep = Static<typeof RouteStep>

export const RouteContent = {
  title: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  conditions: Type.Array(Condition, { maxItems: 20 }),
  steps: Type.Array(RouteStep, { minItems: 1, maxItems: 20 }),
}

export const Route = Type.Object({
  id: Id,
  type: Type.String(),
  position: Type.Integer(),
  number: Type.Integer(),
  ...RouteContent,
  /** The way in one sentence each, as people read it. */
  words: Type.Object({ conditions: TextPair, steps: Type.Array(TextPair) }),
  changedAt: Moment,
  changedBy: Type.String(),
  closed: Type.Boolean(),
  can: Can,
})
export type Route = Static<typeof Route>

export const SubjectType = Type.Object({
  type: Type.String(),
  title: TextPair,
  facts: Type.Array(
    Type.Object({
      name: Type.String(),
      title: TextPair,
      kind: Type.Unsafe<'unit' | 'number' | 'word'>(Type.String({ enum: ['unit', 'number', 'word'] })),
      unit: Nullable(TextPair),
      words: Type.Array(Type.Object({ value: Type.String(), title: TextPair })),
    }),
  ),
})

const Seat = Type.Object({
  id: Id,
  name: Type.String(),
  kind: Type.Unsafe<'ASKED' | 'ESCALATED'>(Type.String({ enum: ['ASKED', 'ESCALATED'] })),
  askedAt: Moment,
  /** Null while nothing is answered. */
  answer: Nullable(AnswerName),
  answeredAt: Nullable(Moment),
  /** Who really answered; `inPlace` when it was a substitute (代). */
  answeredBy: Nullable(Type.String()),
  inPlace: Type.Boolean(),
  reason: Nullable(Type.String()),
  /** Decided without this one; the queue was emptied. */
  emptied: Type.Boolean(),
  /** Who may answer for this person today. */
  substitute: Nullable(Type.String()),
})

export const ApprovalStep = Type.Object({
  id: Id,
  position: Type.Integer(),
  title: Type.String(),
  mode: ModeName,
  state: StepState,
  openedAt: Nullable(Moment),
  dueAt: Nullable(Moment),
  asked: Nullable(Type.Integer()),
  needed: Nullable(Type.Integer()),
  escalated: Nullable(oneOf<EscalationCause>(escalationCauses)),
  escalatedAt: Nullable(Moment),
  seats: Type.Array(Seat),
})

/** One approval with its way: what an object's page shows. */
export const ApprovalView = Type.Object({
  id: Id,
  type: Type.String(),
  subjectId: Id,
  label: Type.String(),
  href: Type.String(),
  state: ApprovalState,
  round: Type.Integer(),
  unit: Type.Object({ id: Id, name: Type.String() }),
  requester: Type.String(),
  startedAt: Moment,
  askedAt: Moment,
  /** Null: no route fitted, nobody had to be asked. */
  route: Nullable(Type.Object({ id: Id, title: Type.String(), number: Type.Integer() })),
  /** Who holds it now, since when, until when; null once it has ended. */
  holders: Type.Array(Type.String()),
  heldSince: Nullable(Moment),
  dueAt: Nullable(Moment),
  overdue: Type.Boolean(),
  endedAt: Nullable(Moment),
  endedBy: Nullable(Type.String()),
  endedReason: Nullable(Type.String()),
  /** Of this round; earlier rounds stand in `earlier`. */
  steps: Type.Array(ApprovalStep),
  earlier: Type.Array(Type.Object({ round: Type.Integer(), steps: Type.Array(ApprovalStep) })),
})
export type ApprovalView = Static<typeof ApprovalView>

export const ApprovalRow = Type.Object({
  id: Id,
  type: Type.String(),
  typeTitle: TextPair,
  label: Type.String(),
  href: Type.String(),
  /** What it is about, in one sentence. */
  sentence: TextPair,
  state: ApprovalState,
  unit: Type.Object({ id: Id, name: Type.String() }),
  requester: Type.String(),
  startedAt: Moment,
  step: Nullable(
    Type.Object({
      title: Type.String(),
      mode: ModeName,
      openedAt: Moment,
      dueAt: Moment,
      overdue: Type.Boolean(),
      escalated: Nullable(oneOf<EscalationCause>(escalationCauses)),
    }),
  ),
  holders: Type.Array(Type.String()),
  endedAt: Nullable(Moment),
  endedBy: Nullable(Type.String()),
  endedReason: Nullable(Type.String()),
  /** I may answer in the place of these (代), besides or instead of in my own name. */
  inPlaceOf: Type.Array(Type.String()),
  inOwnName: Type.Boolean(),
  can: Can,
})
export type ApprovalRow = Static<typeof ApprovalRow>

export const Substitute = Type.Object({
  id: Id,
  from: Type.Object({ personId: Id, name: Type.String() }),
  by: Type.Object({ personId: Id, name: Type.String() }),
  fromDay: Day,
  toDay: Day,
  types: Type.Array(Type.Object({ type: Type.String(), title: TextPair })),
  reason: Type.String(),
  createdBy: Type.String(),
  /** Today it holds. */
  current: Type.Boolean(),
  endedAt: Nullable(Moment),
  can: Can,
})
export type Substitute = Static<typeof Substitute>
