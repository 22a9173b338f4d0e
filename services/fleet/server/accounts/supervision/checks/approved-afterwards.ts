import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { within } from '../../month.ts'
import type { Check } from '../check.ts'

export const approvedAfterwards: Check = {
  code: 'approved-afterwards',
  title: text('先用车后审批', 'Approved after leaving'),
  ground: text(
    '审批时间晚于出车时间，或出车时没有审批；应急用车的补批也在其中，便于核对。',
    'Approved after leaving, or not at all; approvals of emergencies given afterwards are among them, to be looked at.',
  ),
  weight: 'RED',
  detail: text('{plate}，{unit}，晚 {minutes} 分钟', '{plate}, {unit}, {minutes} min late'),
  sql: (span) => sql`
    select q.id, t.left_at as at, t.number || ' / ' || q.number as label, t.id as trip_id,
      jsonb_build_object('plate', v.plate, 'unit', u.name,
        'minutes', round(extract(epoch from coalesce(q.approved_at, kernel.now()) - t.left_at) / 60)) as params
    from fleet.trip t join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    join fleet.trip_request r on r.bureau_id = t.bureau_id and r.trip_id = t.id and r.removed_at is null
    join fleet.request q on q.bureau_id = r.bureau_id and q.id = r.request_id
    join directory.unit u on u.bureau_id = q.bureau_id and u.id = q.unit_id
    where t.bureau_id = kernel.bureau() and not t.imported and t.left_at is not null and ${within('t.left_at', span)}
      and (q.approved_at is null or q.approved_at > t.left_at)`,
}
