import type { ReactNode } from 'react'
import { kernelActions } from '#kernel/actions.ts'
import type { Text } from '#kernel/contract/text.ts'
import { todayInChina, useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useText } from '#kernel/web/messages.ts'
import { stringifySearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { LongName, Section } from '#ui/section.tsx'
import { Tile, Tiles } from '#ui/tiles.tsx'
import { orders } from '../../module.ts'
import './exceptions.css'
import { messages } from './messages.ts'

const days = 90
const shown = 3
const counted = 50

/** What the history calls an exception, by its event. */
const kinds = [
  { type: 'orders.reopened', title: 'reopened' },
  { type: 'orders.cost_corrected', title: 'corrected' },
  { type: 'orders.opened', title: 'opened' },
] as const

/** The auditor's first screen: what went another way than it should, then where everything else is proved. */
export default function ExceptionsCard() {
  const t = useText(messages)
  const since = todayInChina(Date.now() - days * 86_400_000)
  return (
    <>
      <Section title={t('exceptions')} extra={<span className="hq-faint">{t('hint')}</span>}>
        <div className="exc-grid">
          <OrderLines title={messages.overdue} filter={{ overdue: true, open: true }} />
          <OrderLines title={messages.late} filter={{ late: true, from: since }} />
          <OrderLines title={messages.voided} filter={{ state: ['VOIDED'], from: since }} />
          {kinds.map(({ type, title }) => (
            <EventLines key={type} type={type} title={messages[title]} since={since} />
          ))}
        </div>
      </Section>
      <Section look="plain" title={t('evidence')}>
        <Tiles>
          <Tile to="/figures" icon="figures" title={t('figures')} note={t('figuresNote')} />
          <Tile to="/reports" icon="report" title={t('reports')} note={t('reportsNote')} />
          <Tile to="/orders" icon="orders" title={t('orders')} note={t('ordersNote')} />
          <Tile to="/audit" icon="audit" title={t('trail')} note={t('trailNote')} />
        </Tiles>
      </Section>
    </>
  )
}

interface Line {
  id: string
  to: string
  name: string
  note: string
}

function Lines(props: {
  title: Text
  all: string
  count: number
  more: boolean
  lines: Line[]
  children?: ReactNode
}) {
  const { title, all, count, more, lines } = props
  const t = useText(messages)
  const words = useText({ title })
  return (
    <section className="exc-kind" aria-label={words('title')}>
      <h3>
        <span>{words('title')}</span>
        <strong className={count > 0 ? 'exc-some' : 'hq-faint'}>
          {more ? t('atLeast', { n: count }) : count}
        </strong>
      </h3>
      {props.children}
      <ul>
        {lines.map(({ id, to, name, note }) => (
          <li key={id}>
            <LinkTo to={to}>
              <LongName lines={1}>{name}</LongName>
            </LinkTo>
            <small className="hq-faint">{note}</small>
          </li>
        ))}
      </ul>
      {count > 0 ? <LinkTo to={all}>{t('all')}</LinkTo> : <span className="hq-faint">{t('none')}</span>}
    </section>
  )
}

interface OrderFilter {
  overdue?: true
  open?: true
  late?: true
  state?: string[]
  from?: string
}

function OrderLines({ title, filter }: { title: Text; filter: OrderFilter }) {
  const format = useFormat()
  const read = useRead(orders.actions.listOrders, { ...filter, limit: counted })
  if (read.isPending) return <Loading compact />
  if (read.error) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  const { items, next } = read.data
  const lines = items.slice(0, shown).map((row) => ({
    id: row.id,
    to: `/orders/${row.id}`,
    name: `${row.number} ${row.title}`,
    note: format.when(row.createdAt),
  }))
  return (
    <Lines
      title={title}
      all={`/orders${stringifySearch({ ...filter })}`}
      count={items.length}
      more={next !== null}
      lines={lines}
    />
  )
}

function EventLines({ type, title, since }: { type: string; title: Text; since: string }) {
  const t = useText(messages)
  const format = useFormat()
  const read = useRead(kernelActions.readAudit, { type, from: since, limit: counted })
  if (read.isPending) return <Loading compact />
  if (read.error) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  const { items, next } = read.data
  const lines = items.slice(0, shown).map((event) => ({
    id: event.id,
    to: event.subjectId ? `/orders/${event.subjectId}` : `/audit${stringifySearch({ type })}`,
    name: event.reason ?? `${event.actorName || t('nobody')}`,
    note: `${event.actorName || t('nobody')} · ${format.when(event.at)}`,
  }))
  return (
    <Lines
      title={title}
      all={`/audit${stringifySearch({ type, from: since })}`}
      count={items.length}
      more={next !== null}
      lines={lines}
    />
  )
}
