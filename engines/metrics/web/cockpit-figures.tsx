import { useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Empty } from '#ui/empty.tsx'
import { Figures } from '#ui/figure.tsx'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { metrics } from '../module.ts'
import { FigureTile } from './figure-tile.tsx'
import { messages } from './messages.ts'
import { pickFigures } from './pick-figures.ts'
import type { MetricScope } from './use-metric-scope.ts'

/** The figures a leader sees first, as tiles. */
export function CockpitFigures({ metric, count }: { metric: MetricScope; count: number }) {
  const t = useText(messages)
  const list = useRead(metrics.actions.listMetrics, {})
  if (list.isPending) return <Loading />
  if (list.error) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (list.data.items.length === 0) return <Empty icon="figures" title={t('noFigures')} />
  return (
    <Figures>
      {pickFigures(list.data.items, count).map((summary) => (
        <FigureTile key={summary.id} summary={summary} metric={metric} />
      ))}
    </Figures>
  )
}
