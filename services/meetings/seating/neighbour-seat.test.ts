import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layRoom, type Seat } from './layouts.ts'
import { type Direction, neighbourSeat } from './neighbour-seat.ts'
import { maxSeatsOf } from './schema.ts'
import { allLayouts } from './words.ts'

const directions: Direction[] = ['left', 'right', 'up', 'down']

test('every seat of every layout can be reached with the arrow keys', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...allLayouts),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 3 }),
      (layout, wanted, rostrumSeats, aisles) => {
        const seats = Math.min(wanted, maxSeatsOf[layout])
        const room = layRoom(layout, { seats, rostrumSeats, aisles }, 'SECOND_AT_LEFT').seats
        const reached = new Set<Seat>([room[0]!])
        for (const seat of reached)
          for (const direction of directions) {
            const next = neighbourSeat(room, seat, direction)
            if (next) reached.add(next)
          }
        expect(reached.size).toBe(room.length)
      },
    ),
  )
})

test('right goes to the next chair of the row, down to the one behind', () => {
  const { seats } = layRoom('THEATRE', { seats: 12, columns: 4 }, 'SECOND_AT_LEFT')
  const at = (id: string) => seats.find((seat) => seat.id === id)!
  expect(neighbourSeat(seats, at('F1-2'), 'right')?.id).toBe('F1-3')
  expect(neighbourSeat(seats, at('F1-2'), 'down')?.id).toBe('F2-2')
  expect(neighbourSeat(seats, at('F1-1'), 'left')).toBeNull()
  expect(neighbourSeat(seats, at('F1-1'), 'up')).toBeNull()
})
