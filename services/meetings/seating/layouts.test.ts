import fc from 'fast-check'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { layRoom, seatsInOrder } from './layouts.ts'
import { evenRules } from './protocol-rule.ts'
import { maxColumns, maxSeatsOf, maxTableColumns, SeatingPlan } from './schema.ts'
import { allLayouts, type LayoutName } from './words.ts'

const shapes = fc
  .record({
    layout: fc.constantFrom(...allLayouts),
    evenRule: fc.constantFrom('SECOND_AT_LEFT' as const, 'FIRST_AT_LEFT' as const),
    dimensions: fc.record(
      {
        seats: fc.integer({ min: 1, max: 600 }),
        rows: fc.integer({ min: 1, max: 30 }),
        columns: fc.integer({ min: 1, max: maxColumns }),
        rostrumSeats: fc.integer({ min: 0, max: maxColumns }),
        aisles: fc.integer({ min: 0, max: 3 }),
      },
      { requiredKeys: ['seats'] },
    ),
  })
  .map((shape) => ({
    ...shape,
    dimensions: { ...shape.dimensions, seats: Math.min(shape.dimensions.seats, maxSeatsOf[shape.layout]) },
  }))

/** As wide as may be, rostrum and rows half a chair apart. */
const widest = {
  layout: 'CLASSROOM' as const,
  evenRule: 'SECOND_AT_LEFT' as const,
  dimensions: { seats: 30, columns: 30, rostrumSeats: 30, aisles: 3 },
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** Swept from left to right, or 600 chairs would be 180,000 pairs. */
function overlapping(boxes: Box[]): [Box, Box][] {
  const clashes: [Box, Box][] = []
  boxes.sort((a, b) => a.x - b.x)
  boxes.forEach((box, index) => {
    for (let at = index + 1; at < boxes.length && boxes[at]!.x < box.x + box.width; at++) {
      const other = boxes[at]!
      if (other.y < box.y + box.height && box.y < other.y + other.height) clashes.push([box, other])
    }
  })
  return clashes
}

test('a room of any size has every chair once, none on another, none on a table, none outside', () => {
  fc.assert(
    fc.property(shapes, ({ layout, dimensions, evenRule }) => {
      const room = layRoom(layout, dimensions, evenRule)
      const raised = ['THEATRE', 'CLASSROOM'].includes(layout) ? (dimensions.rostrumSeats ?? 0) : 0
      expect(room.seats).toHaveLength(dimensions.seats + raised)
      expect(new Set(room.seats.map(({ id }) => id)).size).toBe(room.seats.length)
      expect(new Set(room.seats.map(({ label }) => label.zh)).size).toBe(room.seats.length)
      expect(room.seats.map(({ precedence }) => precedence).sort((a, b) => a - b)).toEqual(
        room.seats.map((_, index) => index + 1),
      )
      const boxes = [...room.seats.map((seat) => ({ ...seat, width: 1, height: 1 })), ...room.furniture]
      const outside = boxes.filter(
        ({ x, y, width, height }) => x < 0 || y < 0 || x + width > room.width || y + height > room.height,
      )
      expect(outside).toEqual([])
      expect(overlapping(boxes)).toEqual([])
      const taken = Object.fromEntries(
        room.seats.map(({ id }) => [id, { id, name: '甲', unit: null, rank: null }]),
      )
      expect(Value.Check(SeatingPlan, { layout, dimensions, evenRule, taken })).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('no drawing needs more columns than a table in Word may have', () => {
  fc.assert(
    fc.property(shapes, ({ layout, dimensions, evenRule }) => {
      const { seats, furniture } = layRoom(layout, dimensions, evenRule)
      const edges = new Set([
        ...seats.flatMap(({ x }) => [x, x + 1]),
        ...furniture.flatMap((f) => [f.x, f.x + f.width]),
      ])
      expect(edges.size).toBeLessThanOrEqual(maxTableColumns)
    }),
    { examples: [[widest]], numRuns: 1000 },
  )
})

/** The seats' precedence as drawn, row by row from the top, each from the left. */
function drawn(
  layout: LayoutName,
  dimensions: Parameters<typeof layRoom>[1],
  evenRule: keyof typeof evenRules,
) {
  const rows = new Map<number, { x: number; precedence: number }[]>()
  for (const seat of layRoom(layout, dimensions, evenRule).seats)
    rows.set(seat.y, [...(rows.get(seat.y) ?? []), seat])
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row.sort((a, b) => a.x - b.x).map((s) => s.precedence))
}

test('the rostrum as seen from the audience: odd, even, and the other practice for even', () => {
  // As the sources print it: 7 5 3 1 2 4 6, and 7 5 3 1 2 4 6 8.
  expect(drawn('ROSTRUM', { seats: 7 }, 'SECOND_AT_LEFT')).toEqual([[7, 5, 3, 1, 2, 4, 6]])
  expect(drawn('ROSTRUM', { seats: 8 }, 'SECOND_AT_LEFT')).toEqual([[7, 5, 3, 1, 2, 4, 6, 8]])
  expect(drawn('ROSTRUM', { seats: 7 }, 'FIRST_AT_LEFT')).toEqual([[7, 5, 3, 1, 2, 4, 6]])
  expect(drawn('ROSTRUM', { seats: 6 }, 'FIRST_AT_LEFT')).toEqual([[6, 4, 2, 1, 3, 5]])
  expect(drawn('ROSTRUM', { seats: 2 }, 'SECOND_AT_LEFT')).toEqual([[1, 2]])
  expect(drawn('ROSTRUM', { seats: 1 }, 'SECOND_AT_LEFT')).toEqual([[1]])
  // The front row is the nearest to the audience, so it is the lower one on the drawing.
  expect(drawn('ROSTRUM', { seats: 5, rows: 2 }, 'SECOND_AT_LEFT')).toEqual([
    [4, 5],
    [3, 1, 2],
  ])
})

test('theatre: rostrum, then front rows first, each from its middle; the last row keeps its middle', () => {
  expect(drawn('THEATRE', { seats: 8, columns: 5, rostrumSeats: 3 }, 'SECOND_AT_LEFT')).toEqual([
    [3, 1, 2],
    [7, 5, 4, 6, 8],
    [10, 9, 11],
  ])
})

test('tables: guests face the door, the right as one enters is the guests’ side of a U', () => {
  expect(drawn('BOARD', { seats: 6 }, 'SECOND_AT_LEFT')).toEqual([
    [3, 1, 2],
    [5, 4, 6],
  ])
  const u = layRoom('U_SHAPE', { seats: 7, columns: 3 }, 'SECOND_AT_LEFT')
  const guest = u.seats.find(({ side }) => side === 'GUEST')!
  const host = u.seats.find(({ side }) => side === 'HOST')!
  expect(guest.x).toBeGreaterThan(host.x)
  expect(
    seatsInOrder({ layout: 'U_SHAPE', dimensions: { seats: 7, columns: 3 }, evenRule: 'SECOND_AT_LEFT' }).map(
      ({ label }) => label.zh,
    ),
  ).toEqual(['上首 2 号', '上首 3 号', '上首 1 号', '客方 1 号', '主方 1 号', '客方 2 号', '主方 2 号'])
  const square = layRoom('HOLLOW_SQUARE', { seats: 10, columns: 3 }, 'SECOND_AT_LEFT')
  expect(square.seats.map(({ facing }) => facing)).toEqual([
    ...['down', 'down', 'down', 'left', 'right', 'left', 'right', 'up', 'up', 'up'],
  ])
})

test('a plan on the wire names seats that can be, and people with a name', () => {
  const plan = (taken: unknown) => ({
    layout: 'BOARD',
    dimensions: { seats: 4 },
    evenRule: 'SECOND_AT_LEFT',
    taken,
  })
  const somebody = { id: 'p', name: '张三', unit: null, rank: null }
  expect(Value.Check(SeatingPlan, plan({ 'T1-1': somebody }))).toBe(true)
  for (const taken of [
    { __proto__x: somebody },
    { 'T1-1': { ...somebody, name: ' ' } },
    { 'X1-1': somebody },
    null,
  ])
    expect(Value.Check(SeatingPlan, plan(taken))).toBe(false)
})

test('every rule names where it was seen, and how sure that is', () => {
  for (const rule of Object.values(evenRules))
    for (const { seen, mark } of rule.sources) expect(`${mark} ${seen}`).toMatch(/^B \S+\.\S+/)
})
