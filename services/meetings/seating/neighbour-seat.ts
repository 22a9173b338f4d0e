import type { Seat } from './layouts.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/**
 * The seat that an arrow key leads to: the nearest one that way, with those straight ahead before those aside. Null at
 * the edge of the room.
 */
export function neighbourSeat(seats: readonly Seat[], from: Seat, direction: Direction): Seat | null {
  const isAcross = direction === 'left' || direction === 'right'
  const sign = direction === 'left' || direction === 'up' ? -1 : 1
  const way = (seat: Seat) => {
    const [dx, dy] = [seat.x - from.x, seat.y - from.y]
    return { ahead: sign * (isAcross ? dx : dy), aside: Math.abs(isAcross ? dy : dx) }
  }
  let best: Seat | null = null
  let shortest = Number.POSITIVE_INFINITY
  for (const seat of seats) {
    const { ahead, aside } = way(seat)
    // Half a chair is how far two rows may stand apart and still be one beside the other.
    if (ahead < 0.5) continue
    const length = ahead + 3 * aside
    if (length < shortest) [best, shortest] = [seat, length]
  }
  return best
}
