import { sql } from 'kysely'
import { text } from '#kernel/contract/text.ts'
import { findOverStandard, isBeyond, type OverStandard } from '../../over-standard.ts'
import type { Check } from '../check.ts'

export const overStandard: Check = {
  code: 'over-standard',
  title: text('超标准配备', 'Over the standard'),
  ground: text(
    '在用车辆的购置价格或排气量高于规则库中现行的配备标准；每件写明限值和出处，本地更严的按本地。',
    'A vehicle in use cost more or has more displacement than the rules in force allow; each says the limit and where it is written, local ones where they are stricter.',
  ),
  weight: 'YELLOW',
  detail: text('{class}。{said}', '{class}. {said}'),
  href: (id) => `/fleet/vehicles/${id}`,
  async sql({ to }, ctx) {
    const found = (await findOverStandard(ctx)).filter(({ purchased_on }) => purchased_on <= to)
    return sql`
      select o.id, least(o.bought::timestamp at time zone 'Asia/Shanghai', kernel.now()) as at, o.plate as label,
        null::uuid as trip_id, o.params
      from jsonb_to_recordset(${JSON.stringify(found.map(caseOf))}::jsonb)
        as o (id uuid, bought date, plate text, params jsonb)`
  },
}

/** The sentences of what is beyond, each with its source. */
function caseOf({ id, plate, purchased_on, price, displacement, ...vehicle }: OverStandard) {
  const beyond = [price, displacement].filter((one) => one !== null).filter(isBeyond)
  const said = text(
    beyond.map(({ words, source }) => words.zh + source.zh).join(''),
    beyond.map(({ words, source }) => `${words.en} ${source.en}`).join(' '),
  )
  return { id, plate, bought: purchased_on, params: { class: vehicle.class, said } }
}
