import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { within } from '../../month.ts'
import type { Check } from '../check.ts'

/** So many kilometres between two readings are a filling station or a car wash. */
const explainedKm = 5

export const unexplainedKm: Check = {
  code: 'unexplained-km',
  title: text('里程说不清', 'Unexplained kilometres'),
  ground: text(
    `两次里程读数之间多出 ${explainedKm} 公里以上，没有出车记录。`,
    `More than ${explainedKm} km between two readings, and no trip.`,
  ),
  weight: 'RED',
  detail: text(
    '{plate}，{km} 公里：上次 {before}，这次 {after}',
    '{plate}, {km} km: {before} before, {after} now',
  ),
  sql: (span) => sql`
    select r.id, r.at, coalesce(t.number, v.plate) as label, r.trip_id,
      jsonb_build_object('plate', v.plate, 'km', r.km - r.before, 'before', r.before, 'after', r.km) as params
    from (select o.id, o.vehicle_id, o.trip_id, o.at, o.km, o.source,
        lag(o.km) over w as before, lag(o.trip_id) over w as trip_before
      from fleet.odometer_reading o where o.bureau_id = kernel.bureau() and o.voided_at is null
      window w as (partition by o.vehicle_id order by o.at, o.km)) r
    join fleet.vehicle v on v.bureau_id = kernel.bureau() and v.id = r.vehicle_id
    left join fleet.trip t on t.bureau_id = kernel.bureau() and t.id = r.trip_id
    -- Between leaving and coming back lies the trip itself.
    where r.km - r.before > ${explainedKm} and (r.trip_id is null or r.trip_before is distinct from r.trip_id)
      and ${within('r.at', span)}`,
}
