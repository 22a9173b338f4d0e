import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { Stop } from '../../../shuttle-schema.ts'
import { type Line, matchShuttle, type ShuttleOffer } from './match-shuttle.ts'

const most = 3

/** Shuttles that take so many from there to there near this time. */
export async function findShuttles(
  ctx: Ctx,
  ride: { origin: string; destination: string; from: Date; passengers: number },
): Promise<ShuttleOffer[]> {
  const lines = await ctx.db
    .selectFrom('fleet.shuttle_line')
    .select(['id', 'name', 'stops', 'weekdays', 'departures', 'seats'])
    .where('closed_at', 'is', null)
    .orderBy('name')
    .execute()
  if (lines.length === 0) return []
  const calendar = await loadCalendar(ctx, { name: 'work' })
  return lines
    .flatMap((line) => matchShuttle({ ...line, stops: readStops(line.stops) } satisfies Line, ride, calendar))
    .slice(0, most)
}

/** As they were written: the schema of the action and a check of the table keep their shape. */
export function readStops(stored: unknown): Stop[] {
  return stored as Stop[]
}
