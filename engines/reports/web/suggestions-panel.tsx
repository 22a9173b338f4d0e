import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { reports } from '../module.ts'
import type { Draft } from './editor/use-draft.ts'
import { messages } from './messages.ts'
import type { Advice } from './use-advice.ts'

type Report = OutputOf<typeof reports.actions.readReport>

/** What fell short in these days; taking one puts its problem and its plan into the text, where people go on with it. */
export function SuggestionsPanel({
  report,
  advice,
  draft,
}: {
  report: Report
  advice: Advice
  draft: Draft
}) {
  const t = useText(messages)
  const localised = useLocalised()
  const client = useQueryClient()
  const [busy, setBusy] = useState<string>()
  const accept = useWrite(reports.actions.acceptSuggestion, {
    success: t('suggestionTaken'),
    onDone: (answer) => {
      client.setQueryData(['/reports/:reportId', { reportId: report.id }], answer)
      void advice.suggested.refetch()
    },
  })
  const take = async (key: string) => {
    setBusy(key)
    // What is being written must be kept first: the server adds to what it holds.
    if (await draft.saveAll())
      await accept.mutateAsync({ reportId: report.id, key }).catch(() => advice.suggested.refetch())
    setBusy(undefined)
  }
  const { suggested, suggestions, ignored } = advice
  if (suggested.isPending) return <Loading />
  if (suggested.error) return <Problem error={suggested.error} onRetry={() => void suggested.refetch()} />
  return (
    <div className="hq-stack rpt-panel">
      <p className="hq-faint">{t('suggestionsHint')}</p>
      {suggestions.length === 0 ? <Empty icon="tasks" title={t('noSuggestions')} /> : null}
      <ul className="rpt-suggestions">
        {suggestions.map((one) => (
          <li key={one.key} className={one.accepted ? 'rpt-taken' : undefined}>
            <strong>{localised(one.title)}</strong>
            <p>{localised(one.because)}</p>
            <div className="hq-row">
              {one.href ? <LinkTo to={one.href}>{t('seeWhy')}</LinkTo> : null}
              {one.accepted ? (
                <span className="hq-faint">{t('taken')}</span>
              ) : report.can.edit ? (
                <>
                  <Button
                    type="primary"
                    size="small"
                    loading={busy === one.key}
                    onClick={() => void take(one.key)}
                  >
                    {t('take')}
                  </Button>
                  <Button size="small" onClick={() => advice.ignore(one.key)}>
                    {t('ignore')}
                  </Button>
                </>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {ignored.length > 0 ? (
        <Button type="text" onClick={advice.restore}>
          {t('restore', { n: ignored.length })}
        </Button>
      ) : null}
    </div>
  )
}
