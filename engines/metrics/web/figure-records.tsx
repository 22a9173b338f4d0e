import { Button } from 'antd'
import { useFormat } from '#kernel/web/format.ts'
import { useText } from '#kernel/web/messages.ts'
import { useGo } from '#kernel/web/navigate.ts'
import { useReadPages } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { ExportLinks } from '#ui/export-links.tsx'
import { Loading } from '#ui/loading.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { Shape } from '#ui/shape.tsx'
import { metrics } from '../module.ts'
import type { Figure } from '../schema.ts'
import { messages } from './messages.ts'
import type { Summary } from './pick-figures.ts'
import type { MetricScope } from './use-metric-scope.ts'
import { useRecordSum } from './use-record-sum.ts'

const shownAtFirst = 20

interface FigureRecordsProps {
  figure: Figure
  summary: Summary
  metric: MetricScope
}

/** The rows behind a figure, each opening its own page, and whether they make the figure. */
export function FigureRecords({ figure, summary, metric }: FigureRecordsProps) {
  const t = useText(messages)
  const format = useFormat()
  const go = useGo()
  const input = { metricId: figure.id, ...metric.scope }
  const pages = useReadPages(metrics.actions.listRecords, { ...input, limit: shownAtFirst })
  const { rows } = pages
  const whole = !pages.hasMore && !pages.loading && !pages.error
  return (
    <Section
      title={t('records')}
      extra={<ExportLinks action={metrics.actions.exportRecords} input={input} />}
    >
      {pages.loading ? <Loading /> : null}
      {pages.error ? <Problem error={pages.error} onRetry={pages.reload} /> : null}
      {whole && rows.length === 0 ? <Empty icon="orders" title={t('nothingHere')} next={t('widen')} /> : null}
      {rows.length > 0 ? (
        <>
          <RecordSum figure={figure} summary={summary} metric={metric} />
          <PlainTable
            label={t('records')}
            rows={rows}
            rowKey={({ id }) => id}
            onOpen={(row) => row.href && go(row.href)}
            columns={[
              {
                key: 'label',
                title: t('record'),
                card: 'title',
                render: (row) => row.label,
              },
              { key: 'detail', title: t('detail'), card: 'bare', render: (row) => row.detail },
              {
                key: 'at',
                title: t('at'),
                render: (row) =>
                  row.at === null ? (
                    '—'
                  ) : (
                    <span className="hq-nowrap">
                      {row.at.length <= 10 ? format.day(row.at, 'plain') : format.moment(row.at)}
                    </span>
                  ),
              },
              {
                key: 'value',
                title: t('value'),
                align: 'right',
                card: 'mark',
                render: (row) => format.number(row.value, { decimals: figure.decimals }),
              },
            ]}
          />
        </>
      ) : null}
      {pages.hasMore ? (
        <Button loading={pages.loadingMore} onClick={pages.more}>
          {t('more')}
        </Button>
      ) : null}
    </Section>
  )
}

/** Whether the rows make the figure, said above them. */
function RecordSum({ figure, summary, metric }: FigureRecordsProps) {
  const t = useText(messages)
  const format = useFormat()
  const sum = useRecordSum(figure.id, metric.scope, summary.from)
  const shown = (value: number | null) =>
    value === null ? '—' : format.number(value, { decimals: figure.decimals, unit: figure.unit })
  if (sum.error) return <Problem error={sum.error} onRetry={() => void sum.refetch()} />
  if (!sum.data) return <p className="mtr-sum hq-faint">{t('summing')}</p>
  const { count, made } = sum.data
  if (count === null) return <p className="mtr-sum hq-faint">{t('sumTooMany')}</p>
  const same = shown(made) === shown(figure.value)
  return (
    <p className={`mtr-sum hq-tone-${same ? 'good' : 'waiting'}`}>
      <Shape tone={same ? 'good' : 'waiting'} />
      <span>{t(same ? 'sumSame' : 'sumOther', { n: count, made: t(summary.from), value: shown(made) })}</span>
    </p>
  )
}
