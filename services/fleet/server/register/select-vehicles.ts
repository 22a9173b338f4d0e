import { type RawBuilder, sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { containing } from '#kernel/database/containing.ts'
import type { VehicleFilters, VehicleRow } from '../../register-schema.ts'
import { vehicleStates } from '../../states.ts'
import { seesBooks } from './books-policy.ts'
import { lightOf, paperAheadDays } from './due-light.ts'

const nextDue = sql<string | null>`(select min(p.valid_until) from fleet.vehicle_paper p
  where p.bureau_id = v.bureau_id and p.vehicle_id = v.id and p.ended_at is null)`

/** The vehicles with everything a row shows. */
export function selectVehicles(ctx: Ctx) {
  return ctx.db
    .selectFrom('fleet.vehicle as v')
    .selectAll('v')
    .select([
      sql<number | null>`(select max(o.km) from fleet.odometer_reading o
      where o.bureau_id = v.bureau_id and o.vehicle_id = v.id and o.voided_at is null)`.as('km'),
      nextDue.as('next_due'),
    ])
}
type Query = ReturnType<typeof selectVehicles>
export type VehicleSelection = Awaited<ReturnType<Query['execute']>>[number]

/** What this actor may do with a vehicle. */
function vehicleCan(ctx: Ctx, row: { state: string }): Record<string, boolean> {
  const keep = ctx.has('fleet.keep-register')
  return {
    ...ctx.can(vehicleStates, row),
    change: keep && row.state !== 'RETIRED',
    keep,
    read: seesBooks(ctx),
  }
}

/** A selected vehicle as lists and answers show it. */
export function vehicleRowOf(ctx: Ctx, row: VehicleSelection): VehicleRow {
  return {
    id: row.id,
    plate: row.plate,
    class: row.class as VehicleRow['class'],
    body: row.body as VehicleRow['body'],
    model: row.model,
    energy: row.energy as VehicleRow['energy'],
    displacementMl: row.displacement_ml,
    priceFen: row.price_fen,
    purchasedOn: row.purchased_on,
    seats: row.seats,
    pool: row.pool as VehicleRow['pool'],
    yellowLabel: row.yellow_label,
    state: row.state as VehicleRow['state'],
    outOfUseReason: row.out_of_use_reason,
    retiredOn: row.retired_on,
    retiredReason: row.retired_reason,
    km: row.km,
    nextDue: row.state === 'RETIRED' ? null : row.next_due,
    light: row.state === 'RETIRED' ? 'FINE' : lightOf(localDayOf(ctx.now), row.next_due),
    can: vehicleCan(ctx, row),
  }
}

/** Narrows the vehicles by the filters of the list and its export. */
export function filterVehicles(ctx: Ctx, filters: VehicleFilters): Query {
  let query = selectVehicles(ctx)
  if (filters.search?.trim()) {
    const like = containing(filters.search.trim())
    query = query.where(sql<boolean>`(v.plate ilike ${like} or v.model ilike ${like})`)
  }
  if (filters.state?.length) query = query.where('v.state', 'in', filters.state)
  if (filters.class?.length) query = query.where('v.class', 'in', filters.class)
  if (filters.pool) query = query.where('v.pool', '=', filters.pool)
  if (filters.yellowLabel !== undefined) query = query.where('v.yellow_label', '=', filters.yellowLabel)
  if (filters.light) query = query.where(isOfLight(localDayOf(ctx.now), filters.light))
  return query
}

function isOfLight(today: string, light: NonNullable<VehicleFilters['light']>): RawBuilder<boolean> {
  const overdue = sql`v.state <> 'RETIRED' and coalesce(${nextDue} < ${today}::date, false)`
  const near = sql`v.state <> 'RETIRED' and coalesce(${nextDue} <= ${today}::date + ${paperAheadDays}::integer, false)`
  if (light === 'OVERDUE') return sql<boolean>`(${overdue})`
  if (light === 'SOON') return sql<boolean>`((${near}) and not (${overdue}))`
  return sql<boolean>`(not (${near}))`
}
