import type { Ctx } from '#kernel/context.ts'
import { attachFiles } from '#kernel/files/store-file.ts'
import { recordReading } from '../register/record-reading.ts'
import type { LockedTrip } from './lock-trip.ts'

interface Read {
  at: Date
  km: number
  photoId: string | null | undefined
}

/** What the driver read at the odometer, into the ledger with its photo. @throws Problem 422 `fleet.odometer_falls` */
export async function readOdometer(
  ctx: Ctx,
  trip: LockedTrip,
  source: 'TRIP_OUT' | 'TRIP_IN',
  { at, km, photoId }: Read,
): Promise<void> {
  if (photoId) await attachFiles(ctx, [photoId], 'fleet.trip', trip.id)
  await recordReading(ctx, {
    vehicleId: trip.vehicle_id,
    at,
    km,
    source,
    tripId: trip.id,
    driverId: trip.driver_id,
    photoId: photoId ?? null,
  })
}
