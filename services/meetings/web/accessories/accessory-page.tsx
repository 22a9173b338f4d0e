import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { meetings } from '../../module.ts'
import { ClosingNote } from '../closing-note.tsx'
import { MeetingTime } from '../meeting-time.tsx'
import { RecordHistory } from '../record-history.tsx'
import { ChangeAccessory } from './accessory-forms.tsx'
import { CloseAccessory, ReopenAccessory } from './close-accessory.tsx'
import '../meetings.css'

const messages = defineMessages({
  one: text('会议设备', 'Meeting equipment'),
  about: text('基本情况', 'About'),
  quantity: text('数量', 'Pieces'),
  out: text('正在借出', 'Out now'),
  free: text('现有', 'There now'),
  site: text('存放物业', 'Kept at'),
  note: text('备注', 'Note'),
  loans: text('谁在用、何时用', 'Who has it, when'),
  when: text('时间', 'When'),
  what: text('用途', 'For'),
  who: text('借用人', 'Borrower'),
  room: text('会议室', 'Room'),
  pieces: text('借用', 'Pieces'),
  hidden: text('不公开的会议', 'A private meeting'),
  none: text('没有人在借用或预订', 'Nobody has it or has booked it'),
  next: text('订会议室时可以一起借用。', 'It is borrowed along with a room.'),
})

/** One kind of equipment: how much there is, who has it when, and what became of it. */
export default function AccessoryPage() {
  const t = useText(messages)
  const accessoryId = useParam('accessoryId')
  const read = useRead(meetings.actions.readAccessory, { accessoryId })
  const one = read.data
  return (
    <Page
      title={one?.name ?? t('one')}
      subtitle={one?.code}
      trail={[{ title: t('one'), to: '/meetings/accessories' }]}
      extra={
        one?.can.change ? (
          <>
            <ChangeAccessory accessory={one} />
            {one.can.close ? <CloseAccessory accessory={one} standing={one.loans.length} /> : null}
            {one.can.reopen ? <ReopenAccessory accessory={one} /> : null}
          </>
        ) : null
      }
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !one ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {one ? (
        <div className="hq-stack">
          <ClosingNote closing={one.closing} closedAt={one.closedAt} />
          <Section title={t('about')}>
            <Facts
              items={[
                { title: t('quantity'), value: `${one.quantity} ${one.countedIn}` },
                { title: t('out'), value: `${one.out} ${one.countedIn}` },
                { title: t('free'), value: `${one.quantity - one.out} ${one.countedIn}` },
                { title: t('site'), value: one.site?.name ?? '—' },
                ...(one.note ? [{ title: t('note'), value: one.note, wide: true }] : []),
              ]}
            />
          </Section>
          <Loans loans={one.loans} countedIn={one.countedIn} />
          <RecordHistory events={one.history} />
        </div>
      ) : null}
    </Page>
  )
}

type Detail = NonNullable<ReturnType<typeof useRead<typeof meetings.actions.readAccessory>>['data']>

function Loans({ loans, countedIn }: Pick<Detail, 'loans' | 'countedIn'>) {
  const t = useText(messages)
  return (
    <Section title={t('loans')}>
      {loans.length === 0 ? (
        <Empty icon="calendar" title={t('none')} next={t('next')} />
      ) : (
        <PlainTable
          label={t('loans')}
          rows={loans}
          rowKey={({ bookingId }) => bookingId}
          columns={[
            {
              key: 'what',
              title: t('what'),
              card: 'title',
              render: ({ title, href }) =>
                href && title !== null ? <LinkTo to={href}>{title}</LinkTo> : t('hidden'),
            },
            { key: 'when', title: t('when'), render: ({ from, to }) => <MeetingTime from={from} to={to} /> },
            { key: 'room', title: t('room'), render: ({ roomName }) => roomName ?? '—' },
            { key: 'who', title: t('who'), render: ({ organiserName }) => organiserName ?? '—' },
            {
              key: 'pieces',
              title: t('pieces'),
              align: 'right',
              render: ({ quantity }) => `${quantity} ${countedIn}`,
            },
          ]}
        />
      )}
    </Section>
  )
}
