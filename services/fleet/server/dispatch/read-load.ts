import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** What somebody has done in the 30 days before a moment, and what of the days after is already theirs. */
export interface Load {
  minutes: number
  km: number
}

const month = 30 * 86_400_000

/** Hours and kilometres by driver, for the fair turn: trips of the 30 days before `at` and of the day itself. */
export async function readLoads(ctx: Ctx, at: Date): Promise<ReadonlyMap<string, Load>> {
  const { rows } = await sql<Load & { driverId: string }>`
    select driver_id as "driverId", round(sum(extract(epoch from coalesce(returned_at, ends_at) - coalesce(left_at, starts_at))
      / 60))::int as minutes, coalesce(sum(distance_km), 0)::int as km
    from fleet.trip where bureau_id = kernel.bureau() and state <> 'CANCELLED'
      and starts_at >= ${new Date(at.getTime() - month)} and starts_at < ${new Date(at.getTime() + 86_400_000)}
    group by driver_id`.execute(ctx.db)
  return new Map(rows.map(({ driverId, ...load }) => [driverId, load]))
}
