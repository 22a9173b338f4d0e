import { sql } from 'kysely'
import { createBooking } from '#engines/bookings/server/api.ts'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { requestStates } from '../../states.ts'
import { line } from '../../words.ts'
import { takeFirstContact } from '../requests/take-first-contact.ts'
import { allowTrip, requireWaiting } from './allow-trip.ts'
import { type LockedRequest, lockRequests, spanOfAll } from './lock-requests.ts'

export interface NewTrip {
  vehicleId: string
  driverId: string
  /** Approved ones; the first gives the booking its title, unit and organiser. */
  requestIds: readonly string[]
  /** Absent: from the earliest beginning to the latest end of the requests. */
  from?: Date | undefined
  to?: Date | undefined
  /** Overrules what is only warned of; never what is refused. */
  note?: string | undefined
}

/** What stood against a trip and was overruled. */
export interface CreatedTrip {
  id: string
  number: string
  warnings: { code: string; words: { zh: string; en: string } }[]
}

/**
 * Holds the vehicle and the driver in one booking, all or none, and moves the requests to ASSIGNED.
 * @throws Problem 409 `bookings.conflict` when either is taken, `kernel.wrong_state` when a request is not awaiting a vehicle; 422
 * `fleet.not_fit` with each reason, `fleet.needs_words` where a reason of the dispatcher's own is wanted
 */
export async function createTrip(ctx: Ctx, trip: NewTrip): Promise<CreatedTrip> {
  ctx.require('fleet.dispatch')
  const requests = await lockRequests(ctx, trip.requestIds)
  requireWaiting(ctx, requests)
  requirePooling(requests)
  const whole = spanOfAll(requests)
  const span = { from: trip.from ?? whole.from, to: trip.to ?? whole.to }
  if (span.to <= span.from) throw new Problem(422, 'bookings.ends_before', { path: 'to' })
  await requireBooks(ctx, trip)
  const first = requests[0]!
  const { id } = await createBooking(ctx, {
    line,
    title: first.reason.slice(0, 200),
    ...span,
    headcount: requests.reduce((sum, { passengers }) => sum + passengers, 0),
    unitId: first.unitId,
    organiserPersonId: first.requesterPersonId ?? undefined,
    claims: [
      { resourceId: trip.vehicleId, quantity: 1 },
      { resourceId: trip.driverId, quantity: 1 },
    ],
  })
  const overruled = await allowTrip(ctx, { ...trip, ...span, requests, tripId: id, fresh: true })
  const number = await insertTrip(ctx, id, trip, span)
  await boardRequests(ctx, { id, number }, requests)
  const warnings = overruled.map(({ code, words }) => ({ code, words }))
  await takeFirstContact(ctx, trip.requestIds)
  await ctx.emit({
    type: 'fleet.trip_planned',
    subjectType: 'fleet.trip',
    subjectId: id,
    after: {
      number,
      vehicleId: trip.vehicleId,
      driverId: trip.driverId,
      ...span,
      requestIds: trip.requestIds,
      ...(warnings.length > 0 ? { overruled: warnings, note: trip.note } : {}),
    },
  })
  return { id, number, warnings }
}

/** Only a vehicle and a driver of the books make a trip, whatever else can be booked. @throws Problem 422 */
export async function requireBooks(
  ctx: Ctx,
  { vehicleId, driverId }: { vehicleId: string; driverId: string },
): Promise<void> {
  const { rows } = await sql<{ vehicle: boolean; driver: boolean }>`
    select exists (select from fleet.vehicle where bureau_id = kernel.bureau() and id = ${vehicleId}) as vehicle,
      exists (select from fleet.driver where bureau_id = kernel.bureau() and id = ${driverId}) as driver`.execute(
    ctx.db,
  )
  const { vehicle, driver } = rows[0]!
  if (!vehicle || !driver)
    throw new Problem(422, 'fleet.unknown_vehicle_or_driver', { path: vehicle ? 'driverId' : 'vehicleId' })
}

/** Who did not agree to ride with others rides alone. @throws Problem 422 `fleet.rides_alone` */
export function requirePooling(requests: readonly Pick<LockedRequest, 'number' | 'mayPool'>[]): void {
  const alone = requests.length > 1 ? requests.find(({ mayPool }) => !mayPool) : undefined
  if (alone)
    throw new Problem(422, 'fleet.rides_alone', { params: { number: alone.number }, path: 'requestIds' })
}

/** Puts locked requests into a trip. */
export async function boardRequests(
  ctx: Ctx,
  trip: { id: string; number: string },
  requests: readonly LockedRequest[],
): Promise<void> {
  for (const request of requests) {
    await ctx.db
      .insertInto('fleet.trip_request')
      .values({ trip_id: trip.id, request_id: request.id })
      .onConflict((clash) =>
        clash.columns(['bureau_id', 'trip_id', 'request_id']).doUpdateSet({ removed_at: null }),
      )
      .execute()
    await ctx.move(requestStates, 'assign', request.id, {
      set: { displaced_at: null, displaced_reason: null },
      note: { trip: trip.number },
    })
  }
}

async function insertTrip(
  ctx: Ctx,
  id: string,
  trip: NewTrip,
  { from, to }: { from: Date; to: Date },
): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    select kernel.next_number('PC', ${localDayOf(from)}::date) as number`.execute(ctx.db)
  const { number } = rows[0]!
  await ctx.db
    .insertInto('fleet.trip')
    .values({
      id,
      number,
      vehicle_id: trip.vehicleId,
      driver_id: trip.driverId,
      state: 'ASSIGNED',
      starts_at: from,
      ends_at: to,
      note: trip.note ?? '',
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .execute()
  return number
}
