import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Chart } from '#ui/chart.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { Section } from '#ui/section.tsx'
import { metrics } from '../module.ts'
import type { Figure } from '../schema.ts'
import { messages } from './messages.ts'
import { trailingYear } from './named-period.ts'
import type { MetricScope } from './use-metric-scope.ts'

/** The figure month by month beside the year before; a month opens. A single month is shown among its twelve. */
export function FigureMonths({ figure, metric }: { figure: Figure; metric: MetricScope }) {
  const t = useText(messages)
  const localised = useLocalised()
  const { scope } = metric
  const days = scope.from.slice(0, 7) === scope.to.slice(0, 7) ? trailingYear(scope.to) : scope
  const series = useRead(metrics.actions.readSeries, {
    metricId: figure.id,
    ...scope,
    from: days.from,
    to: days.to,
    by: 'month',
  })
  if (series.isPending) return <Loading />
  if (series.error) return <Problem error={series.error} onRetry={() => void series.refetch()} />
  const points = series.data.items
  const title = localised(figure.title)
  const said = points.filter(({ value }) => value !== null)
  const top = said.reduce(
    (best, point) => (point.value! > (best?.value ?? -Infinity) ? point : best),
    said[0],
  )
  return (
    <Section>
      <Chart
        title={
          top && said.length > 1
            ? t('topMonth', { month: monthName(top.key, t), title })
            : t('byMonth', { title })
        }
        kind={figure.better === null || figure.unit.zh === '%' ? 'line' : 'bar'}
        categories={points.map(({ key }) => monthName(key, t))}
        series={[
          { name: t('thisPeriod'), values: points.map(({ value }) => value) },
          ...(points.some(({ before }) => before)
            ? [{ name: t('yearBefore'), values: points.map(({ before }) => before) }]
            : []),
        ]}
        unit={figure.unit}
        // Fractions of what is large only crowd the picture; the table keeps them.
        decimals={said.some(({ value }) => Math.abs(value!) >= 1000) ? 0 : figure.decimals}
        target={figure.unit.zh === '%' || figure.unit.zh === '分' ? (figure.target ?? undefined) : undefined}
        onOpen={(_name, index) => {
          const point = points[index]
          if (point) metric.change({ period: 'custom', from: point.from, to: point.to })
        }}
      />
      <p className="hq-faint mtr-hint">{t('tapMonth')}</p>
    </Section>
  )
}

/** `2026-11` → 2026年11月 / Nov 2026. */
function monthName(
  key: string,
  t: (key: 'monthName', values: Record<string, string | number>) => string,
): string {
  const [year, month] = key.split('-')
  return t('monthName', { year: year ?? '', month: Number(month) })
}
