import { bookingStates } from '#engines/bookings/states.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { History } from '#ui/history.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Facts, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { meetings } from '../module.ts'
import type { MeetingRow } from '../schema.ts'
import { classes, layouts, roomUses, services } from '../words.ts'
import { MeetingSteps } from './meeting-steps.tsx'
import { MeetingTime } from './meeting-time.tsx'
import { Omissions } from './omissions.tsx'
import { PeopleLinks } from './people/people-links.tsx'
import { RateMeeting } from './rate-meeting.tsx'
import { ReflectForm } from './reflect-form.tsx'
import { SupportTimeline } from './support-timeline.tsx'
import './meetings.css'

const messages = defineMessages({
  meeting: text('会议', 'Meeting'),
  all: text('会议', 'Meetings'),
  about: text('会议安排', 'Arrangement'),
  when: text('时间', 'When'),
  where: text('会议室', 'Room'),
  further: text('另外的会议室', 'Further rooms'),
  unit: text('主办单位', 'Organiser'),
  who: text('主办人', 'Contact'),
  persons: text('参会人数', 'Persons'),
  class: text('级别', 'Class'),
  layout: text('布局', 'Layout'),
  services: text('服务内容', 'Services'),
  accessories: text('借用设备', 'Equipment'),
  note: text('备注', 'Note'),
  private: text('不公开', 'Private'),
  support: text('会务保障单 {done}/{all}', 'Support {done}/{all}'),
  history: text('经过', 'History'),
  none: text('没有', 'None'),
})

/** One meeting: who, when, where, what it needs, what is done for it by whom, how it was. */
export default function MeetingPage() {
  const t = useText(messages)
  const meetingId = useParam('meetingId')
  const read = useRead(meetings.actions.readMeeting, { meetingId })
  const meeting = read.data
  return (
    <Page
      title={meeting?.title ?? t('meeting')}
      subtitle={meeting?.number}
      trail={[{ title: t('all'), to: '/meetings' }]}
      extra={meeting ? <StateTag machine={bookingStates} state={meeting.state} /> : null}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !meeting ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {meeting ? (
        <div className="hq-stack">
          <MeetingSteps meeting={meeting} />
          <About meeting={meeting} />
          <PeopleLinks meeting={meeting} />
          {meeting.can.rate || meeting.ratingGiven ? <RateMeeting meeting={meeting} /> : null}
          {meeting.support.length > 0 ? (
            <Section title={t('support', meeting.tasks)}>
              <SupportTimeline
                tasks={meeting.support}
                mainRoom={meeting.furtherRooms.length > 0 ? (meeting.room?.name ?? null) : null}
              />
            </Section>
          ) : null}
          <Omissions meeting={meeting} />
          <ReflectForm meeting={meeting} />
          {meeting.history.length > 0 ? (
            <Section title={t('history')}>
              <History
                events={[...meeting.history].reverse().map(({ id, at, title, actorName, reason }) => ({
                  id,
                  at,
                  title,
                  who: actorName,
                  note: reason,
                }))}
              />
            </Section>
          ) : null}
        </div>
      ) : null}
    </Page>
  )
}

type Detail = NonNullable<ReturnType<typeof useRead<typeof meetings.actions.readMeeting>>['data']>

function About({ meeting }: { meeting: Detail }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const { room } = meeting
  return (
    <Section title={t('about')}>
      <Facts
        items={[
          { title: t('when'), value: <MeetingTime from={meeting.from} to={meeting.to} /> },
          {
            title: t('where'),
            value: room ? <LinkTo to={`/meetings/rooms/${room.id}`}>{room.name}</LinkTo> : '—',
          },
          ...(meeting.furtherRooms.length > 0
            ? [
                {
                  title: t('further'),
                  value: (
                    <>
                      {meeting.furtherRooms.map(({ id, name, use }) => (
                        <div key={id}>
                          <LinkTo to={`/meetings/rooms/${id}`}>{name}</LinkTo>{' '}
                          <small className="hq-faint">{localised(roomUses[use])}</small>
                        </div>
                      ))}
                    </>
                  ),
                },
              ]
            : []),
          { title: t('unit'), value: meeting.unit.name },
          { title: t('who'), value: meeting.organiserName },
          { title: t('persons'), value: meeting.headcount === null ? '—' : format.number(meeting.headcount) },
          {
            title: t('class'),
            value: `${localised(classes[meeting.class])}${meeting.private ? ` · ${t('private')}` : ''}`,
          },
          ...(meeting.layout ? [{ title: t('layout'), value: localised(layouts[meeting.layout]) }] : []),
          { title: t('services'), value: servicesOf(meeting).join('、') || t('none'), wide: true },
          ...(meeting.accessories.length > 0
            ? [
                {
                  title: t('accessories'),
                  value: meeting.accessories.map(({ name, quantity }) => `${name} × ${quantity}`).join('、'),
                  wide: true,
                },
              ]
            : []),
          ...(meeting.note ? [{ title: t('note'), value: meeting.note, wide: true }] : []),
        ]}
      />
    </Section>
  )

  function servicesOf(row: MeetingRow): string[] {
    return [...row.services.map((service) => localised(services[service])), ...row.otherServices]
  }
}
