import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable, TextPair } from '#kernel/contract/action.ts'

export const CheckCode = Type.String({ pattern: '^[a-z][a-z-]{2,40}$' })
export const CheckSummary = Type.Object({
  code: CheckCode,
  title: TextPair,
  /** What is looked for, and on what ground. */
  ground: TextPair,
  /** RED: not in order by itself; YELLOW: to be looked at. */
  weight: Type.Enum(['RED', 'YELLOW']),
  count: Type.Integer(),
  /** The month in which the period ends and the five before it. */
  trend: Type.Array(Type.Object({ month: Type.String(), count: Type.Integer() })),
})
export type CheckSummary = Static<typeof CheckSummary>

export const CheckRow = Type.Object({
  id: Id,
  at: Moment,
  label: Type.String(),
  detail: TextPair,
  tripId: Nullable(Id),
  href: Nullable(Type.String()),
})
export type CheckRow = Static<typeof CheckRow>

/** One case from asking to paying, in the order of time. */
export const CaseChain = Type.Object({
  tripId: Id,
  number: Type.String(),
  plate: Type.String(),
  driver: Type.String(),
  light: Nullable(Type.String()),
  steps: Type.Array(
    Type.Object({
      at: Moment,
      kind: Type.Enum(['REQUEST', 'APPROVAL', 'PLAN', 'READING', 'STEP', 'COST', 'HISTORY']),
      title: TextPair,
      who: Type.String(),
      detail: Type.String(),
      fileId: Nullable(Id),
      href: Nullable(Type.String()),
    }),
  ),
})
export type CaseChain = Static<typeof CaseChain>
export const spanFilters = { from: Type.Optional(Day), to: Type.Optional(Day) }
