import { bookingStates } from '#engines/bookings/states.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { type Filter, stateOptions } from '#ui/filters.ts'
import { Page } from '#ui/page.tsx'
import { LongName } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { meetings } from '../module.ts'
import type { MeetingRow } from '../schema.ts'
import { classes, services } from '../words.ts'
import { optionsOf, searchRooms, searchSites, searchUnits } from './choices.ts'
import { MeetingTime } from './meeting-time.tsx'
import './meetings.css'

const messages = defineMessages({
  title: text('会议', 'Meetings'),
  book: text('订会议室', 'Book a room'),
  what: text('会议', 'Meeting'),
  when: text('时间', 'When'),
  where: text('会议室', 'Room'),
  unit: text('主办单位', 'Organiser'),
  persons: text('人数', 'Persons'),
  state: text('状态', 'State'),
  support: text('会务', 'Support'),
  done: text('{done}/{all} 项', '{done} of {all}'),
  missed: text('漏 {n}', '{n} missed'),
  class: text('级别', 'Class'),
  service: text('服务内容', 'Service'),
  site: text('物业', 'Site'),
  days: text('开会日期', 'Held'),
  mine: text('只看我的', 'Mine only'),
  onlyMissed: text('有漏项', 'With omissions'),
  find: text('编号、名称、单位、主办人', 'Number, title, unit, organiser'),
  none: text('没有会议', 'No meetings'),
  next: text('订好的会议会出现在这里。', 'What is booked appears here.'),
})

const filters: Filter[] = [
  { key: 'days', kind: 'days', label: messages.days },
  { key: 'state', kind: 'multi', label: messages.state, options: stateOptions(bookingStates) },
  { key: 'class', kind: 'select', label: messages.class, options: optionsOf(classes) },
  { key: 'unitId', kind: 'search', label: messages.unit, search: searchUnits },
  { key: 'roomId', kind: 'search', label: messages.where, search: searchRooms },
  { key: 'siteId', kind: 'search', label: messages.site, search: searchSites },
  { key: 'service', kind: 'select', label: messages.service, options: optionsOf(services) },
  { key: 'mine', kind: 'toggle', label: messages.mine },
  { key: 'missed', kind: 'toggle', label: messages.onlyMissed },
]

/** Every meeting within reach: found, filtered, exported as a sheet that can be imported again. */
export default function MeetingsPage() {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const session = useSession()
  return (
    <Page
      title={t('title')}
      width="wide"
      action={session.allowed('meetings.book') ? { title: t('book'), to: '/meetings/new' } : undefined}
    >
      <DataTable
        name="meetings.all"
        title={t('title')}
        read={meetings.actions.listMeetings}
        exportTo={meetings.actions.exportMeetings}
        filters={filters}
        search={t('find')}
        searchAs="search"
        rowPath={(key) => `/meetings/${key}`}
        rowTone={(row) => (row.tasks.missed > 0 ? 'bad' : undefined)}
        empty={{ title: t('none'), next: t('next'), icon: 'meetings' }}
        columns={[
          {
            key: 'what',
            title: t('what'),
            card: 'title',
            render: (row: MeetingRow) => (
              <span className="meeting-what">
                <LongName>{row.title}</LongName>
                <small className="hq-faint hq-nowrap">
                  {row.number}
                  {row.class === 'ORDINARY' ? '' : ` · ${localised(classes[row.class])}`}
                </small>
              </span>
            ),
          },
          {
            key: 'state',
            title: t('state'),
            card: 'mark',
            render: (row: MeetingRow) => <StateTag machine={bookingStates} state={row.state} />,
          },
          {
            key: 'when',
            title: t('when'),
            render: (row: MeetingRow) => <MeetingTime from={row.from} to={row.to} />,
          },
          {
            key: 'where',
            title: t('where'),
            render: (row: MeetingRow) => (
              <LongName>
                {row.room ? [row.room, ...row.furtherRooms].map(({ name }) => name).join('、') : '—'}
              </LongName>
            ),
          },
          {
            key: 'unit',
            title: t('unit'),
            render: (row: MeetingRow) => <LongName>{row.unit.name}</LongName>,
          },
          {
            key: 'persons',
            title: t('persons'),
            align: 'right',
            render: (row: MeetingRow) => (row.headcount === null ? '—' : format.number(row.headcount)),
          },
          {
            key: 'support',
            title: t('support'),
            align: 'right',
            render: (row: MeetingRow) =>
              row.tasks.all === 0 ? (
                '—'
              ) : (
                <span className="hq-nowrap">
                  {t('done', row.tasks)}
                  {row.tasks.missed > 0 ? (
                    <b className="meeting-missed"> {t('missed', { n: row.tasks.missed })}</b>
                  ) : null}
                </span>
              ),
          },
        ]}
      />
    </Page>
  )
}
