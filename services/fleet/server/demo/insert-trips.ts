import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { line } from '../../words.ts'
import { inParts } from './chance.ts'
import type { DemoRequest, DemoTrip } from './demo-life.ts'
import { insertReceipts, receiptOf } from './insert-receipts.ts'

/** Whose bookings those are that nobody asked for. */
interface Desk {
  unitId: string
  name: string
}

/** Writes requests, bookings, trips, readings and costs as the actions would have left them, many to a statement. */
export async function insertTrips(
  ctx: Ctx,
  trips: readonly DemoTrip[],
  requests: readonly DemoRequest[],
  desk: Desk,
): Promise<void> {
  for (const part of inParts(requests, 1000))
    await ctx.db.insertInto('fleet.request').values(part.map(requestRow)).execute()
  for (const part of inParts(trips, 1000)) {
    await insertBookings(ctx, part, desk)
    await ctx.db.insertInto('fleet.trip').values(part.map(tripRow)).execute()
    await ctx.db
      .insertInto('fleet.trip_request')
      .values(
        part.flatMap(({ id, requests }) =>
          requests.map((request) => ({ trip_id: id, request_id: request.id })),
        ),
      )
      .execute()
  }
  await insertReadings(ctx, trips)
  const receipts = await insertReceipts(ctx, trips)
  const costs = trips.flatMap((trip) =>
    trip.costs.map((cost) => ({
      trip_id: trip.id,
      kind: cost.kind,
      amount_fen: cost.fen,
      litres: cost.litres ?? null,
      energy_kwh: cost.kwh ?? null,
      receipt_id: cost.receipt ? (receipts.get(receiptOf(trip, cost)) ?? null) : null,
      at: trip.returnedAt!,
      by_name: trip.driver.name,
    })),
  )
  for (const part of inParts(costs, 3000)) await ctx.db.insertInto('fleet.trip_cost').values(part).execute()
  await setCounters(ctx, [...trips, ...requests])
}

function requestRow(request: DemoRequest) {
  return {
    id: request.id,
    number: request.number,
    unit_id: request.person.unitId,
    requester_person_id: request.person.id,
    requester_name: request.person.name,
    contact_phone: request.person.mobile,
    purpose: request.purpose,
    reason: request.reason,
    passengers: request.passengers,
    origin: request.origin,
    stops: request.stops,
    destination: request.destination,
    reach: request.reach,
    distance_km: request.oneWayKm,
    way: 'RETURN' as const,
    starts_at: request.from,
    ends_at: request.to,
    luggage: 'NONE' as const,
    may_pool: !request.emergency,
    emergency: request.emergency,
    vehicle_class: request.class,
    state: request.state,
    diverted_to: request.state === 'DIVERTED' ? 'SHUTTLE' : null,
    closing_reason: request.closingReason,
    submitted_at: request.submittedAt,
    approved_at: request.approvedAt,
  }
}

function tripRow(trip: DemoTrip) {
  return {
    id: trip.id,
    number: trip.number,
    vehicle_id: trip.vehicle.id,
    driver_id: trip.driver.id,
    state: trip.state,
    starts_at: trip.from,
    ends_at: trip.to,
    left_at: trip.leftAt,
    returned_at: trip.returnedAt,
    odometer_out_km: trip.outKm,
    odometer_in_km: trip.inKm,
    cancel_reason: trip.state === 'CANCELLED' ? '公务活动改期' : null,
    light: trip.light,
    light_reasons: JSON.stringify(
      trip.reasons.map((reason) => ({
        ...reason,
        params: { ...reason.params, request: trip.requests[0]?.number ?? '' },
      })),
    ),
    created_at: trip.plannedAt,
    created_by: '调度台',
  }
}

const bookingState = {
  ASSIGNED: 'CONFIRMED',
  UNDER_WAY: 'CHECKED_IN',
  COMPLETED: 'ENDED',
  CANCELLED: 'CANCELLED',
} as const

/** Vehicle and driver in one booking, which holds both for as long as it lives. */
async function insertBookings(ctx: Ctx, trips: readonly DemoTrip[], desk: Desk): Promise<void> {
  await ctx.db
    .insertInto('bookings.booking')
    .values(
      trips.map((trip) => {
        const first = trip.requests[0]
        return {
          id: trip.id,
          line,
          title: first?.reason ?? '调度用车',
          state: bookingState[trip.state],
          unit_id: first?.person.unitId ?? desk.unitId,
          organiser_person_id: first?.person.id ?? null,
          organiser_name: first?.person.name ?? desk.name,
          headcount: trip.requests.reduce((sum, { passengers }) => sum + passengers, 0) || 1,
          starts_at: trip.from,
          ends_at: trip.to,
          checked_in_at: trip.leftAt,
          ended_at: trip.returnedAt,
          closed_at: trip.returnedAt ?? (trip.state === 'CANCELLED' ? trip.plannedAt : null),
          created_at: trip.plannedAt,
        }
      }),
    )
    .execute()
  const claims = trips.flatMap(({ id, vehicle, driver }) =>
    [vehicle.id, driver.id].map((resource) => ({ booking_id: id, resource_id: resource })),
  )
  await ctx.db.insertInto('bookings.claim').values(claims).execute()
  await ctx.db
    .insertInto('bookings.hold')
    .values(
      trips
        .filter(({ state }) => state !== 'CANCELLED')
        .flatMap(({ id, vehicle, driver, from, to }) =>
          [vehicle.id, driver.id].map((resource) => ({
            booking_id: id,
            resource_id: resource,
            pieces: sql<string>`int4range(1, 2)`,
            occupied: sql<string>`tstzrange(${from}, ${to})`,
          })),
        ),
    )
    .execute()
}

/** In the order of time, as the ledger wants them: one when it leaves, one when it is back. */
async function insertReadings(ctx: Ctx, trips: readonly DemoTrip[]): Promise<void> {
  const readings = trips.flatMap(({ id, vehicle, driver, ...trip }) => {
    const of = { vehicle_id: vehicle.id, trip_id: id, driver_id: driver.id, created_by: driver.name }
    const out = trip.leftAt && { ...of, at: trip.leftAt, km: trip.outKm!, source: 'TRIP_OUT' as const }
    const back = trip.returnedAt && { ...of, at: trip.returnedAt, km: trip.inKm!, source: 'TRIP_IN' as const }
    return [out, back].flatMap((one) => (one ? [{ ...one, created_at: one.at }] : []))
  })
  readings.sort((one, other) => one.at.getTime() - other.at.getTime())
  for (const part of inParts(readings, 3000))
    await ctx.db.insertInto('fleet.odometer_reading').values(part).execute()
}

/** The next number of each day. */
async function setCounters(ctx: Ctx, numbers: readonly { number: string }[]): Promise<void> {
  const last = new Map<string, number>()
  for (const { number } of numbers) {
    const series = number.slice(0, 11)
    last.set(series, Math.max(last.get(series) ?? 0, Number(number.slice(12))))
  }
  await ctx.db
    .insertInto('kernel.counter')
    .values([...last].map(([series, value]) => ({ series, value })))
    .execute()
}

export const weeksTold = 8

/** The history of the last weeks and of what is to come: planned, driven; who approved is told by `approve-past.ts`. */
export async function insertHistory(ctx: Ctx, trips: readonly DemoTrip[]): Promise<void> {
  const since = ctx.now.getTime() - weeksTold * 7 * 86_400_000
  const rows = trips
    .filter(({ from }) => from.getTime() > since)
    .flatMap((trip) => [
      ...trip.requests.flatMap((request) => [
        told('fleet.request', request.id, 'fleet.request_assigned', trip.plannedAt, '调度台'),
        told(
          'fleet.request',
          request.id,
          'fleet.request_done',
          request.state === 'DONE' ? trip.returnedAt : null,
          trip.driver.name,
        ),
      ]),
      told('fleet.trip', trip.id, 'fleet.trip_planned', trip.plannedAt, '调度台'),
      told('fleet.trip', trip.id, 'fleet.trip_left', trip.leftAt, trip.driver.name),
      told('fleet.trip', trip.id, 'fleet.trip_completed', trip.returnedAt, trip.driver.name),
    ])
    .flatMap((row) => (row ? [row] : []))
  for (const part of inParts(rows, 3000)) await ctx.db.insertInto('kernel.event').values(part).execute()
}

function told(subjectType: string, subjectId: string, type: string, at: Date | null, by: string) {
  if (!at) return null
  return {
    actor_name: by,
    source: 'session',
    subject_type: subjectType,
    subject_id: subjectId,
    type,
    at,
    request_id: 'demo',
  }
}
