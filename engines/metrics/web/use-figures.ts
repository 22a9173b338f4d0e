import { useQueries } from '@tanstack/react-query'
import { call } from '#kernel/contract/client.ts'
import { metrics } from '../module.ts'
import type { Figure } from '../schema.ts'
import type { Scope } from './use-metric-scope.ts'

/** Several figures of one scope, each its own request: the quick ones stand while a slow one is still read. */
export function useFigures(ids: readonly string[], scope: Scope) {
  return useQueries({
    queries: ids.map((metricId) => {
      const input = { metricId, ...scope }
      return {
        queryKey: [metrics.actions.readMetric.path, input],
        queryFn: ({ signal }: { signal: AbortSignal }): Promise<Figure> =>
          call(metrics.actions.readMetric, input, { signal }),
      }
    }),
  })
}
