import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { type Span, within } from './month.ts'

/** What a vehicle used from its first filling to its last: litres (or kWh) that were filled in after the first one. */
export interface FillRate {
  vehicleId: string
  group: string
  km: number
  litres: number
  kwh: number
}

/**
 * 满箱法: between two fillings a vehicle has used what the second filled in. The filling at either end of a month says
 * little of that month, so that this is asked for over a year. Corrected fillings are left out.
 */
export async function readFillRates(ctx: Ctx, span: Span): Promise<FillRate[]> {
  const { rows } = await sql<FillRate>`
    with fill as (
      select t.vehicle_id, t.odometer_in_km as at_km, sum(c.litres)::float8 as litres, sum(c.energy_kwh)::float8 as kwh,
        row_number() over (partition by t.vehicle_id order by t.odometer_in_km, t.id) as turn
      from fleet.trip_cost c join fleet.trip t on t.bureau_id = c.bureau_id and t.id = c.trip_id
      where t.bureau_id = kernel.bureau() and t.state = 'COMPLETED' and c.kind in ('FUEL', 'CHARGING')
        and c.corrects_id is null and ${within('t.starts_at', span)}
        and not exists (select from fleet.trip_cost k where k.bureau_id = c.bureau_id and k.corrects_id = c.id)
      group by t.vehicle_id, t.id, t.odometer_in_km)
    select v.id as "vehicleId", v.body || ' ' || v.energy as "group", (max(f.at_km) - min(f.at_km))::int as km,
      coalesce(sum(f.litres) filter (where f.turn > 1), 0)::float8 as litres,
      coalesce(sum(f.kwh) filter (where f.turn > 1), 0)::float8 as kwh
    from fill f join fleet.vehicle v on v.bureau_id = kernel.bureau() and v.id = f.vehicle_id
    group by v.id, v.body, v.energy having count(*) > 1 and max(f.at_km) > min(f.at_km)`.execute(ctx.db)
  return rows
}

/** For 100 km, to one decimal; null where nothing was filled in. */
export function per100km(amount: number, km: number): number | null {
  return km > 0 && amount > 0 ? Math.round((amount * 1000) / km) / 10 : null
}
