import { Type } from 'typebox'
import { Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'

export const RetentionActionName = Type.Union([
  Type.Literal('ERASE'),
  Type.Literal('ANONYMISE'),
  Type.Literal('KEEP'),
])

export const Retention = Type.Object({
  name: Type.String(),
  title: TextPair,
  what: TextPair,
  days: Type.Integer(),
  minimumDays: Type.Integer(),
  action: RetentionActionName,
  actions: Type.Array(RetentionActionName),
  basis: TextPair,
  mark: Type.String(),
  /** The bureau's own rule stands in place of the one that came with the class. */
  changed: Type.Boolean(),
  /** Rows that would go tonight. */
  due: Type.Integer(),
  /** Rows whose time is over, kept by a hold. */
  held: Type.Integer(),
  lastRun: Nullable(Type.Object({ at: Moment, rows: Type.Integer() })),
})

export const Hold = Type.Object({
  id: Id,
  class: Nullable(Type.String()),
  subjectId: Nullable(Id),
  reason: Type.String(),
  placedBy: Type.String(),
  placedAt: Moment,
  releasedBy: Nullable(Type.String()),
  releasedAt: Nullable(Moment),
})

export const ErasedPart = Type.Object({
  what: TextPair,
  done: Type.Union([Type.Literal('ERASED'), Type.Literal('ANONYMISED'), Type.Literal('KEPT')]),
  rows: Type.Integer(),
  because: TextPair,
})

export const RequestKind = Type.Union([Type.Literal('CORRECTION'), Type.Literal('DELETION')])

export const PersonalRequest = Type.Object({
  id: Id,
  kind: RequestKind,
  name: Type.String(),
  words: Type.String(),
  askedAt: Moment,
  dueOn: Day,
  overdue: Type.Boolean(),
  decision: Nullable(Type.Union([Type.Literal('GRANTED'), Type.Literal('REFUSED')])),
  reason: Nullable(Type.String()),
  decidedBy: Nullable(Type.String()),
  decidedAt: Nullable(Moment),
  outcome: Nullable(Type.Array(ErasedPart)),
})

export const Settings = Type.Object({
  /** Working days within which a request is answered. */
  answerDays: Type.Integer({ minimum: 1, maximum: 60 }),
})
