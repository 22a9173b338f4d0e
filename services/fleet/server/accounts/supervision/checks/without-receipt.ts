import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { within } from '../../month.ts'
import type { Check } from '../check.ts'

export const withoutReceipt: Check = {
  code: 'without-receipt',
  title: text('费用没有票据', 'Costs without a receipt'),
  ground: text('报销的每一笔费用都应有票据。', 'Every cost needs its receipt.'),
  weight: 'YELLOW',
  detail: text('{plate}，{kind} {yuan} 元', '{plate}, {kind} {yuan} yuan'),
  sql: (span) => sql`
    select c.id, t.starts_at as at, t.number as label, t.id as trip_id,
      jsonb_build_object('plate', v.plate, 'kind', c.kind, 'yuan', (c.amount_fen / 100.0)::numeric(12, 2)) as params
    from fleet.trip_cost c join fleet.trip t on t.bureau_id = c.bureau_id and t.id = c.trip_id
    join fleet.vehicle v on v.bureau_id = t.bureau_id and v.id = t.vehicle_id
    where t.bureau_id = kernel.bureau() and c.receipt_id is null and c.corrects_id is null and not t.imported
      and ${within('t.starts_at', span)}
      and not exists (select from fleet.trip_cost k where k.bureau_id = c.bureau_id and k.corrects_id = c.id)`,
}
