import type { Metric, Module } from '#kernel/contract/module.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { MetricHandler, ServerModule } from '#kernel/server-module.ts'

/** A figure with the module it comes from and the queries behind it. */
export interface KnownMetric {
  id: string
  module: Module
  metric: Metric
  handler: MetricHandler
}

/** Every figure of every module. */
export interface FigureBook {
  all(): readonly KnownMetric[]
  has(id: string): boolean
  /** @throws Problem 404 `metrics.unknown` */
  find(id: string): KnownMetric
}

/** Opens the book over modules; it is read at its first use, so that modules later in the list are in it too. */
export function figureBook(modules: readonly ServerModule[]): FigureBook {
  let known: Map<string, KnownMetric> | undefined
  const entries = () => {
    known ??= new Map(
      modules.flatMap(({ module, metrics }) =>
        Object.entries(module.metrics ?? {}).map(([id, metric]) => [
          id,
          { id, module, metric, handler: metrics[id]! },
        ]),
      ),
    )
    return known
  }
  return {
    all: () => [...entries().values()],
    has: (id) => entries().has(id),
    find(id) {
      const found = entries().get(id)
      if (!found) throw new Problem(404, 'metrics.unknown', { params: { metric: id } })
      return found
    },
  }
}
