import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { ApiProblem, addressOf } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useParam } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { meetings } from '../../module.ts'
import type { SeatingPlan } from '../../seating/schema.ts'
import type { SeatPlanView } from '../../seats-schema.ts'
import { SeatingEditor } from '../seating/seating-editor.tsx'
import './people.css'

const messages = defineMessages({
  title: text('座次', 'Seat plan'),
  all: text('会议', 'Meetings'),
  people: text('参会名单', 'Participants'),
  save: text('保存座次', 'Save'),
  saved: text('已保存', 'Saved'),
  unsaved: text('有改动还没保存', 'There are changes to save'),
  by: text('{by} 于 {at} 保存', 'Saved by {by}, {at}'),
  clash: text('{by}刚刚改过座次', '{by} has changed the plan meanwhile'),
  clashNote: text(
    '您的改动还在这里，没有保存。看过对方的座次后再决定用哪一份。',
    'Yours is still here and not saved. Look at theirs, then choose.',
  ),
  theirs: text('换成对方的', 'Take theirs'),
  mine: text('用我的覆盖', 'Keep mine'),
  prints: text('打印', 'Print'),
  plan: text('座次图', 'Seat plan'),
  plates: text('桌签（大）', 'Name plates, large'),
  small: text('桌签（小）', 'Name plates, small'),
  first: text('先保存，打印的是已保存的座次。', 'Save first: what is saved is printed.'),
})

/** The seat plan of a meeting, edited by hand or by protocol order, saved with a version, printed. */
export default function SeatsPage() {
  const t = useText(messages)
  const meetingId = useParam('meetingId')
  const read = useRead(meetings.actions.readSeats, { meetingId }, { keep: false })
  return (
    <Page
      title={t('title')}
      width="wide"
      trail={[
        { title: t('all'), to: '/meetings' },
        { title: t('people'), to: `/meetings/${meetingId}/people` },
      ]}
      extra={<LinkTo to={`/meetings/${meetingId}/people`}>{t('people')}</LinkTo>}
    >
      {read.isPending ? <Loading /> : null}
      {read.error && !read.data ? <Problem error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.data ? <Editor meetingId={meetingId} view={read.data} /> : null}
    </Page>
  )
}

interface Draft {
  /** The one that it was made from. */
  version: number
  plan: SeatingPlan
}

function Editor({ meetingId, view }: { meetingId: string; view: SeatPlanView }) {
  const t = useText(messages)
  const format = useFormat()
  const [draft, setDraft] = useState<Draft>()
  const save = useWrite(meetings.actions.saveSeats, {
    quiet: true,
    invalidates: ['/meetings'],
    success: t('saved'),
    onDone: () => setDraft(undefined),
  })
  useEffect(() => {
    if (!draft) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [draft])
  const plan = draft?.plan ?? view.plan
  const newer = newerOf(save.error) ?? (draft && view.version !== draft.version ? view.version : null)
  const change = (next: SeatingPlan) => setDraft({ version: draft?.version ?? view.version, plan: next })
  const store = (version: number) => save.mutate({ meetingId, version, plan })
  return (
    <div className="hq-stack">
      <div className="hq-row">
        <Button
          type="primary"
          disabled={!view.can.save || (!draft && view.version > 0)}
          loading={save.isPending}
          onClick={() => store(draft?.version ?? view.version)}
        >
          {t('save')}
        </Button>
        <span className="hq-soft" role="status">
          {draft
            ? t('unsaved')
            : view.changedAt
              ? t('by', { by: view.changedBy ?? '', at: format.when(view.changedAt) })
              : ''}
        </span>
      </div>
      {newer !== null ? (
        <Alert
          type="warning"
          showIcon
          title={t('clash', { by: view.changedBy ?? '' })}
          description={t('clashNote')}
          action={
            <span className="hq-row">
              <Button
                onClick={() => {
                  save.reset()
                  setDraft(undefined)
                }}
              >
                {t('theirs')}
              </Button>
              <Button danger onClick={() => store(newer)}>
                {t('mine')}
              </Button>
            </span>
          }
        />
      ) : save.error ? (
        <Problem error={save.error} />
      ) : null}
      {/* What can be taken back belongs to one plan, not to the one that came in its place. */}
      <SeatingEditor
        key={draft?.version ?? view.version}
        plan={plan}
        people={view.people}
        ranks={view.ranks}
        onChange={change}
      />
      <Prints meetingId={meetingId} unsaved={draft !== undefined} />
    </div>
  )
}

/** The version of somebody else's plan, when a save was refused because of it. */
function newerOf(error: Error | null): number | null {
  if (!(error instanceof ApiProblem) || error.body.code !== 'meetings.seats_changed') return null
  const current = error.body.current
  const version =
    typeof current === 'object' && current !== null && 'version' in current ? current.version : null
  return typeof version === 'number' ? version : null
}

function Prints({ meetingId, unsaved }: { meetingId: string; unsaved: boolean }) {
  const t = useText(messages)
  const { printSeats, printNamePlates } = meetings.actions
  const kinds = [
    { key: 'plan' as const, at: (format: 'pdf' | 'docx') => addressOf(printSeats, { meetingId, format }) },
    {
      key: 'plates' as const,
      at: (format: 'pdf' | 'docx') => addressOf(printNamePlates, { meetingId, format, size: 'LARGE' }),
    },
    {
      key: 'small' as const,
      at: (format: 'pdf' | 'docx') =>
        addressOf(printNamePlates, { meetingId, format, size: 'SMALL', unit: true }),
    },
  ]
  return (
    <Section title={t('prints')}>
      {unsaved ? <p className="hq-faint">{t('first')}</p> : null}
      <ul className="people-list">
        {kinds.map(({ key, at }) => (
          <li key={key} className="hq-row">
            <span>{t(key)}</span>
            <a href={at('pdf')} download>
              PDF
            </a>
            <a href={at('docx')} download>
              Word
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
