import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import type { OutputOf } from '#kernel/contract/action.ts'
import { useText } from '#kernel/web/messages.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import type { reports } from '../module.ts'
import { messages } from './messages.ts'

type Findings = OutputOf<typeof reports.actions.checkReport>
type Finding = Findings['items'][number]

/** Takes the reader to the sentence a finding is about. */
function show({ sectionId, blockIndex }: Finding): void {
  const section = sectionId
    ? document.getElementById(`section-${sectionId}`)
    : document.querySelector('.rpt-sheet')
  const block = blockIndex === null ? section : section?.querySelectorAll('.rpt-block')[blockIndex]
  block?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  block?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus({ preventScroll: true })
}

/** What must be put right before the freeze, and what should be looked at. */
export function FindingsPanel({ findings }: { findings: UseQueryResult<Findings, Error> }) {
  const t = useText(messages)
  if (findings.isPending) return <Loading />
  if (findings.error) return <Problem error={findings.error} onRetry={() => void findings.refetch()} />
  const { items } = findings.data
  return (
    <div className="hq-stack rpt-panel">
      {items.length === 0 ? <Empty icon="tasks" title={t('noFindings')} next={t('noFindingsNext')} /> : null}
      <ul className="rpt-suggestions">
        {items.map((one) => (
          <li key={`${one.code}:${one.sectionId}:${one.blockIndex}:${one.found}`}>
            <StateTag tone={one.weight === 'block' ? 'bad' : 'waiting'} title={t(one.weight)} />
            <p>{one.message}</p>
            <Button size="small" onClick={() => show(one)}>
              {t('goThere')}
            </Button>
          </li>
        ))}
      </ul>
      <Button loading={findings.isFetching} onClick={() => void findings.refetch()}>
        {t('checkAgain')}
      </Button>
    </div>
  )
}
