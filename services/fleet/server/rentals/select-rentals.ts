import { sql } from 'kysely'
import { DAY, startOfLocalDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { containing } from '#kernel/database/containing.ts'
import type { RentalFilters, RentalRow } from '../../rental-schema.ts'

/** Rented vehicles with their request and supplier. */
export function selectRentals(ctx: Ctx) {
  return ctx.db
    .selectFrom('fleet.rental as n')
    .innerJoin('fleet.rental_supplier as s', (join) =>
      join.onRef('s.bureau_id', '=', 'n.bureau_id').onRef('s.id', '=', 'n.supplier_id'),
    )
    .innerJoin('fleet.request as q', (join) =>
      join.onRef('q.bureau_id', '=', 'n.bureau_id').onRef('q.id', '=', 'n.request_id'),
    )
    .innerJoin('directory.unit as u', (join) =>
      join.onRef('u.bureau_id', '=', 'q.bureau_id').onRef('u.id', '=', 'q.unit_id'),
    )
    .selectAll('n')
    .select([
      's.name as supplier_name',
      's.contact_phone as supplier_phone',
      'q.number as request_number',
      'q.requester_name',
      'q.reason as request_reason',
      'q.destination',
      'q.passengers',
      'u.id as unit_id',
      'u.name as unit_name',
    ])
}
type Query = ReturnType<typeof selectRentals>
export type RentalSelection = Awaited<ReturnType<Query['execute']>>[number]

/** Narrows them by the filters of the list and its export. */
export function filterRentals(ctx: Ctx, filters: RentalFilters): Query {
  let query = selectRentals(ctx)
  if (filters.search?.trim()) {
    const like = containing(filters.search.trim())
    query = query.where((row) =>
      row.or([
        row('n.number', 'ilike', like),
        row('n.plate', 'ilike', like),
        row('n.driver_name', 'ilike', like),
        row('s.name', 'ilike', like),
        row('q.number', 'ilike', like),
        row('q.destination', 'ilike', like),
      ]),
    )
  }
  if (filters.state?.length) query = query.where('n.state', 'in', filters.state)
  if (filters.supplierId) query = query.where('n.supplier_id', '=', filters.supplierId)
  if (filters.unitId)
    query = query.where(sql<boolean>`q.unit_id in (select directory.unit_and_below(${filters.unitId}))`)
  if (filters.from) query = query.where('n.starts_at', '>=', startOfLocalDay(filters.from).toISOString())
  if (filters.to)
    query = query.where(
      'n.starts_at',
      '<',
      new Date(startOfLocalDay(filters.to).getTime() + DAY).toISOString(),
    )
  return query
}

/** A selected rental as lists and answers show it. */
export function rentalRowOf(ctx: Ctx, row: RentalSelection): RentalRow {
  const dispatches = ctx.has('fleet.dispatch')
  return {
    id: row.id,
    number: row.number,
    state: row.state as RentalRow['state'],
    supplier: { id: row.supplier_id, name: row.supplier_name },
    contractNumber: row.contract_number,
    body: row.body as RentalRow['body'],
    seats: row.seats,
    plate: row.plate,
    driverName: row.driver_name,
    priceBasis: row.price_basis as RentalRow['priceBasis'],
    priceFen: row.price_fen,
    from: row.starts_at,
    to: row.ends_at,
    leftAt: row.left_at,
    returnedAt: row.returned_at,
    distanceKm: row.distance_km,
    costFen: row.cost_fen,
    request: {
      id: row.request_id,
      number: row.request_number,
      unit: { id: row.unit_id, name: row.unit_name },
      requesterName: row.requester_name,
      reason: row.request_reason,
      destination: row.destination,
      passengers: row.passengers,
    },
    can: {
      // Once it was to leave: before, there is nothing to say of it.
      finish: dispatches && row.state === 'ORDERED' && new Date(row.starts_at) <= ctx.now,
      cancel: dispatches && row.state === 'ORDERED',
      correct: dispatches && row.state === 'RETURNED',
    },
  }
}
