import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { AccountSums, AccountVehicle } from '../../account-schema.ts'
import { type Span, within } from './month.ts'

export type VehicleSums = AccountVehicle & AccountSums

/**
 * What every vehicle of the book drove and cost in these days, as the data stand now. A trip counts on the day it was
 * to begin, with all its costs, whenever they were entered; upkeep on its day; a premium by the days it covers.
 * Vehicles that were bought later or given up before are left out.
 */
export async function readSums(ctx: Ctx, span: Span, vehicleId?: string): Promise<VehicleSums[]> {
  const { rows } = await sql<VehicleSums>`
    with driven as (
      select t.vehicle_id, count(*)::int as trips, sum(t.distance_km)::int as km,
        sum(round(extract(epoch from t.returned_at - t.left_at) / 60))::int as minutes
      from fleet.trip t where t.bureau_id = kernel.bureau() and t.state = 'COMPLETED' and ${within('t.starts_at', span)}
      group by 1),
    spent as (
      select t.vehicle_id,
        sum(c.litres * sign(c.amount_fen))::float8 as litres, sum(c.energy_kwh * sign(c.amount_fen))::float8 as kwh,
        ${of('FUEL')} as fuel, ${of('CHARGING')} as charging, ${of('TOLL')} as toll, ${of('PARKING')} as parking,
        ${of('WASH', 'OTHER')} as other
      from fleet.trip_cost c join fleet.trip t on t.bureau_id = c.bureau_id and t.id = c.trip_id
      where t.bureau_id = kernel.bureau() and ${within('t.starts_at', span)} group by 1),
    kept as (
      select r.vehicle_id, sum(r.cost_fen)::bigint as fen from fleet.maintenance_record r
      where r.bureau_id = kernel.bureau() and r.voided_at is null and r.on_day between ${span.from} and ${span.to} group by 1),
    insured as (
      select p.vehicle_id, sum(${shareUpTo(sql`${span.to}::date + 1`)} - ${shareUpTo(sql`${span.from}::date`)})::bigint as fen
      from fleet.vehicle_paper p
      where p.bureau_id = kernel.bureau() and p.kind in ('COMPULSORY_INSURANCE', 'COMMERCIAL_INSURANCE') and p.cost_fen > 0
        and p.valid_from <= ${span.to}::date and p.valid_until >= ${span.from}::date group by 1)
    select v.id as "vehicleId", v.plate, v.model, v.class, v.body, v.energy,
      coalesce(d.trips, 0) as trips, coalesce(d.km, 0) as km, coalesce(d.minutes, 0) as minutes,
      coalesce(s.litres, 0) as litres, coalesce(s.kwh, 0) as kwh,
      coalesce(s.fuel, 0) as "fuelFen", coalesce(s.charging, 0) as "chargingFen", coalesce(s.toll, 0) as "tollFen",
      coalesce(s.parking, 0) as "parkingFen", coalesce(s.other, 0) as "otherFen",
      coalesce(k.fen, 0) as "upkeepFen", coalesce(i.fen, 0) as "insuranceFen"
    from fleet.vehicle v
    left join driven d on d.vehicle_id = v.id left join spent s on s.vehicle_id = v.id
    left join kept k on k.vehicle_id = v.id left join insured i on i.vehicle_id = v.id
    where v.bureau_id = kernel.bureau() and (${vehicleId ?? null}::uuid is null or v.id = ${vehicleId ?? null}::uuid)
      and (d.trips > 0 or s.vehicle_id is not null or (v.purchased_on <= ${span.to}::date
        and (v.retired_on is null or v.retired_on >= ${span.from}::date)))
    order by v.class, v.plate`.execute(ctx.db)
  return rows
}

const of = (...kinds: string[]) =>
  sql`coalesce(sum(c.amount_fen) filter (where c.kind = any(${kinds}::text[])), 0)::bigint`

/** Of a premium, what falls on the days before that one; rounded once, so that the parts of a year make the whole. */
const shareUpTo = (day: ReturnType<typeof sql>) =>
  sql`round(p.cost_fen::numeric * (least(${day}, p.valid_until + 1) - least(${day}, p.valid_from))
    / (p.valid_until + 1 - p.valid_from))`

/** All of it, in whole fen. */
export function totalOf(sums: AccountSums): number {
  return (
    sums.fuelFen +
    sums.chargingFen +
    sums.tollFen +
    sums.parkingFen +
    sums.otherFen +
    sums.upkeepFen +
    sums.insuranceFen
  )
}

export const sumKeys = [
  'trips',
  'km',
  'minutes',
  'litres',
  'kwh',
  'fuelFen',
  'chargingFen',
  'tollFen',
  'parkingFen',
  'otherFen',
  'upkeepFen',
  'insuranceFen',
] as const satisfies (keyof AccountSums)[]

/** Adds up lines, with their whole in fen. Litres and kWh to two decimals, as they are written. */
export function addUp(lines: readonly AccountSums[]): AccountSums & { totalFen: number } {
  const sums = Object.fromEntries(
    sumKeys.map((key) => [key, Math.round(lines.reduce((sum, line) => sum + line[key], 0) * 100) / 100]),
  ) as AccountSums
  return { ...sums, totalFen: totalOf(sums) }
}
