import { Button } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { fleet } from '../../module.ts'
import './trips.css'

const messages = defineMessages({
  title: text('节假日封存', 'Holiday sealing'),
  ahead: text('还没安排的节假日', 'Holidays not arranged yet'),
  arrange: text('安排封存', 'Arrange'),
  span: text('{from} 至 {to}', '{from} to {to}'),
  counts: text(
    '{vehicles} 辆车，已封存 {sealed} 辆，批准使用 {exempt} 辆',
    '{vehicles} vehicles, {sealed} sealed, {exempt} exempt',
  ),
  used: text('封存期内出车 {n} 趟', '{n} {n|trip|trips} while sealed'),
  none: text('还没有安排过封存', 'No sealing arranged yet'),
  next: text('从日历上的节假日选一个，一点就好。', 'Take a holiday of the calendar with one tap.'),
})

/** The sealings by holiday: made from the calendar with one tap. */
export default function SealingsPage() {
  const t = useText(messages)
  const read = useRead(fleet.actions.listSealings, {})
  const desk = useSession().allowed('fleet.dispatch')
  const make = useWrite(fleet.actions.makeSealing, { invalidates: ['/fleet/sealings'] })
  const span = useSpan()
  const { items = [], holidays = [] } = read.data ?? {}
  return (
    <Page title={t('title')} width="text">
      {read.isPending ? <Loading /> : null}
      {read.error && !read.data ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      <div className="hq-stack">
        {desk && holidays.length > 0 ? (
          <Section title={t('ahead')}>
            {holidays.map((holiday) => (
              <div key={holiday.from} className="trip-chain-line">
                <strong>{holiday.title}</strong>
                <span>{span(holiday)}</span>
                <Button loading={make.isPending} onClick={() => make.mutate(holiday)}>
                  {t('arrange')}
                </Button>
              </div>
            ))}
          </Section>
        ) : null}
        {read.data && items.length === 0 ? (
          <Empty icon="calendar" title={t('none')} next={t('next')} />
        ) : null}
        {items.map((one) => (
          <LinkTo key={one.id} to={`/fleet/sealings/${one.id}`} className="trip-tile">
            <span className="trip-tile-words">
              <strong>
                {one.title} <span className="hq-faint">{span(one)}</span>
              </strong>
              <span>{t('counts', one)}</span>
              {one.used > 0 ? <b className="trip-lack">{t('used', { n: one.used })}</b> : null}
            </span>
          </LinkTo>
        ))}
      </div>
    </Page>
  )
}

function useSpan() {
  const t = useText(messages)
  const format = useFormat()
  return ({ from, to }: { from: string; to: string }) =>
    from === to ? format.day(from) : t('span', { from: format.day(from), to: format.day(to) })
}
