import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { within } from '../../month.ts'
import type { Check } from '../check.ts'

export const withoutRequest: Check = {
  code: 'without-request',
  title: text('无申请出车', 'Trips without a request'),
  ground: text(
    '每次出车都应有用车申请（机关事务管理条例第二十六条，使用登记和统计〔A〕）。',
    'Every trip needs a request (机关事务管理条例 Art 26, registration of use, mark A).',
  ),
  weight: 'RED',
  detail: text('{plate}，{driver}，{km} 公里', '{plate}, {driver}, {km} km'),
  sql: (span) => sql`
    select t.id, t.starts_at as at, t.number as label, t.id as trip_id,
      jsonb_build_object('plate', v.plate, 'driver', d.name, 'km', coalesce(t.distance_km, 0)) as params
    from fleet.trip t join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
    where t.bureau_id = kernel.bureau() and t.state in ('UNDER_WAY', 'WAITING', 'COMPLETED') and not t.imported
      and ${within('t.starts_at', span)}
      and not exists (select from fleet.trip_request r
        where r.bureau_id = t.bureau_id and r.trip_id = t.id and r.removed_at is null)`,
}
