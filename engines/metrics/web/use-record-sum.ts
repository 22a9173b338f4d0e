import { useQuery } from '@tanstack/react-query'
import { call } from '#kernel/contract/client.ts'
import { metrics } from '../module.ts'
import { valueOfRecords } from '../value-of-records.ts'
import type { Scope } from './use-metric-scope.ts'

const pageSize = 200
const mostPages = 50

/** Reads every row behind a figure and says what they make; null counts when there are too many for a browser. */
export function useRecordSum(metricId: string, scope: Scope, from: 'sum' | 'mean' | 'median') {
  return useQuery({
    queryKey: ['/metrics/:metricId/records', { metricId, ...scope }, 'sum'],
    queryFn: async ({ signal }) => {
      const values: number[] = []
      let cursor: string | undefined
      for (let page = 0; page < mostPages; page++) {
        const input = { metricId, ...scope, limit: pageSize, ...(cursor ? { cursor } : {}) }
        const answer = await call(metrics.actions.listRecords, input, { signal })
        values.push(...answer.items.map(({ value }) => value))
        if (answer.next === null) return { count: values.length, made: valueOfRecords(from, values) }
        cursor = answer.next
      }
      return { count: null, made: null }
    },
  })
}
