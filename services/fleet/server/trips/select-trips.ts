import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { containing } from '#kernel/database/containing.ts'
import type { LightReason, TakenRequest, TripFilters, TripRow } from '../../trip-schema.ts'
import type { Light } from '../../words.ts'
import { readableTrips, tripCan } from './trip-policy.ts'

/** Requests of trip `t`; of a cancelled one also those that went on to another. */
const requestsOf = sql<(TakenRequest & { contactPhone: string })[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', q.id, 'number', q.number, 'unitName', u.name,
    'requesterPersonId', q.requester_person_id, 'requesterName', q.requester_name, 'contactPhone', q.contact_phone,
    'reason', q.reason, 'purpose', q.purpose, 'passengers', q.passengers, 'origin', q.origin,
    'stops', q.stops, 'destination', q.destination, 'luggage', q.luggage, 'from', q.starts_at, 'to', q.ends_at) order by q.starts_at, q.number)
  from fleet.trip_request w
  join fleet.request q on q.bureau_id = w.bureau_id and q.id = w.request_id
  join directory.unit u on u.bureau_id = q.bureau_id and u.id = q.unit_id
  where w.bureau_id = t.bureau_id and w.trip_id = t.id and (w.removed_at is null or t.state = 'CANCELLED')), '[]')`

/** The trips the actor may read, with everything a row shows. */
export function selectTrips(ctx: Ctx) {
  return ctx.db
    .selectFrom('fleet.trip as t')
    .innerJoin('fleet.vehicle as v', (join) =>
      join.onRef('v.bureau_id', '=', 't.bureau_id').onRef('v.id', '=', 't.vehicle_id'),
    )
    .innerJoin('fleet.driver as d', (join) =>
      join.onRef('d.bureau_id', '=', 't.bureau_id').onRef('d.id', '=', 't.driver_id'),
    )
    .innerJoin('bookings.booking as b', (join) =>
      join.onRef('b.bureau_id', '=', 't.bureau_id').onRef('b.id', '=', 't.id'),
    )
    .innerJoin('directory.unit as unit', (join) =>
      join.onRef('unit.bureau_id', '=', 'b.bureau_id').onRef('unit.id', '=', 'b.unit_id'),
    )
    .select(['t.id', 't.number', 't.state', 't.starts_at', 't.ends_at', 't.left_at', 't.returned_at'])
    .select([
      't.odometer_out_km',
      't.odometer_in_km',
      't.distance_km',
      't.distance_rank',
      't.gps_km',
      't.light',
      't.light_reasons',
    ])
    .select(['t.verified_at', 't.verified_by', 't.verified_note', 't.cancel_reason', 't.note', 't.imported'])
    .select(['t.created_at', 't.created_by', 't.vehicle_id', 't.driver_id', 'v.plate', 'v.energy'])
    .select(['d.name as driver_name', 'd.staff_no', 'd.person_id as driver_person_id'])
    .select(['b.unit_id', 'unit.name as unit_name', 'b.headcount'])
    .select([
      requestsOf.as('requests'),
      sql<number>`(select coalesce(sum(c.amount_fen), 0)::float8 from fleet.trip_cost c
        where c.bureau_id = t.bureau_id and c.trip_id = t.id)`.as('cost_fen'),
    ])
    .where(readableTrips(ctx))
}
type Query = ReturnType<typeof selectTrips>
export type TripSelection = Awaited<ReturnType<Query['execute']>>[number]

/** A selected trip as lists and answers show it. Telephone numbers are for whoever drives it, until it is over. */
export function tripRowOf(ctx: Ctx, row: TripSelection): TripRow {
  const can = tripCan(ctx, row)
  return {
    id: row.id,
    number: row.number,
    state: row.state as TripRow['state'],
    vehicle: { id: row.vehicle_id, plate: row.plate, energy: row.energy },
    driver: { id: row.driver_id, name: row.driver_name },
    unit: { id: row.unit_id, name: row.unit_name },
    from: row.starts_at,
    to: row.ends_at,
    leftAt: row.left_at,
    returnedAt: row.returned_at,
    outKm: row.odometer_out_km,
    inKm: row.odometer_in_km,
    distanceKm: row.distance_km,
    costFen: row.cost_fen,
    passengers: row.requests.reduce((sum, { passengers }) => sum + passengers, 0),
    requests: row.requests.map(({ contactPhone, ...one }) => ({
      ...one,
      contactPhone: can.readPhones && contactPhone ? contactPhone : null,
    })),
    light: row.light as Light | null,
    reasons: row.light_reasons as unknown as LightReason[],
    verifiedAt: row.verified_at,
    verifiedBy: row.verified_by,
    cancelReason: row.cancel_reason,
    note: row.note,
    imported: row.imported,
    can,
  }
}

const startOfDay = (day: string) => new Date(`${day}T00:00:00+08:00`)
const aDay = 86_400_000

/** Narrows the trips by the filters of the list and its export. */
export function filterTrips(ctx: Ctx, filters: TripFilters): Query {
  let query = selectTrips(ctx)
  if (filters.search?.trim()) {
    const like = containing(filters.search.trim())
    query = query.where((row) =>
      row.or([
        row('t.number', 'ilike', like),
        row('v.plate', 'ilike', like),
        row('d.name', 'ilike', like),
        row('unit.name', 'ilike', like),
        sql<boolean>`exists (select from fleet.trip_request w
          join fleet.request q on q.bureau_id = w.bureau_id and q.id = w.request_id
          where w.bureau_id = t.bureau_id and w.trip_id = t.id and q.destination ilike ${like})`,
      ]),
    )
  }
  if (filters.state?.length) query = query.where('t.state', 'in', filters.state)
  if (filters.light?.length) query = query.where('t.light', 'in', filters.light)
  if (filters.vehicleId) query = query.where('t.vehicle_id', '=', filters.vehicleId)
  if (filters.driverId) query = query.where('t.driver_id', '=', filters.driverId)
  if (filters.unitId)
    query = query.where(sql<boolean>`b.unit_id in (select directory.unit_and_below(${filters.unitId}))`)
  if (filters.verified !== undefined)
    query = query.where('t.verified_at', filters.verified ? 'is not' : 'is', null)
  if (filters.from) query = query.where('t.starts_at', '>=', startOfDay(filters.from).toISOString())
  if (filters.to)
    query = query.where('t.starts_at', '<', new Date(startOfDay(filters.to).getTime() + aDay).toISOString())
  return query
}
