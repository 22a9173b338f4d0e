import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { ReadingSource } from '../../words.ts'

export interface NewReading {
  vehicleId: string
  at: Date
  km: number
  source: ReadingSource
  tripId?: string | null
  driverId?: string | null
  photoId?: string | null
  note?: string
}

/**
 * Writes into the odometer ledger (km). A late entry finds its place by its date.
 * @returns the reading's id
 * @throws Problem 422 `fleet.odometer_falls` with what stood before and after
 */
export async function recordReading(ctx: Ctx, reading: NewReading): Promise<string> {
  const { before, after } = await readAround(ctx, reading.vehicleId, reading.at)
  if ((before !== null && reading.km < before) || (after !== null && reading.km > after))
    throw new Problem(422, 'fleet.odometer_falls', {
      params: { km: reading.km, before: before ?? 0, after: after ?? '—' },
      path: 'km',
    })
  const { id } = await ctx.db
    .insertInto('fleet.odometer_reading')
    .values({
      vehicle_id: reading.vehicleId,
      at: reading.at,
      km: reading.km,
      source: reading.source,
      trip_id: reading.tripId ?? null,
      driver_id: reading.driverId ?? null,
      photo_id: reading.photoId ?? null,
      note: reading.note ?? '',
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The readings next to a moment; the vehicle is locked, so that they stay until this one is written. */
async function readAround(ctx: Ctx, vehicleId: string, at: Date) {
  await sql`select 1 from fleet.vehicle where bureau_id = kernel.bureau() and id = ${vehicleId} for no key update`.execute(
    ctx.db,
  )
  const { rows } = await sql<{ before: number | null; after: number | null }>`
    select max(km) filter (where at <= ${at}) as before, min(km) filter (where at > ${at}) as after
    from fleet.odometer_reading
    where bureau_id = kernel.bureau() and vehicle_id = ${vehicleId} and voided_at is null`.execute(ctx.db)
  return rows[0]!
}
