import { sql } from 'kysely'
import { startOfLocalDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { containing } from '#kernel/database/containing.ts'
import type { RequestFilters, RequestRow } from '../../request-row-schema.ts'
import { readableRequests, requestCan } from '../policy.ts'
import { rentalStands } from '../rentals/rental-stands.ts'
import { type HeldBy, holderOf } from './holder-of.ts'

/** So many days a finished ride waits on the first screen for its rating. */
const daysToRate = 14

/** The requests the actor may read, with everything a row shows. */
export function selectRequests(ctx: Ctx) {
  return ctx.db
    .selectFrom('fleet.request as q')
    .innerJoin('directory.unit as unit', (join) =>
      join.onRef('unit.bureau_id', '=', 'q.bureau_id').onRef('unit.id', '=', 'q.unit_id'),
    )
    .leftJoin('fleet.trip_request as tr', (join) =>
      join
        .onRef('tr.bureau_id', '=', 'q.bureau_id')
        .onRef('tr.request_id', '=', 'q.id')
        .on('tr.removed_at', 'is', null),
    )
    .leftJoin('fleet.trip as t', (join) =>
      join.onRef('t.bureau_id', '=', 'tr.bureau_id').onRef('t.id', '=', 'tr.trip_id'),
    )
    .leftJoin('fleet.vehicle as v', (join) =>
      join.onRef('v.bureau_id', '=', 't.bureau_id').onRef('v.id', '=', 't.vehicle_id'),
    )
    .leftJoin('fleet.driver as d', (join) =>
      join.onRef('d.bureau_id', '=', 't.bureau_id').onRef('d.id', '=', 't.driver_id'),
    )
    .leftJoin('fleet.rental as n', (join) =>
      join.onRef('n.bureau_id', '=', 'q.bureau_id').onRef('n.request_id', '=', 'q.id').on(rentalStands),
    )
    .leftJoin('fleet.rental_supplier as s', (join) =>
      join.onRef('s.bureau_id', '=', 'n.bureau_id').onRef('s.id', '=', 'n.supplier_id'),
    )
    .leftJoin('fleet.rating as g', (join) =>
      join.onRef('g.bureau_id', '=', 'q.bureau_id').onRef('g.request_id', '=', 'q.id'),
    )
    .selectAll('q')
    .select((row) => [
      'unit.name as unit_name',
      't.id as trip_id',
      't.number as trip_number',
      'n.id as rental_id',
      'n.number as rental_number',
      's.name as supplier_name',
      // Of the trip that takes it, or of the vehicle rented for it: never both.
      row.fn.coalesce('t.starts_at', 'n.starts_at').as('trip_from'),
      row.fn.coalesce('t.ends_at', 'n.ends_at').as('trip_to'),
      row.fn.coalesce('t.created_at', 'n.created_at').as('trip_made_at'),
      row.fn.coalesce('t.left_at', 'n.left_at').as('left_at'),
      row.fn.coalesce('t.returned_at', 'n.returned_at').as('returned_at'),
      row.fn.coalesce('v.plate', 'n.plate').as('plate'),
      'v.model',
      row.fn.coalesce('d.name', 'n.driver_name').as('driver_name'),
      row.fn.coalesce('d.phone', 'n.driver_phone').as('driver_phone'),
      'd.person_id as driver_person_id',
      'g.overall as rating',
      pooled.as('pooled'),
      sql<boolean>`exists (select from fleet.pool_wish w where w.bureau_id = q.bureau_id and w.request_id = q.id
        and w.answer is null)`.as('pool_wished'),
    ])
    .where(readableRequests(ctx))
}
type Query = ReturnType<typeof selectRequests>
export type RequestSelection = Awaited<ReturnType<Query['execute']>>[number]

/** Others ride in the same trip. */
const pooled = sql<boolean>`exists (select from fleet.trip_request mine
  join fleet.trip_request other on other.bureau_id = mine.bureau_id and other.trip_id = mine.trip_id
    and other.request_id <> mine.request_id and other.removed_at is null
  where mine.bureau_id = q.bureau_id and mine.request_id = q.id and mine.removed_at is null)`

/** A selected request as lists and answers show it. */
export function requestRowOf(ctx: Ctx, row: RequestSelection, held: HeldBy | undefined): RequestRow {
  return {
    id: row.id,
    number: row.number,
    unit: { id: row.unit_id, name: row.unit_name },
    requesterName: row.requester_name,
    purpose: row.purpose as RequestRow['purpose'],
    reason: row.reason,
    passengers: row.passengers,
    origin: row.origin,
    stops: row.stops,
    destination: row.destination,
    reach: row.reach as RequestRow['reach'],
    distanceKm: row.distance_km,
    way: row.way as RequestRow['way'],
    from: row.starts_at,
    to: row.ends_at,
    luggage: row.luggage as RequestRow['luggage'],
    mayPool: row.may_pool,
    emergency: row.emergency,
    state: row.state as RequestRow['state'],
    divertedTo: row.diverted_to as RequestRow['divertedTo'],
    submittedAt: row.submitted_at,
    approvedAt: row.approved_at,
    afterApproval: row.after_approval as RequestRow['afterApproval'],
    approveBy: row.approve_by,
    closingReason: row.closing_reason,
    firstContactName: row.first_contact_name,
    holder: holderOf(row, held),
    trip: tripOf(row),
    rental: rentalOf(row),
    pooled: row.pooled,
    poolWished: row.pool_wished,
    rating: row.rating,
    mine: row.requester_person_id !== null && row.requester_person_id === ctx.actor.personId,
    can: requestCan(ctx, row),
  }
}

function tripOf(row: RequestSelection): RequestRow['trip'] {
  if (!row.trip_id) return null
  return {
    id: row.trip_id,
    number: row.trip_number!,
    plate: row.plate!,
    model: row.model!,
    driverName: row.driver_name!,
    from: row.trip_from!,
    to: row.trip_to!,
    leftAt: row.left_at,
    returnedAt: row.returned_at,
  }
}

function rentalOf(row: RequestSelection): RequestRow['rental'] {
  if (!row.rental_id) return null
  return {
    id: row.rental_id,
    number: row.rental_number!,
    plate: row.plate!,
    supplierName: row.supplier_name!,
    driverName: row.driver_name!,
    leftAt: row.left_at,
    returnedAt: row.returned_at,
  }
}

/** Narrows the requests by the filters of the list and its export. */
export function filterRequests(ctx: Ctx, filters: RequestFilters): Query {
  let query = selectRequests(ctx)
  if (filters.search?.trim()) {
    const like = containing(filters.search.trim())
    query = query.where((row) =>
      row.or([
        row('q.number', 'ilike', like),
        row('q.reason', 'ilike', like),
        row('q.destination', 'ilike', like),
        row('q.requester_name', 'ilike', like),
        row('unit.name', 'ilike', like),
        row('v.plate', 'ilike', like),
        row('n.plate', 'ilike', like),
      ]),
    )
  }
  if (filters.state?.length) query = query.where('q.state', 'in', filters.state)
  if (filters.unitId)
    query = query.where(sql<boolean>`q.unit_id in (select directory.unit_and_below(${filters.unitId}))`)
  if (filters.purpose) query = query.where('q.purpose', '=', filters.purpose)
  if (filters.reach) query = query.where('q.reach', '=', filters.reach)
  if (filters.divertedTo) query = query.where('q.diverted_to', '=', filters.divertedTo)
  if (filters.emergency !== undefined) query = query.where('q.emergency', '=', filters.emergency)
  if (filters.pooled !== undefined) query = query.where(filters.pooled ? pooled : sql<boolean>`not ${pooled}`)
  if (filters.mine)
    query = query.where(sql<boolean>`coalesce(q.requester_person_id = ${ctx.actor.personId}, false)`)
  if (filters.unapproved)
    query = query.where(
      sql<boolean>`coalesce(q.after_approval <> 'APPROVED' and q.approve_by < ${ctx.now}, false)`,
    )
  if (filters.open)
    query = query.where(
      sql<boolean>`(q.state in ('SUBMITTED', 'SENT_BACK', 'APPROVED', 'ASSIGNED', 'UNDER_WAY')
        or (q.state = 'DONE' and g.overall is null and not q.imported
          and q.ends_at > ${ctx.now}::timestamptz - make_interval(days => ${daysToRate})))`,
    )
  if (filters.from) query = query.where('q.starts_at', '>=', startOfLocalDay(filters.from).toISOString())
  if (filters.to)
    query = query.where(
      'q.starts_at',
      '<',
      new Date(startOfLocalDay(filters.to).getTime() + 86_400_000).toISOString(),
    )
  return query
}
