import { drawnCentreOutwards, type Facing } from './centre-outwards.ts'
import type { Furniture, Room, Seat } from './layouts.ts'
import { nameSeat } from './name-seat.ts'
import type { EvenRule } from './protocol-rule.ts'
import { type Dimensions, maxColumns } from './schema.ts'
import type { Side } from './words.ts'

/** Depth of a table that people sit at from one side. */
const TABLE = 0.75
const DOOR = 0.5

type Chair = Omit<Seat, 'precedence'>

/** A table across the room: guests face the door, which is at the bottom of the drawing; who is left sits at the ends. */
export function layBoard({ seats, columns }: Dimensions, evenRule: EvenRule): Room {
  const long = Math.min(maxColumns, columns ?? Math.ceil(seats / 2))
  const top = Math.min(long, Math.ceil(seats / 2))
  const bottom = Math.min(long, seats - top)
  const ends = seats - top - bottom
  const right = Math.ceil(ends / 2)
  const left = ends - right
  const inner = Math.max(top, 2)
  const depth = Math.max(1.5, right)
  const x = left > 0 ? 1 : 0
  const width = x + inner + (right > 0 ? 1 : 0)
  const chairs = [
    ...across('T', 'GUEST', top, x + (inner - top) / 2, 0, 'down', evenRule),
    ...across('B', 'HOST', bottom, x + (inner - bottom) / 2, 1 + depth, 'up', evenRule),
    ...alternate(
      down('E', 'RIGHT', right, x + inner, 1 + (depth - right) / 2, 'left'),
      down('L', 'LEFT', left, 0, 1 + (depth - left) / 2, 'right'),
    ),
  ]
  const furniture: Furniture[] = [{ kind: 'TABLE', x, y: 1, width: inner, height: depth }]
  return withDoor(chairs, furniture, x, inner, width, 2 + depth)
}

/** Tables in a square around nothing. The side that faces the door is the highest, the one opposite the lowest. */
export function layHollowSquare({ seats, columns }: Dimensions, evenRule: EvenRule): Room {
  const long = Math.min(maxColumns, columns ?? Math.max(1, Math.round(seats * 0.3)))
  const top = Math.min(long, Math.ceil(seats / 2))
  const bottom = Math.min(long, seats - top)
  const right = Math.ceil((seats - top - bottom) / 2)
  const left = seats - top - bottom - right
  const inner = Math.max(top, 3)
  const depth = Math.max(right, 1) + 2 * TABLE
  const x = 1
  const chairs = [
    ...across('T', 'GUEST', top, x + (inner - top) / 2, 0, 'down', evenRule),
    ...alternate(
      down('E', 'RIGHT', right, x + inner, 1 + TABLE, 'left'),
      down('L', 'LEFT', left, 0, 1 + TABLE, 'right'),
    ),
    ...across('B', 'HOST', bottom, x + (inner - bottom) / 2, 1 + depth, 'up', evenRule),
  ]
  const between = depth - 2 * TABLE
  const furniture: Furniture[] = [
    { kind: 'TABLE', x, y: 1, width: inner, height: TABLE },
    { kind: 'TABLE', x, y: 1 + depth - TABLE, width: inner, height: TABLE },
    { kind: 'TABLE', x, y: 1 + TABLE, width: TABLE, height: between },
    { kind: 'TABLE', x: x + inner - TABLE, y: 1 + TABLE, width: TABLE, height: between },
  ]
  return withDoor(chairs, furniture, x, inner, inner + 2, 2 + depth)
}

/** The chair at the closed head, guests on the right as one enters, hosts on the left, a screen at the open end. */
export function layUShape({ seats, columns }: Dimensions, evenRule: EvenRule): Room {
  const head = Math.min(maxColumns, seats, columns ?? Math.max(1, Math.round(seats * 0.2)))
  const right = Math.ceil((seats - head) / 2)
  const left = seats - head - right
  const inner = Math.max(head, 3)
  const depth = TABLE + Math.max(right, 1)
  const x = 1
  const chairs = [
    ...across('T', 'HEAD', head, x + (inner - head) / 2, 0, 'down', evenRule),
    ...alternate(
      down('E', 'GUEST', right, x + inner, 1 + TABLE, 'left'),
      down('L', 'HOST', left, 0, 1 + TABLE, 'right'),
    ),
  ]
  const furniture: Furniture[] = [
    { kind: 'TABLE', x, y: 1, width: inner, height: TABLE },
    { kind: 'TABLE', x, y: 1 + TABLE, width: TABLE, height: depth - TABLE },
    { kind: 'TABLE', x: x + inner - TABLE, y: 1 + TABLE, width: TABLE, height: depth - TABLE },
  ]
  const screen: Furniture = {
    kind: 'SCREEN',
    x: x + inner / 2 - 1,
    y: 1 + depth + 0.25,
    width: 2,
    height: DOOR,
  }
  return {
    seats: numbered(chairs),
    furniture: [...furniture, screen],
    width: inner + 2,
    height: 1 + depth + 0.25 + DOOR,
  }
}

/** Chairs side by side, the most honoured first. */
function across(
  id: string,
  side: Side,
  count: number,
  x: number,
  y: number,
  facing: 'down' | 'up',
  evenRule: EvenRule,
): Chair[] {
  return drawnCentreOutwards(count, facing, evenRule).map((at) => chair(id, side, at, x + at, y, facing))
}

/** Chairs one below the other, from the head of the room. */
function down(id: string, side: Side, count: number, x: number, y: number, facing: Facing): Chair[] {
  return Array.from({ length: count }, (_, at) => chair(id, side, at, x, y + at, facing))
}

function chair(id: string, side: Side, at: number, x: number, y: number, facing: Facing): Chair {
  return {
    id: `${id}1-${at + 1}`,
    x,
    y,
    facing,
    side,
    row: 1,
    number: at + 1,
    label: nameSeat(side, 1, at + 1, 1),
  }
}

/** The right of the drawing is the left hand of whoever sits at its top, and comes first. */
function alternate(first: Chair[], second: Chair[]): Chair[] {
  return first.flatMap((seat, at) => (second[at] ? [seat, second[at]] : [seat]))
}

const numbered = (chairs: Chair[]): Seat[] =>
  chairs.map((seat, index) => ({ ...seat, precedence: index + 1 }))

function withDoor(
  chairs: Chair[],
  tables: Furniture[],
  x: number,
  inner: number,
  width: number,
  bottom: number,
): Room {
  const door: Furniture = { kind: 'DOOR', x: x + inner / 2 - 1, y: bottom + 0.25, width: 2, height: DOOR }
  return { seats: numbered(chairs), furniture: [...tables, door], width, height: bottom + 0.25 + DOOR }
}
