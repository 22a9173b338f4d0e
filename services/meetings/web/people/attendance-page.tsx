import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Figure, Figures } from '#ui/figure.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { doorOpensMinutes, marks } from '../../attendance-words.ts'
import { meetings } from '../../module.ts'
import { AddPeople } from './add-people.tsx'
import { DoorCard } from './door-card.tsx'
import { InviteCard } from './invite-card.tsx'
import { ListedPeople } from './listed-people.tsx'
import './people.css'

const messages = defineMessages({
  title: text('参会名单和签到', 'Participants and sign-in'),
  all: text('会议', 'Meetings'),
  listed: text('应到', 'Listed'),
  came: text('实到', 'Came'),
  open: text('未登记', 'Open'),
  substituted: text('代会', 'Stand-ins'),
  people: text('人', ''),
  seats: text('排座次', 'Seat plan'),
  counted: text('现场清点人数', 'Heads counted in the room'),
  countedNote: text(
    '没有逐人签到时填这里；统计以它为准。',
    'For meetings where nobody signs in by name; the figures go by it.',
  ),
  save: text('保存', 'Save'),
  by: text('{by} 清点：{n} 人', '{by} counted {n}'),
  back: text('撤回', 'Take back'),
})

type View = OutputOf<typeof meetings.actions.listParticipants>

/** Who takes part in a meeting, who came, and the code by which they sign in. */
export default function AttendancePage() {
  const t = useText(messages)
  const meetingId = useParam('meetingId')
  const read = useRead(meetings.actions.listParticipants, { meetingId })
  const view = read.data
  return (
    <Page
      title={t('title')}
      subtitle={view ? `${view.meeting.title} · ${view.meeting.number}` : undefined}
      trail={[
        { title: t('all'), to: '/meetings' },
        { title: view?.meeting.title ?? '…', to: `/meetings/${meetingId}` },
      ]}
      extra={<LinkTo to={`/meetings/${meetingId}/seats`}>{t('seats')}</LinkTo>}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !view ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {view ? (
        <div className="hq-stack">
          <Counts view={view} />
          {/* Before the day the list is made, at the door it is read. */}
          {isOpen(view) ? <ListedPeople meetingId={meetingId} view={view} /> : null}
          {view.can.door ? <DoorCard meetingId={meetingId} door={view.door} /> : null}
          {view.can.change ? <AddPeople meetingId={meetingId} /> : null}
          {isOpen(view) ? null : <ListedPeople meetingId={meetingId} view={view} />}
          {view.can.mark ? <Counted meetingId={meetingId} view={view} /> : null}
          {view.can.change ? <InviteCard meetingId={meetingId} /> : null}
        </div>
      ) : null}
    </Page>
  )
}

function isOpen({ items, meeting }: View): boolean {
  return items.length > 0 && Date.now() >= Date.parse(meeting.from) - doorOpensMinutes * 60_000
}

function Counts({ view: { counts, attended } }: { view: View }) {
  const t = useText(messages)
  const unit = t('people')
  return (
    <Figures>
      <Figure title={t('listed')} value={counts.listed} unit={unit} />
      <Figure title={t('came')} value={attended} unit={unit} />
      <Figure title={marks.LATE} value={counts.late} unit={unit} />
      <Figure title={marks.ABSENT} value={counts.absent} unit={unit} />
      <Figure title={t('substituted')} value={counts.substituted} unit={unit} />
      <Figure title={t('open')} value={counts.open} unit={unit} />
    </Figures>
  )
}

function Counted({ meetingId, view: { counted } }: { meetingId: string; view: View }) {
  const t = useText(messages)
  const [headcount, setHeadcount] = useState<number | null>(counted?.headcount ?? null)
  const count = useWrite(meetings.actions.countHeads, { invalidates: ['/meetings'] })
  return (
    <Section title={t('counted')}>
      <p className="hq-faint">{t('countedNote')}</p>
      <span className="hq-row">
        <InputNumber
          aria-label={t('counted')}
          min={0}
          max={100_000}
          precision={0}
          value={headcount}
          onChange={setHeadcount}
        />
        <Button
          disabled={headcount === null}
          loading={count.isPending}
          onClick={() => count.mutate({ meetingId, headcount })}
        >
          {t('save')}
        </Button>
        {counted ? (
          <>
            <span className="hq-soft">{t('by', { by: counted.by, n: counted.headcount })}</span>
            <Button type="link" onClick={() => count.mutate({ meetingId, headcount: null })}>
              {t('back')}
            </Button>
          </>
        ) : null}
      </span>
    </Section>
  )
}
