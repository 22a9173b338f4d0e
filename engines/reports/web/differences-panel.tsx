import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useText } from '#kernel/web/messages.ts'
import { stringifySearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { reports } from '../module.ts'
import { messages } from './messages.ts'

/** What the data says now that it did not say at the freeze; listed here, never written into the report. */
export function DifferencesPanel({ reportId }: { reportId: string }) {
  const t = useText(messages)
  const format = useFormat()
  const read = useRead(reports.actions.listDifferences, { reportId })
  if (read.isPending) return <Loading />
  if (read.error) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  const { items, checked } = read.data
  return (
    <div className="hq-stack rpt-panel">
      <p className="hq-faint">{t('differencesHint', { n: checked })}</p>
      {items.length === 0 ? <Empty icon="tasks" title={t('noDifferences')} /> : null}
      <ul className="rpt-suggestions">
        {items.map(
          ({ key, metric, title, unit, decimals, from, to, frozen, now, difference, recordsChanged }) => {
            const shown = (value: number | null) =>
              value === null ? '—' : format.number(value, { decimals, unit })
            return (
              <li key={key}>
                <LinkTo to={`/figures/${metric}${stringifySearch({ from, to })}`}>{title}</LinkTo>
                <p>
                  {t('frozenThenNow', { frozen: shown(frozen), now: shown(now) })}
                  {difference ? `（${difference > 0 ? '+' : '−'}${shown(Math.abs(difference))}）` : ''}
                </p>
                {difference === 0 && recordsChanged ? <p className="hq-faint">{t('rowsChanged')}</p> : null}
              </li>
            )
          },
        )}
      </ul>
    </div>
  )
}
