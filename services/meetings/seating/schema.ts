import { type Static, Type } from 'typebox'
import { Nullable } from '#kernel/contract/action.ts'
import { evenRules } from './protocol-rule.ts'
import { type LayoutName, layouts } from './words.ts'

function oneOf<const T extends Record<string, unknown>>(words: T) {
  return Type.Enum(Object.keys(words) as (keyof T & string)[])
}

/** A table in Word has at most so many. */
export const maxTableColumns = 63
/** More chairs in one row could be neither read nor printed. */
export const maxColumns = 30
export const maxRows = 30
/** The most chairs of a layout, without its rostrum: as many as can be told apart on one sheet of A4. */
export const maxSeatsOf: Record<LayoutName, number> = {
  CLASSROOM: 600,
  THEATRE: 600,
  HOLLOW_SQUARE: 100,
  U_SHAPE: 90,
  BOARD: 60,
  ROSTRUM: 120,
}

/**
 * How many chairs. `seats` leaves out the rostrum's. `columns`: chairs in a row; of a table, on one long side (of a
 * U, at its head). `rows`: rows of the rostrum layout, elsewhere used when `columns` is absent. `aisles` cut the rows
 * of theatre and classroom.
 */
export const Dimensions = Type.Object({
  seats: Type.Integer({ minimum: 1, maximum: 600 }),
  rows: Type.Optional(Type.Integer({ minimum: 1, maximum: maxRows })),
  columns: Type.Optional(Type.Integer({ minimum: 1, maximum: maxColumns })),
  rostrumSeats: Type.Optional(Type.Integer({ minimum: 0, maximum: maxColumns })),
  aisles: Type.Optional(Type.Integer({ minimum: 0, maximum: 3 })),
})
export type Dimensions = Static<typeof Dimensions>

/** Somebody to be seated. `rank`: one of the bureau's list of ranks; `party` matters where two sides meet. */
export const Participant = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 64 }),
  name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
  unit: Nullable(Type.String({ maxLength: 100 })),
  rank: Nullable(Type.String({ maxLength: 60 })),
  party: Type.Optional(Type.Enum(['HOST', 'GUEST'])),
})
export type Participant = Static<typeof Participant>

/** `F2-5`: which chairs (rostrum, floor, top, bottom, left or right of a table), row, number from the drawing's left. */
export const SeatId = Type.String({ pattern: '^[RFTBLE][0-9]{1,2}-[0-9]{1,3}$' })

export const SeatingPlan = Type.Object({
  layout: oneOf(layouts),
  dimensions: Dimensions,
  /** Which way the two in the middle of an even row sit. */
  evenRule: oneOf(evenRules),
  /** Who sits where; a seat without an entry is free. */
  taken: Type.Record(SeatId, Participant, { additionalProperties: false }),
})
export type SeatingPlan = Static<typeof SeatingPlan>
