import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { type Column, PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { metrics } from '../module.ts'
import type { Figure } from '../schema.ts'
import { missesTarget } from './measure-gap.ts'
import { messages } from './messages.ts'
import type { Summary } from './pick-figures.ts'
import { ScopeBar } from './scope-bar.tsx'
import { showDifference } from './show-difference.ts'
import { useFigures } from './use-figures.ts'
import { useMetricScope } from './use-metric-scope.ts'

interface Row {
  summary: Summary
  figure: Figure | undefined
}

/** Every figure in one table, against the same days of the year before, the period before and its target. */
export default function FiguresPage() {
  const t = useText(messages)
  const metric = useMetricScope()
  const list = useRead(metrics.actions.listMetrics, {})
  const summaries = list.data?.items ?? []
  const figures = useFigures(
    summaries.map(({ id }) => id),
    metric.scope,
  )
  const rows: Row[] = summaries.map((summary, place) => ({ summary, figure: figures[place]?.data }))
  const failed = figures.find(({ error }) => error)
  const groups = Map.groupBy(rows, ({ summary }) => summary.module)
  return (
    <Page
      title={t('allFigures')}
      subtitle={t('allFiguresHint')}
      width="wide"
      extra={<LinkTo to="/targets">{t('targets')}</LinkTo>}
    >
      <div className="hq-stack">
        <ScopeBar metric={metric} />
        {list.isPending ? <Loading /> : null}
        {list.error ? <Problem error={list.error} onRetry={() => void list.refetch()} /> : null}
        {failed ? <Problem error={failed.error} onRetry={() => void failed.refetch()} /> : null}
        {list.data && summaries.length === 0 ? <Empty icon="figures" title={t('noFigures')} /> : null}
        {[...groups].map(([module, inside]) => (
          <Group key={module} rows={inside} open={(id) => metric.figurePath(id)} />
        ))}
      </div>
    </Page>
  )
}

function Group({ rows, open }: { rows: readonly Row[]; open: (id: string) => string }) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const go = useGo()
  const shown = (value: number | null | undefined, { decimals, unit }: Summary) =>
    value === undefined ? '…' : value === null ? '—' : format.number(value, { decimals, unit })
  const against = (row: Row, than: number | null | undefined) =>
    row.figure ? showDifference(t, row.figure, than ?? null, format) : '…'
  const columns: Column<Row>[] = [
    {
      key: 'title',
      title: t('figure'),
      card: 'title',
      width: '16rem',
      render: ({ summary }) => localised(summary.title),
    },
    {
      key: 'value',
      title: t('value'),
      align: 'right',
      render: ({ summary, figure }) => <strong>{shown(figure?.value, summary)}</strong>,
    },
    {
      key: 'before',
      title: t('yearBefore'),
      align: 'right',
      card: 'none',
      render: ({ summary, figure }) => shown(figure?.before.value, summary),
    },
    {
      key: 'difference',
      title: t('againstBefore'),
      align: 'right',
      render: (row) => against(row, row.figure?.before.value),
    },
    {
      key: 'previous',
      title: t('againstPrevious'),
      align: 'right',
      card: 'none',
      render: (row) => against(row, row.figure?.previous.value),
    },
    {
      key: 'target',
      title: t('target'),
      align: 'right',
      render: ({ summary, figure }) => shown(figure ? figure.target : undefined, summary),
    },
    {
      key: 'mark',
      title: t('state'),
      card: 'mark',
      render: ({ figure }) => <Mark figure={figure} dash="—" />,
    },
  ]
  const title = rows[0] ? localised(rows[0].summary.group) : ''
  return (
    <Section title={title}>
      <PlainTable
        columns={columns}
        rows={rows}
        rowKey={({ summary }) => summary.id}
        label={title}
        onOpen={({ summary }) => go(open(summary.id))}
      />
    </Section>
  )
}

/** Whether a figure is all right, in word, colour and shape; nothing where nobody set a target. */
export function Mark({ figure, dash }: { figure: Figure | undefined; dash?: string }) {
  const t = useText(messages)
  if (!figure) return null
  if (!figure.plausible.ok) return <StateTag tone="waiting" title={t('doubtful')} />
  if (figure.target === null || figure.value === null || figure.better === null)
    return dash ? <span className="hq-faint">{dash}</span> : null
  return missesTarget(figure) ? (
    <StateTag tone="bad" title={t('unmet')} />
  ) : (
    <StateTag tone="good" title={t('met')} />
  )
}
