import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** A quarter of an hour of traffic either way is nobody's fault. */
export const lateMs = 30 * 60_000
/** Trips that begin within this time cannot rely on what is still out. */
const soonMs = 2 * 3_600_000

interface Late {
  id: string
  number: string
  vehicle_id: string
  driver_id: string
}

/** What should be back for half an hour: told to the dispatcher once, with the trips that wait for vehicle or driver. */
export async function watchLateTrips(ctx: Ctx): Promise<void> {
  const { rows } = await sql<Late>`
    select id, number, vehicle_id, driver_id from fleet.trip
    where bureau_id = kernel.bureau() and state in ('UNDER_WAY', 'WAITING') and late_told_at is null
      and ends_at < ${new Date(ctx.now.getTime() - lateMs)}::timestamptz
    order by ends_at limit 200 for update skip locked`.execute(ctx.db)
  for (const trip of rows) await tellLate(ctx, trip, new Date(ctx.now.getTime() + soonMs))
}

/** @param until trips planned to begin before this are in trouble */
export async function tellLate(ctx: Ctx, trip: Late, until: Date): Promise<void> {
  const { rows } = await sql<{ number: string }>`
    select number from fleet.trip
    where bureau_id = kernel.bureau() and state = 'ASSIGNED' and id <> ${trip.id}
      and (vehicle_id = ${trip.vehicle_id} or driver_id = ${trip.driver_id})
      and starts_at < ${until}::timestamptz and ends_at > ${ctx.now}::timestamptz
    order by starts_at limit 5`.execute(ctx.db)
  await ctx.db.updateTable('fleet.trip').set({ late_told_at: ctx.now }).where('id', '=', trip.id).execute()
  await ctx.emit({
    type: 'fleet.trip_late',
    subjectType: 'fleet.trip',
    subjectId: trip.id,
    after: { number: trip.number, clashes: rows.map(({ number }) => number) },
  })
}
