import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { within } from '../../month.ts'
import type { Check } from '../check.ts'

export const sealedUse: Check = {
  code: 'sealed-use',
  title: text('封存期间用车', 'Used while sealed'),
  ground: text(
    '节假日封存的车辆，未经批准不得使用（节假日封存〔B〕）。',
    'A vehicle sealed over a holiday is not used without leave (mark B).',
  ),
  weight: 'RED',
  detail: text('{plate}，{period}', '{plate}, {period}'),
  sql: (span) => sql`
    select t.id, t.left_at as at, t.number as label, t.id as trip_id,
      jsonb_build_object('plate', v.plate, 'period', s.title) as params
    from fleet.trip t join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    join lateral (select p.title from fleet.sealed_vehicle x join fleet.sealing_period p
      on p.bureau_id = x.bureau_id and p.id = x.period_id
      where x.bureau_id = t.bureau_id and x.vehicle_id = t.vehicle_id and x.exempt_reason is null
        and kernel.local_day(t.left_at) <= p.ends_on
        and kernel.local_day(coalesce(t.returned_at, kernel.now())) >= p.starts_on limit 1) s on true
    where t.bureau_id = kernel.bureau() and t.left_at is not null and ${within('t.left_at', span)}`,
}
