import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { within } from '../../month.ts'
import type { Check } from '../check.ts'

export const redTrips: Check = {
  code: 'red-trips',
  title: text('红灯出车', 'Red trips'),
  ground: text(
    '申请、审批、出车、里程四者对不上，系统判为异常。',
    'Request, approval, trip and odometer do not agree; judged not in order.',
  ),
  weight: 'RED',
  detail: text('{plate}，{driver}，{km} 公里', '{plate}, {driver}, {km} km'),
  sql: (span) => sql`
    select t.id, t.starts_at as at, t.number as label, t.id as trip_id,
      jsonb_build_object('plate', v.plate, 'driver', d.name, 'km', coalesce(t.distance_km, 0)) as params
    from fleet.trip t join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    join fleet.driver d on d.bureau_id = t.bureau_id and d.id = t.driver_id
    where t.bureau_id = kernel.bureau() and t.light = 'RED' and ${within('t.starts_at', span)}`,
}
