import { layRoom } from './layouts.ts'
import { maxSeatsOf, type SeatingPlan } from './schema.ts'

/** What makes a plan unusable; for a refusal with the code `meetings.seating_${kind}`. */
export type PlanDefect =
  | { kind: 'too_many'; seats: number; most: number }
  | { kind: 'unknown_seat'; seatId: string; name: string }
  | { kind: 'seated_twice'; seatId: string; name: string }

/** The first thing wrong with a plan of the right shape, or null. */
export function checkPlan({ layout, dimensions, evenRule, taken }: SeatingPlan): PlanDefect | null {
  const most = maxSeatsOf[layout]
  if (dimensions.seats > most) return { kind: 'too_many', seats: dimensions.seats, most }
  const known = new Set(layRoom(layout, dimensions, evenRule).seats.map(({ id }) => id))
  const seen = new Set<string>()
  for (const [seatId, { id, name }] of Object.entries(taken)) {
    if (!known.has(seatId)) return { kind: 'unknown_seat', seatId, name }
    if (seen.has(id)) return { kind: 'seated_twice', seatId, name }
    seen.add(id)
  }
  return null
}
