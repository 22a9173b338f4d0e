import { Button } from 'antd'
import { useState } from 'react'
import { useFormat } from '#kernel/web/format.ts'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { PlainTable } from '#ui/plain-table.tsx'
import { Problem } from '#ui/problem.tsx'
import { LongName, Section } from '#ui/section.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { metrics } from '../module.ts'
import type { Figure } from '../schema.ts'
import { missesTarget } from './measure-gap.ts'
import { messages } from './messages.ts'
import type { Summary } from './pick-figures.ts'
import type { MetricScope } from './use-metric-scope.ts'

const shownAtFirst = 10

/** The figure by unit or by site; pressing one narrows the whole page to it. */
export function FigureParts({
  by,
  figure,
  summary,
  metric,
}: {
  by: 'unit' | 'site'
  figure: Figure
  summary: Summary
  metric: MetricScope
}) {
  const t = useText(messages)
  const localised = useLocalised()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const series = useRead(metrics.actions.readSeries, { metricId: figure.id, ...metric.scope, by })
  const title = t(by === 'unit' ? 'byUnit' : 'bySite')
  const points = (series.data?.items ?? []).filter(
    ({ value }) => value !== null && !(summary.adds && value === 0),
  )
  const target = summary.adds ? null : figure.target
  // What fell short stands first; amounts come largest first as they are.
  const sorted = target !== null && figure.better === 'more' ? [...points].reverse() : points
  const rows = all ? sorted : sorted.slice(0, shownAtFirst)
  const greatest = Math.max(...points.map(({ value }) => Math.abs(value ?? 0)), 1e-9)
  return (
    <Section title={title} extra={<span className="hq-faint">{t('tapPart')}</span>}>
      {series.isPending ? <Loading /> : null}
      {series.error ? <Problem error={series.error} onRetry={() => void series.refetch()} /> : null}
      {series.data && points.length === 0 ? (
        <Empty icon="figures" title={t('nothingHere')} next={t('widen')} />
      ) : null}
      {rows.length > 0 ? (
        <PlainTable
          label={title}
          rows={rows}
          rowKey={({ key }) => key}
          onOpen={({ key }) => metric.change({ [by]: key })}
          columns={[
            { key: 'name', title: t(by), card: 'title', render: ({ label }) => <LongName>{label}</LongName> },
            {
              key: 'value',
              title: localised(figure.unit),
              align: 'right',
              card: 'bare',
              render: ({ value }) => (
                <span className="mtr-bar-cell">
                  <span
                    className="mtr-bar"
                    style={{ width: `${(Math.abs(value ?? 0) / greatest) * 100}%` }}
                    aria-hidden="true"
                  />
                  <span className="mtr-bar-number">
                    {format.number(value ?? 0, { decimals: figure.decimals })}
                  </span>
                </span>
              ),
            },
            ...(target === null
              ? []
              : [
                  {
                    key: 'mark',
                    title: t('state'),
                    card: 'mark' as const,
                    render: ({ value }: { value: number | null }) =>
                      missesTarget({ value, target, better: figure.better }) ? (
                        <StateTag tone="bad" title={t('unmet')} />
                      ) : (
                        <StateTag tone="good" title={t('met')} />
                      ),
                  },
                ]),
          ]}
        />
      ) : null}
      {points.length > shownAtFirst ? (
        <Button type="text" onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('showAll', { n: points.length })}
        </Button>
      ) : null}
    </Section>
  )
}
