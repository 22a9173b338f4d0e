import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { Shape } from '#ui/shape.tsx'
import { orders } from '../../module.ts'
import type { OrderRow } from '../../schema.ts'
import { holderRoles } from '../../words.ts'
import { type Span, spanOf, spans } from './span-of.ts'
import './desk.css'

const messages = defineMessages({
  title: text('哪些没做好、为什么', 'What fell short, and why'),
  span: text('时间', 'Days'),
  yesterday: text('昨天', 'Yesterday'),
  week: text('最近 7 天', 'Last 7 days'),
  month: text('本月', 'This month'),
  late: text('超时 {n} 单', '{n} late'),
  low: text('差评 {n} 单', '{n} rated low'),
  again: text('返修 {n} 单', '{n} sent back'),
  noLate: text('没有超时', 'Nothing late'),
  noLow: text('没有差评', 'No low rating'),
  noAgain: text('没有返修', 'Nothing sent back'),
  over: text('超 工作时间 {time}', '{time} of working time over'),
  held: text('到期时在{holder}手里（{role}）', 'With {holder} ({role}) when it fell due'),
  sealed: text('受限工单，打开后可看原因', 'Restricted: open it to see why'),
  stars: text('{n} 分', '{n} of 5'),
  by: text('{name}承办', 'Done by {name}'),
  all: text('看全部超时', 'All late orders'),
})

/** What fell short in the days chosen, each with who held it; the section head's first look. */
export default function ShortfallCard() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const [span, setSpan] = useState<Span>('week')
  const days = spanOf(span, todayInChina())
  const read = useRead(orders.actions.readShortfalls, days)
  const found = read.data
  const role = (key: string | null) =>
    localised(Object.entries(holderRoles).find(([name]) => name === key)?.[1] ?? '')
  return (
    <section className="fell-short" aria-label={t('title')}>
      <div className="fell-head">
        <h2>{t('title')}</h2>
        <Segmented
          aria-label={t('span')}
          value={span}
          onChange={setSpan}
          options={spans.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      {read.error ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.isLoading ? <Loading /> : null}
      {found ? (
        <div className="hq-grid">
          <Block
            title={t('late', { n: found.lateCount })}
            none={t('noLate')}
            extra={
              found.lateCount > found.late.length ? (
                <LinkTo to="/orders?overdue=true">{t('all')}</LinkTo>
              ) : null
            }
          >
            {found.late.map(({ order, holderWhenDue, roleWhenDue, overdueMinutes }) => (
              <Line
                key={order.id}
                order={order}
                mark={
                  overdueMinutes === null ? null : (
                    <span className="fell-over">{t('over', { time: format.duration(overdueMinutes) })}</span>
                  )
                }
                why={
                  holderWhenDue === null
                    ? t('sealed')
                    : t('held', { holder: holderWhenDue, role: role(roleWhenDue) })
                }
              />
            ))}
          </Block>
          <Block title={t('low', { n: found.lowRatedCount })} none={t('noLow')}>
            {found.lowRated.map(({ order, overall, comment }) => (
              <Line
                key={order.id}
                order={order}
                mark={<span className="fell-over">{t('stars', { n: overall })}</span>}
                why={comment || t('by', { name: order.worker?.name ?? '—' })}
              />
            ))}
          </Block>
          <Block title={t('again', { n: found.reopenedCount })} none={t('noAgain')}>
            {found.reopened.map(({ order, reason }) => (
              <Line key={order.id} order={order} why={reason} />
            ))}
          </Block>
        </div>
      ) : null}
    </section>
  )
}

function Block({
  title,
  none,
  extra,
  children,
}: {
  title: string
  none: string
  extra?: ReactNode
  children: ReactNode[]
}) {
  return (
    <Section title={title} extra={extra}>
      {children.length === 0 ? (
        <p className="fell-none">
          <Shape tone="good" />
          {none}
        </p>
      ) : (
        <ul className="fell-list">{children}</ul>
      )}
    </Section>
  )
}

function Line({ order, mark, why }: { order: OrderRow; mark?: ReactNode; why: string }) {
  return (
    <li>
      <LinkTo to={`/orders/${order.id}`}>
        {order.site.name} · {order.title}
      </LinkTo>
      <span className="fell-why">
        {mark} {why} <small className="hq-faint hq-nowrap">{order.number}</small>
      </span>
    </li>
  )
}
