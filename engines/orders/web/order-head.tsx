import { type Role, roles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Clock } from '#ui/clock.tsx'
import { Icon } from '#ui/icons.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { OrderDetail } from '../schema.ts'
import { orderStates } from '../states.ts'
import { closingResults, urgencies } from '../words.ts'
import { useSentence } from './use-sentence.ts'

const messages = defineMessages({
  call: text('打电话给{name}', 'Call {name}'),
  respond: text('响应', 'Answer'),
  finish: text('办好', 'Finish'),
  result: text('结果：{result}', 'Result: {result}'),
  merged: text('已并入 {number}', 'Merged into {number}'),
  joined: text('还有 {n} 人报了同一件事', '{n} more {n|person|people} reported the same'),
  warned: text('{when}已提醒{who}：{what}', '{when} {who} was told: {what}'),
})

/** The line that reads like a sentence, the state, the two clocks, and the telephone of whoever holds it. */
export function OrderHead({ order }: { order: OrderDetail }) {
  const t = useText(messages)
  const say = useLocalised()
  const sentence = useSentence()
  const { holder } = order
  return (
    <div className="hq-order-head">
      <div className="hq-row">
        <StateTag machine={orderStates} state={order.state} />
        {order.urgency === 'URGENT' ? <StateTag tone="bad" title={urgencies.URGENT} /> : null}
        {order.reopenCount > 0 ? <StateTag tone="waiting" title={reopened} /> : null}
      </div>
      <p className="hq-order-sentence">{sentence(order)}</p>
      <Clocks order={order} />
      {order.closingNote || order.closingResult ? (
        <p>
          {order.closingResult ? t('result', { result: say(closingResults[order.closingResult]) }) : null}
          {order.closingNote ? <span className="hq-soft"> {order.closingNote}</span> : null}
        </p>
      ) : null}
      {order.mergedInto ? (
        <LinkTo to={`/orders/${order.mergedInto.id}`}>
          {t('merged', { number: order.mergedInto.number })}
        </LinkTo>
      ) : null}
      {order.mergedFrom.length > 0 ? (
        <p className="hq-soft">{t('joined', { n: order.mergedFrom.length })}</p>
      ) : null}
      {holder.phone && order.completedAt === null ? (
        <a className="hq-call" href={`tel:${holder.phone.replace(/[^\d+]/g, '')}`}>
          <Icon name="phone" />
          {t('call', { name: holder.name })}
          <span className="hq-soft">{holder.phone}</span>
        </a>
      ) : null}
      <Escalations order={order} />
    </div>
  )
}

const reopened = text('重新处理', 'Reopened')

/** The clock of the answer until somebody answered, then that of the finish; by the work calendar. */
function Clocks({ order }: { order: OrderDetail }) {
  const t = useText(messages)
  const { respond, finish } = order
  if (order.state === 'VOIDED' || order.state === 'MERGED') return null
  return (
    <dl className="hq-order-clocks">
      {respond ? (
        <div>
          <dt>{t('respond')}</dt>
          <dd>
            <Clock due={respond.dueAt} doneAt={order.respondedAt} full />
          </dd>
        </div>
      ) : null}
      {finish ? (
        <div>
          <dt>{t('finish')}</dt>
          <dd>
            <Clock due={finish.dueAt} doneAt={order.finishedAt} paused={finish.state === 'paused'} full />
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function Escalations({ order }: { order: OrderDetail }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  const last = order.escalations.at(-1)
  if (!last || order.completedAt) return null
  return (
    <p className="hq-faint">
      {t('warned', {
        when: format.when(last.firedAt),
        who: say(roles[last.toRole as Role] ?? last.toRole),
        what: say(last.name),
      })}
    </p>
  )
}
