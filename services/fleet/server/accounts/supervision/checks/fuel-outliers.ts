import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { within } from '../../month.ts'
import type { Check } from '../check.ts'

/** A filling of so much of what the road since the last one asks for by the vehicle's own mean. */
const times = 1.6

export const fuelOutliers: Check = {
  code: 'fuel-outliers',
  title: text('加油异常', 'Fillings out of the ordinary'),
  ground: text(
    '一次加油比按本车平均油耗行驶到此应加的多六成以上。',
    'A filling of over 160 % of what the road since the last one asks for by the vehicle’s own mean.',
  ),
  weight: 'YELLOW',
  detail: text(
    '{plate}，加 {litres} L，行驶 {km} 公里，约需 {expected} L',
    '{plate}, {litres} L for {km} km, about {expected} L',
  ),
  sql: (span) => sql`
    select f.id, f.at, f.number as label, f.trip_id,
      jsonb_build_object('plate', v.plate, 'litres', f.litres, 'km', f.km, 'expected', round(f.km * m.rate, 1)) as params
    from (select min(c.id::text)::uuid as id, t.id as trip_id, t.vehicle_id, t.starts_at as at, t.number, sum(c.litres) as litres,
        t.odometer_in_km - lag(t.odometer_in_km) over (partition by t.vehicle_id order by t.odometer_in_km, t.id) as km
      from fleet.trip_cost c join fleet.trip t on t.bureau_id = c.bureau_id and t.id = c.trip_id
      where t.bureau_id = kernel.bureau() and t.state = 'COMPLETED' and c.kind = 'FUEL' and c.litres is not null and c.corrects_id is null
        and not exists (select from fleet.trip_cost k where k.bureau_id = c.bureau_id and k.corrects_id = c.id)
      group by t.id, t.vehicle_id, t.starts_at, t.number, t.odometer_in_km) f
    join fleet.vehicle v on v.bureau_id = kernel.bureau() and v.id = f.vehicle_id
    join (select t.vehicle_id, sum(c.litres) / nullif(max(t.odometer_in_km) - min(t.odometer_in_km), 0) as rate
      from fleet.trip_cost c join fleet.trip t on t.bureau_id = c.bureau_id and t.id = c.trip_id
      where t.bureau_id = kernel.bureau() and t.state = 'COMPLETED' and c.kind = 'FUEL' and c.litres is not null
      group by 1 having count(*) > 3) m on m.vehicle_id = f.vehicle_id
    where f.litres > ${times}::numeric * f.km * m.rate and ${within('f.at', span)}`,
}
