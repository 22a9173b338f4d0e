import { type Static, Type } from 'typebox'
import { Can, Id, Moment, Nullable } from '#kernel/contract/action.ts'

export const Stop = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  /** After leaving the first. */
  minutes: Type.Integer({ minimum: 0, maximum: 600 }),
})
export type Stop = Static<typeof Stop>

/** A shuttle line as its keeper writes it. */
export const shuttleLine = {
  name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  stops: Type.Array(Stop, { minItems: 2, maxItems: 40 }),
  /** 1 Monday … 7 Sunday. */
  weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
    minItems: 1,
    maxItems: 7,
    uniqueItems: true,
  }),
  /** Minutes of the day at which it leaves its first stop. */
  departures: Type.Array(Type.Integer({ minimum: 0, maximum: 1439 }), {
    minItems: 1,
    maxItems: 60,
    uniqueItems: true,
  }),
  seats: Type.Integer({ minimum: 1, maximum: 100 }),
  note: Type.Optional(Type.String({ maxLength: 500 })),
}

export const ShuttleLine = Type.Object({
  id: Id,
  ...shuttleLine,
  note: Type.String(),
  closedAt: Nullable(Moment),
  changedAt: Moment,
  changedBy: Type.String(),
  can: Can,
})
export type ShuttleLine = Static<typeof ShuttleLine>
