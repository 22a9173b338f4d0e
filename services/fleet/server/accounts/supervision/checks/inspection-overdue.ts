import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { within } from '../../month.ts'
import type { Check } from '../check.ts'

export const inspectionOverdue: Check = {
  code: 'inspection-overdue',
  title: text('年检过期仍出车', 'Used with inspection overdue'),
  ground: text(
    '出车当天年检有效期已过（道路交通安全法实施条例第十六条〔A〕）。',
    'The inspection had ended on the day of the trip (道路交通安全法实施条例 Art 16, mark A).',
  ),
  weight: 'RED',
  detail: text('{plate}，年检有效期至 {until}', '{plate}, inspected until {until}'),
  sql: (span) => sql`
    select t.id, t.left_at as at, t.number as label, t.id as trip_id,
      jsonb_build_object('plate', v.plate, 'until', p.until) as params
    from fleet.trip t join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    -- The last that had been made by then; a vehicle without any on record is a matter of its papers.
    cross join lateral (select max(p.valid_until) as until from fleet.vehicle_paper p where p.bureau_id = t.bureau_id
      and p.vehicle_id = t.vehicle_id and p.kind = 'INSPECTION'
      and (p.valid_from is null or p.valid_from <= kernel.local_day(t.left_at))) p
    where t.bureau_id = kernel.bureau() and t.left_at is not null and ${within('t.left_at', span)}
      and p.until < kernel.local_day(t.left_at)`,
}
