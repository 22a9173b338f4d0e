import type { Text } from '#kernel/contract/text.ts'
import type { Facing } from './centre-outwards.ts'
import { layRows } from './lay-rows.ts'
import { layBoard, layHollowSquare, layUShape } from './lay-tables.ts'
import type { EvenRule } from './protocol-rule.ts'
import type { Dimensions } from './schema.ts'
import type { FurnitureKind, LayoutName, Side } from './words.ts'

/** A chair. `x`, `y`: its upper left corner in units of one chair, halves included. */
export interface Seat {
  id: string
  x: number
  y: number
  facing: Facing
  side: Side
  /** From 1; the front row, which is the nearest to the audience or to the table. */
  row: number
  /** From 1, from the left of the drawing, or from its top. */
  number: number
  label: Text
  /** 1 is the most honoured seat of the room. */
  precedence: number
}

/** What is drawn beside the chairs, in the same units. */
export interface Furniture {
  kind: FurnitureKind
  x: number
  y: number
  width: number
  height: number
}

/** A room as it is set. The front is at the top of the drawing. */
export interface Room {
  seats: Seat[]
  furniture: Furniture[]
  width: number
  height: number
}

/** Where the chairs of a layout stand, in a drawing that has the front (or the side facing the door) at its top. */
export function layRoom(layout: LayoutName, dimensions: Dimensions, evenRule: EvenRule): Room {
  switch (layout) {
    case 'THEATRE':
    case 'CLASSROOM':
    case 'ROSTRUM':
      return layRows(layout, dimensions, evenRule)
    case 'BOARD':
      return layBoard(dimensions, evenRule)
    case 'HOLLOW_SQUARE':
      return layHollowSquare(dimensions, evenRule)
    case 'U_SHAPE':
      return layUShape(dimensions, evenRule)
  }
}

/** The seats of a plan, most honoured first. */
export function seatsInOrder(plan: {
  layout: LayoutName
  dimensions: Dimensions
  evenRule: EvenRule
}): Seat[] {
  const { seats } = layRoom(plan.layout, plan.dimensions, plan.evenRule)
  return seats.sort((a, b) => a.precedence - b.precedence)
}
