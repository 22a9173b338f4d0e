import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { readActions } from '../actions-read.ts'
import type { OrderRow } from '../schema.ts'
import { AnswerCard } from './answer-card.tsx'
import { OrderCard } from './order-card.tsx'
import './orders.css'

const messages = defineMessages({
  mine: text('正在办的事', 'Under way'),
  unit: text('本单位正在办的事', 'Under way in my unit'),
  ask: text('等您说一声', 'Waiting for your word'),
  none: text('现在没有在办的事', 'Nothing is under way'),
  next: text(
    '有东西坏了，点下面的“报修”；报上去以后，谁在办、几点办好，都写在这里。',
    'Something broken? Tap “Report” below; who has it and by when will stand here.',
  ),
  all: text('全部记录', 'All records'),
  more: text('还有 {n} 件', '{n} more'),
})

/** Days after which an unrated order no longer asks for stars. */
const askDays = 14
const shownAtFirst = 5

/** The first thing a requester sees: what waits for them, then who holds what, since when, promised when. */
export default function MattersCard() {
  const t = useText(messages)
  const session = useSession()
  const unit = session.allowed('orders.read-unit')
  const scope = unit ? {} : { mine: true }
  const open = useRead(readActions.listOrders, { ...scope, open: true, sort: 'due', limit: 50 })
  const finished = useRead(readActions.listOrders, { ...scope, state: ['FINISHED'], limit: 20 })
  const done = useRead(readActions.listOrders, { mine: true, state: ['COMPLETED'], limit: 10 })
  // All at once: what came later would push down what somebody is about to tap.
  if (open.isPending || finished.isPending || done.isPending) return <Loading />
  if (open.error) return <Problem error={open.error} onRetry={() => void open.refetch()} />
  const asking = [
    ...(finished.data?.items ?? []).filter((row) => row.can.confirm),
    ...(done.data?.items ?? []).filter(asksForStars),
  ]
  const going = open.data.items
  const who = (row: OrderRow) => (unit ? row.requesterName : undefined)
  return (
    <>
      {asking.length > 0 ? (
        <Section look="plain" title={t('ask')}>
          <ul className="hq-order-cards">
            {asking.slice(0, shownAtFirst).map((row) => (
              <AnswerCard key={row.id} order={row} who={who(row)} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section
        look="plain"
        title={t(unit ? 'unit' : 'mine')}
        extra={<LinkTo to="/orders/mine">{t('all')}</LinkTo>}
      >
        {going.length === 0 ? <Empty icon="tasks" title={t('none')} next={t('next')} /> : null}
        <ul className="hq-order-cards">
          {going.slice(0, shownAtFirst).map((row) => (
            <OrderCard key={row.id} order={row} who={who(row)} />
          ))}
        </ul>
        {going.length > shownAtFirst ? (
          <LinkTo to="/orders/mine?open=true" className="hq-order-more">
            {t('more', { n: going.length - shownAtFirst })}
          </LinkTo>
        ) : null}
      </Section>
    </>
  )
}

function asksForStars(row: OrderRow): boolean {
  const finished = row.finishedAt ?? row.completedAt
  return (
    row.can.evaluate === true &&
    finished !== null &&
    Date.now() - Date.parse(finished) < askDays * 24 * 3_600_000
  )
}
