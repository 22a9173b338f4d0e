import { Progress } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { PlainTable } from '#ui/plain-table.tsx'
import { Section } from '#ui/section.tsx'
import type { backup } from '../module.ts'
import { messages } from './messages.ts'

type Run = OutputOf<typeof backup.actions.readOverview>['runs'][number]

/** The last tries, with the reason of those that failed. */
export function RunList({ runs }: { runs: Run[] }) {
  const t = useText(messages)
  const format = useFormat()
  if (runs.length === 0) return null
  return (
    <Section title={t('log')}>
      <PlainTable
        label={t('log')}
        rows={runs}
        rowKey={({ id }) => id}
        rowTone={({ stage }) => (stage === 'failed' ? 'bad' : undefined)}
        columns={[
          { key: 'when', title: t('when'), card: 'mark', render: (run: Run) => format.when(run.askedAt) },
          {
            key: 'kind',
            title: t('kind'),
            card: 'title',
            render: (run) => t(run.kind === 'verify' ? 'verified' : 'backup'),
          },
          { key: 'by', title: t('by'), render: (run) => <Cause run={run} /> },
          {
            key: 'took',
            title: t('took'),
            align: 'right',
            render: (run) => (run.seconds === null ? '—' : t('seconds', { n: run.seconds.toFixed(1) })),
          },
          { key: 'result', title: t('result'), card: 'bare', render: (run) => <Result run={run} /> },
        ]}
      />
    </Section>
  )
}

function Cause({ run }: { run: Run }) {
  const t = useText(messages)
  if (run.cause === 'schedule') return t('schedule')
  return run.cause === 'command' ? t('command', { who: run.askedBy }) : run.askedBy
}

function Result({ run }: { run: Run }) {
  const t = useText(messages)
  if (run.stage !== 'running')
    return (
      <>
        {t(run.stage)}
        {run.problem ? <div>{run.problem}</div> : null}
      </>
    )
  const percent = run.totalBytes > 0 ? Math.floor((run.doneBytes / run.totalBytes) * 100) : 0
  return (
    <>
      {t('running', { n: percent })}
      <Progress percent={percent} showInfo={false} size="small" aria-label={t('running', { n: percent })} />
    </>
  )
}
