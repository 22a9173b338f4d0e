import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { overStandard as overCaps } from '../../over-standard.ts'
import type { Check } from '../check.ts'

export const overStandard: Check = {
  code: 'over-standard',
  title: text('超标准配备', 'Over the standard'),
  ground: text(
    '在用车辆的购置价格或排气量高于配备标准（党政机关公务用车管理办法，中办发〔2017〕71号〔B〕）。',
    'A vehicle in use cost more or has more displacement than its class may (中办发〔2017〕71号, mark B).',
  ),
  weight: 'YELLOW',
  detail: text(
    '{class}：{price} 元，上限 {cap} 元；排量 {litres} L，上限 {displacement} L',
    '{class}: {price} yuan, cap {cap}; {litres} L, cap {displacement} L',
  ),
  href: (id) => `/fleet/vehicles/${id}`,
  sql: ({ to }) => sql`
    select o.id, least(o.purchased_on::timestamp at time zone 'Asia/Shanghai', kernel.now()) as at, o.plate as label,
      null::uuid as trip_id, jsonb_build_object('class', o.class, 'price', o.price_fen / 100, 'cap', o.cap_fen / 100,
        'litres', coalesce(round(o.displacement_ml / 1000.0, 1)::text, '—'),
        'displacement', coalesce(round(o.cap_ml / 1000.0, 1)::text, '—')) as params
    from (${overCaps}) o where o.purchased_on <= ${to}::date`,
}
