import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Figure, Figures } from '#ui/figure.tsx'
import { Page } from '#ui/page.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { fleet } from '../../module.ts'
import type { SafetyMeeting } from '../../safety-schema.ts'

const messages = defineMessages({
  title: text('车辆安全', 'Vehicle safety'),
  add: text('登记安全学习会议', 'Note a safety meeting'),
  days: text('连续无伤人事故', 'Without injury'),
  day: text('天', 'days'),
  since: text('自 {day} 起', 'since {day}'),
  meetings: text('今年安全学习', 'Safety meetings this year'),
  times: text('次', 'meetings'),
  accidents: text('今年事故', 'Accidents this year'),
  cases: text('起', 'accidents'),
  injuries: text('今年伤人事故', 'With injury this year'),
  topic: text('学习内容', 'Topic'),
  held: text('日期', 'Day'),
  place: text('地点', 'Place'),
  attended: text('到会', 'Attended'),
  minutes: text('纪要', 'Minutes'),
  kept: text('有', 'Kept'),
  voided: text('已作废', 'Voided'),
  none: text('还没有登记安全学习会议', 'No safety meeting has been noted yet'),
  next: text(
    '开过会后在这里登记：内容、到会的人、会议纪要。',
    'Note it here after it was held: topic, who was there, minutes.',
  ),
})

/** How long nobody was hurt, and the meetings that are to keep it so. */
export default function SafetyPage() {
  const t = useText(messages)
  const format = useFormat()
  const session = useSession()
  const { data } = useRead(fleet.actions.readSafetyRecord, {})
  return (
    <Page
      title={t('title')}
      width="wide"
      action={session.allowed('fleet.keep-safety') ? { title: t('add'), to: '/fleet/safety/new' } : undefined}
    >
      <div className="hq-stack">
        {data ? (
          <Figures>
            <Figure
              title={t('days')}
              value={data.days}
              unit={t('day')}
              decimals={0}
              asOf={data.since ? t('since', { day: format.day(data.since, 'plain') }) : undefined}
            />
            <Figure title={t('meetings')} value={data.meetings} unit={t('times')} decimals={0} />
            <Figure title={t('accidents')} value={data.accidents} unit={t('cases')} decimals={0} />
            <Figure title={t('injuries')} value={data.injuries} unit={t('cases')} decimals={0} />
          </Figures>
        ) : null}
        <DataTable
          name="fleet.safety-meetings"
          title={t('title')}
          read={fleet.actions.listSafetyMeetings}
          exportTo={fleet.actions.exportSafetyMeetings}
          rowPath={(key) => `/fleet/safety/${key}`}
          empty={{ title: t('none'), next: t('next'), icon: 'safety' }}
          columns={[
            { key: 'topic', title: t('topic'), card: 'title', render: (row: SafetyMeeting) => row.topic },
            {
              key: 'held',
              title: t('held'),
              sort: 'held',
              render: (row: SafetyMeeting) => format.day(row.heldOn),
            },
            { key: 'place', title: t('place'), render: (row: SafetyMeeting) => row.place || '—' },
            {
              key: 'attended',
              title: t('attended'),
              align: 'right',
              render: (row: SafetyMeeting) => `${row.attended}/${row.drivers}`,
            },
            {
              key: 'minutes',
              title: t('minutes'),
              render: (row: SafetyMeeting) => (row.hasMinutes ? t('kept') : '—'),
            },
            {
              key: 'voided',
              title: '',
              card: 'mark',
              render: (row: SafetyMeeting) =>
                row.voided ? <StateTag tone="ended" title={t('voided')} /> : null,
            },
          ]}
        />
      </div>
    </Page>
  )
}
