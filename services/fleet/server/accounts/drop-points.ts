import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { marginMinutes } from './take-positions.ts'

/** Positions are kept of duty only: those of a planned trip that lie outside what it came to be go when it is back. */
export async function dropPointsBeside(ctx: Ctx, tripIds: readonly string[]): Promise<void> {
  await sql`
    delete from fleet.track_point p using fleet.trip t
    where p.bureau_id = kernel.bureau() and t.bureau_id = p.bureau_id and t.id = p.trip_id and t.id = any(${[...tripIds]}::uuid[])
      and t.state = 'COMPLETED' and (p.at < t.left_at - make_interval(mins => ${marginMinutes})
        or p.at > t.returned_at + make_interval(mins => ${marginMinutes}))`.execute(ctx.db)
}

/** Days after its end in which a driver's phone may still deliver that a trip was driven. */
export const lateDays = 3

/** Every night: the positions of trips that were cancelled, or that nobody drove. */
export async function dropPointsOfNobody(ctx: Ctx): Promise<void> {
  await sql`
    delete from fleet.track_point p using fleet.trip t
    where p.bureau_id = kernel.bureau() and t.bureau_id = p.bureau_id and t.id = p.trip_id and t.left_at is null
      and (t.state = 'CANCELLED' or t.ends_at < ${ctx.now}::timestamptz - make_interval(days => ${lateDays}))`.execute(
    ctx.db,
  )
}
