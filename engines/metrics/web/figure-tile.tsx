import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Figure } from '#ui/figure.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { metrics } from '../module.ts'
import type { Figure as FigureAnswer } from '../schema.ts'
import { messages } from './messages.ts'
import { trailingYear } from './named-period.ts'
import type { Summary } from './pick-figures.ts'
import type { MetricScope } from './use-metric-scope.ts'

/** One figure of the cockpit: value, target, difference to the year before, twelve months as a line; opens its page. */
export function FigureTile({ summary, metric }: { summary: Summary; metric: MetricScope }) {
  const t = useText(messages)
  const { id: metricId } = summary
  const { scope } = metric
  const figure = useRead(metrics.actions.readMetric, { metricId, ...scope })
  const trend = useRead(metrics.actions.readSeries, {
    metricId,
    ...scope,
    ...trailingYear(scope.to),
    by: 'month',
  })
  if (figure.isPending)
    return (
      <div className="hq-figure mtr-tile-wait">
        <Loading compact />
      </div>
    )
  if (figure.error) return <Problem error={figure.error} onRetry={() => void figure.refetch()} />
  const { value, target, plausible } = figure.data
  const than = compared(figure.data, summary.adds)
  const points = (trend.data?.items ?? []).flatMap((point) => (point.value === null ? [] : [point.value]))
  return (
    <Figure
      title={summary.title}
      value={value}
      unit={summary.unit}
      decimals={summary.decimals}
      target={target ?? undefined}
      better={summary.better ?? undefined}
      previous={than && figure.data[than].value}
      against={than === 'previous' ? undefined : t('againstYear')}
      trend={points}
      to={metric.figurePath(metricId)}
      flag={plausible.ok ? undefined : (plausible.reason ?? undefined)}
    />
  )
}

/** A first year has nothing before it: a difference to nothing would say that all of it was added. */
function compared({ value, before, previous }: FigureAnswer, adds: boolean): 'before' | 'previous' | null {
  if (value === null) return null
  if (before.value) return 'before'
  return previous.value && !adds ? 'previous' : null
}
