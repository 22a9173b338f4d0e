import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { bookingStates } from '#engines/bookings/states.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { ExportLinks } from '#ui/export-links.tsx'
import { Figure, Figures } from '#ui/figure.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { EventDetail } from '../../major-event-schema.ts'
import { majorEventStates, needKinds } from '../../major-event-words.ts'
import { meetings } from '../../module.ts'
import { ChangeEvent } from './change-event.tsx'
import { AddMeeting, AddNeed, PasteGuests } from './event-forms.tsx'
import { Milestones } from './milestones.tsx'
import '../meetings.css'
import '../people/people.css'

const messages = defineMessages({
  event: text('重大活动', 'Major event'),
  all: text('重大活动', 'Major events'),
  start: text('开始', 'Start'),
  close: text('结束活动', 'Close'),
  closeAsk: text('还有 {n} 个节点没有完成，为什么现在结束？', '{n} milestones are open; why close now?'),
  reason: text('原因', 'Reason'),
  back: text('先不', 'Not now'),
  days: text('日期', 'Days'),
  owner: text('负责人', 'Owner'),
  note: text('说明', 'Note'),
  held: text('已召开会议', 'Meetings held'),
  attendances: text('参会人次', 'Attendances'),
  tasks: text('会务任务完成', 'Tasks done'),
  tasksLate: text('会务任务逾期', 'Tasks late'),
  late: text('逾期节点', 'Milestones late'),
  guests: text('嘉宾', 'Guests'),
  meetings: text('会议', 'Meetings'),
  title: text('会议', 'Meeting'),
  when: text('时间', 'When'),
  where: text('会议室', 'Room'),
  state: text('状态', 'State'),
  support: text('会务', 'Support'),
  private: text('不公开', 'Private'),
  remove: text('移出', 'Take out'),
  milestones: text('节点', 'Milestones'),
  needs: text('用餐、通行证和用车', 'Meals, passes and vehicles'),
  needed: text('{day} {n}', '{day}: {n}'),
  guestCount: text('{n} 人（姓名只给调度看）', '{n} (names are for the desk)'),
})

/** One major event: how it stands, what is late, and all its parts. */
export default function EventPage() {
  const t = useText(messages)
  const eventId = useParam('eventId')
  const read = useRead(meetings.actions.readEvent, { eventId })
  const event = read.data
  return (
    <Page
      title={event?.title ?? t('event')}
      subtitle={event?.number}
      width="wide"
      trail={[{ title: t('all'), to: '/meetings/events' }]}
      extra={event ? <StateTag machine={majorEventStates} state={event.state} /> : null}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !event ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {event ? (
        <div className="hq-stack">
          <Steps event={event} />
          <Standing event={event} />
          <Milestones event={event} />
          <Parts event={event} />
          <Needs event={event} />
          <Guests event={event} />
        </div>
      ) : null}
    </Page>
  )
}

function Steps({ event }: { event: EventDetail }) {
  const t = useText(messages)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const start = useWrite(meetings.actions.startEvent, { invalidates: ['/meetings/events'] })
  const close = useWrite(meetings.actions.closeEvent, {
    quiet: asking,
    invalidates: ['/meetings/events'],
    onDone: () => setAsking(false),
  })
  const open = event.milestones.all - event.milestones.done
  return (
    <span className="hq-row">
      {event.can.start ? (
        <Button type="primary" loading={start.isPending} onClick={() => start.mutate({ eventId: event.id })}>
          {t('start')}
        </Button>
      ) : null}
      {event.can.close ? (
        <Button
          loading={close.isPending}
          onClick={() => (open > 0 ? setAsking(true) : close.mutate({ eventId: event.id }))}
        >
          {t('close')}
        </Button>
      ) : null}
      {event.can.change ? <ChangeEvent event={event} /> : null}
      <ExportLinks action={meetings.actions.exportEvent} input={{ eventId: event.id }} />
      {asking ? (
        <Modal
          open
          title={t('closeAsk', { n: open })}
          okText={t('close')}
          cancelText={t('back')}
          okButtonProps={{ loading: close.isPending, disabled: reason.trim() === '' }}
          onOk={() => close.mutate({ eventId: event.id, reason: reason.trim() })}
          onCancel={() => setAsking(false)}
        >
          <div className="hq-stack">
            <Input
              aria-label={t('reason')}
              placeholder={t('reason')}
              autoFocus
              maxLength={1000}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
            {close.error ? <Problem error={close.error} /> : null}
          </div>
        </Modal>
      ) : null}
    </span>
  )
}

function Standing({ event }: { event: EventDetail }) {
  const t = useText(messages)
  const format = useFormat()
  const { totals, milestones } = event
  return (
    <>
      <Figures>
        <Figure title={t('late')} value={milestones.late} target={0} better="less" />
        <Figure title={t('tasksLate')} value={totals.tasksLate} target={0} better="less" />
        <Figure title={t('tasks')} value={totals.tasksDone} unit={`/ ${totals.tasks}`} />
        <Figure title={t('held')} value={totals.held} unit={`/ ${event.meetings}`} />
        <Figure title={t('attendances')} value={totals.attendances} />
        <Figure title={t('guests')} value={event.guests} />
      </Figures>
      <Section>
        <Facts
          items={[
            {
              title: t('days'),
              value: `${format.day(event.fromDay, 'plain')}—${format.day(event.toDay, 'plain')}`,
            },
            { title: t('owner'), value: event.ownerName },
            ...(event.note ? [{ title: t('note'), value: event.note, wide: true }] : []),
          ]}
        />
      </Section>
    </>
  )
}

function Parts({ event }: { event: EventDetail }) {
  const t = useText(messages)
  const format = useFormat()
  const remove = useWrite(meetings.actions.removeEventMeeting, { invalidates: ['/meetings/events'] })
  if (event.parts.length === 0 && !event.can.change) return null
  return (
    <Section title={t('meetings')}>
      {event.can.change ? (
        <div className="event-add-meeting">
          <AddMeeting eventId={event.id} />
        </div>
      ) : null}
      <PlainTable
        label={t('meetings')}
        rows={event.parts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            title: t('title'),
            card: 'title',
            render: ({ id, title, number }) =>
              title === null ? `${t('private')} ${number}` : <LinkTo to={`/meetings/${id}`}>{title}</LinkTo>,
          },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: ({ state }) => <StateTag machine={bookingStates} state={state} />,
          },
          { key: 'when', title: t('when'), render: ({ from }) => format.when(from) },
          { key: 'where', title: t('where'), render: ({ room }) => room ?? '—' },
          {
            key: 'support',
            title: t('support'),
            render: ({ tasks }) => (
              <span className={tasks.late > 0 ? 'meeting-missed' : undefined}>
                {tasks.done}/{tasks.all}
                {tasks.late > 0 ? ` · ${t('tasksLate')} ${tasks.late}` : ''}
              </span>
            ),
          },
          ...(event.can.change
            ? [
                {
                  key: 'do',
                  title: '',
                  card: 'bare' as const,
                  render: ({ id }: EventDetail['parts'][number]) => (
                    <Button size="small" onClick={() => remove.mutate({ eventId: event.id, meetingId: id })}>
                      {t('remove')}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function Needs({ event }: { event: EventDetail }) {
  const t = useText(messages)
  const say = useLocalised()
  const format = useFormat()
  if (event.needs.length === 0 && !event.can.change) return null
  return (
    <Section title={t('needs')}>
      <ul className="people-needs">
        {event.needs.map((need) => (
          <li key={need.id}>
            {say(needKinds[need.kind])}{' '}
            {t('needed', { day: format.day(need.onDay, 'short'), n: need.quantity })}
            {need.note ? ` · ${need.note}` : ''}
          </li>
        ))}
      </ul>
      {event.can.change ? <AddNeed event={event} /> : null}
    </Section>
  )
}

function Guests({ event }: { event: EventDetail }) {
  const t = useText(messages)
  const remove = useWrite(meetings.actions.removeGuest, { invalidates: ['/meetings/events'] })
  return (
    <Section title={t('guests')}>
      {event.guestList === null ? <p>{t('guestCount', { n: event.guests })}</p> : null}
      <ul className="people-list">
        {(event.guestList ?? []).map((guest) => (
          <li key={guest.id} className="people-row">
            <span className="people-name">
              <strong>{guest.name}</strong>
              <small className="hq-soft">{guest.unit}</small>
            </span>
            {event.can.change ? (
              <Button
                size="small"
                type="text"
                onClick={() => remove.mutate({ eventId: event.id, guestId: guest.id })}
              >
                {t('remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {event.can.change ? <PasteGuests eventId={event.id} /> : null}
    </Section>
  )
}
