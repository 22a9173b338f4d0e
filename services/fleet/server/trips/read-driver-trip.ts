import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { DriverTrip } from '../../trip-schema.ts'
import { type TripSelection, tripRowOf } from './select-trips.ts'
import { readTripCheck, safetyClauses } from './trip-check.ts'

/** A trip with what the next step on the phone needs: the last reading of the vehicle, the check, the last step. */
export async function readDriverTrip(ctx: Ctx, row: TripSelection): Promise<DriverTrip> {
  const { rows } = await sql<{ km: number | null; at: string | null; place: string | null }>`
    select (select max(o.km) from fleet.odometer_reading o where o.bureau_id = kernel.bureau()
        and o.vehicle_id = ${row.vehicle_id} and o.voided_at is null) as km,
      last.at, last.place
    from (select 1) one left join lateral (select s.at, s.place from fleet.trip_step s
      where s.bureau_id = kernel.bureau() and s.trip_id = ${row.id} order by s.at desc, s.id desc limit 1) last on true`.execute(
    ctx.db,
  )
  const { km, at, place } = rows[0]!
  const lines = row.imported ? [] : await readTripCheck(ctx, row)
  return {
    ...tripRowOf(ctx, row),
    lastKm: km,
    stepAt: at,
    place: place ?? '',
    check: { lines, safetyClauses },
  }
}
