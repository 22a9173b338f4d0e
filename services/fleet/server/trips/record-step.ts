import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { StepKind } from '../../trip-words.ts'
import type { LockedTrip } from './lock-trip.ts'

/** When a step was done, and what is kept beside it when that was before it arrived. */
export interface StepTime {
  at: Date
  arrivedAt: Date | null
  /** What the phone said, where it was not believed as it was. */
  saidAt: Date | null
}

/** A shift and the way home: what lies further back is a wrong clock. */
const longestMs = 24 * 3_600_000

/**
 * When what this request brings was done. A phone without a signal says so itself, and is believed within bounds: not
 * after now, at most 24 hours back, not before the trip's last step (ADR 0018).
 */
export async function stepTime(ctx: Ctx, trip: Pick<LockedTrip, 'id'>): Promise<StepTime> {
  const said = ctx.saidAt
  if (!said) return { at: ctx.now, arrivedAt: null, saidAt: null }
  const { rows } = await sql<{ last: string | null }>`
    select max(at) as last from fleet.trip_step where bureau_id = kernel.bureau() and trip_id = ${trip.id}`.execute(
    ctx.db,
  )
  const last = rows[0]?.last ? Date.parse(rows[0].last) : 0
  const now = Math.max(ctx.now.getTime(), last)
  const earliest = Math.max(ctx.now.getTime() - longestMs, last)
  const at = new Date(Math.min(now, Math.max(said.getTime(), earliest)))
  return { at, arrivedAt: new Date(now), saidAt: at.getTime() === said.getTime() ? null : said }
}

/** One line of the trip's day: who really did it stands beside for whom. */
export async function recordStep(
  ctx: Ctx,
  trip: LockedTrip,
  kind: StepKind,
  { at, arrivedAt, saidAt }: StepTime,
  place = '',
): Promise<void> {
  await ctx.db
    .insertInto('fleet.trip_step')
    .values({
      trip_id: trip.id,
      kind,
      at,
      place,
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
      for_driver: ctx.actor.personId === null || ctx.actor.personId !== trip.driver_person_id,
      arrived_at: arrivedAt,
      said_at: saidAt,
    })
    .execute()
}
