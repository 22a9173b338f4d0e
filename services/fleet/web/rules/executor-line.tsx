import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import type { ExecutorView } from '../../instrument-schema.ts'
import { LightTag } from '../trips/light-tag.tsx'

const messages = defineMessages({
  RULE: text('规则', 'Rule'),
  LIGHT: text('三色核对', 'Light'),
  CHECK: text('监督', 'Supervision'),
  PART: text('办理', 'Done in'),
  READ: text('按限值办理 {asked} 次，提醒或阻止 {bit} 次', 'gone by {asked} times, warned or stopped {bit}'),
  BY_HAND: text('由经办人执行', 'people keep to it'),
  values: text('现行限值 {n} 个', '{n} values in force'),
  asked: text('核对 {asked} 次，超出 {bit} 次', 'asked {asked} times, beyond it {bit}'),
  never: text('没有发生', 'never'),
  trips: text('{n} 趟', '{n} {n|trip|trips}'),
  cases: text('{n} 件', '{n} {n|case|cases}'),
})

/** One thing that carries a clause out: what kind, its words, what is allowed, and how often it bit. */
export function ExecutorLine({ executor }: { executor: ExecutorView }) {
  const t = useText(messages)
  const localised = useLocalised()
  const { by, title, href, weight, limit, values } = executor
  const words = localised(title)
  const allowed = limit ? localised(limit) : values !== null && values > 1 ? t('values', { n: values }) : null
  return (
    <li className="fleet-executor">
      <small className="hq-faint">{t(by)}</small>
      <span className="fleet-executor-what">
        {href ? <LinkTo to={href}>{words}</LinkTo> : words}
        {allowed ? <small className="hq-soft">{allowed}</small> : null}
      </span>
      <span className="fleet-executor-bit">
        {weight && executor.bit ? <LightTag light={weight} /> : null}
        <Bit executor={executor} />
      </span>
    </li>
  )
}

function Bit({ executor: { by, how, asked, bit } }: { executor: ExecutorView }) {
  const t = useText(messages)
  const format = useFormat()
  if (how === 'BY_HAND') return <span className="hq-faint">{t(how)}</span>
  if (bit === null) return null
  if (asked !== null)
    return (
      <span className={bit > 0 ? 'fleet-bit' : 'hq-faint'}>
        {t(how === 'READ' ? 'READ' : 'asked', { asked: format.number(asked), bit: format.number(bit) })}
      </span>
    )
  if (bit === 0) return <span className="hq-faint">{t('never')}</span>
  return <span className="fleet-bit">{t(by === 'LIGHT' ? 'trips' : 'cases', { n: format.number(bit) })}</span>
}
