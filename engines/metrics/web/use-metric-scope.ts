import { useMemo } from 'react'
import { todayInChina } from '#kernel/web/format.ts'
import { type Search, stringifySearch, useSearch } from '#kernel/web/navigate.ts'
import { namedPeriod, type PeriodName, periodNames } from './named-period.ts'

/** Days and place a figure is asked for, as the address holds them. */
export interface Scope {
  from: string
  to: string
  unit?: string
  site?: string
}

export interface MetricScope {
  scope: Scope
  period: PeriodName
  change: (next: Search) => void
  /** The address of a figure's page in this scope, or a narrower one. */
  figurePath: (metricId: string, narrower?: Partial<Scope>) => string
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
const isDay = (value: string | undefined) => value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value)

/** Where a figure opens. */
export function figurePath(metricId: string, scope: Scope): string {
  return `/figures/${metricId}${stringifySearch({ ...scope })}`
}

/** Period, unit and site from the address; this year so far of the whole bureau when it says nothing. */
export function useMetricScope(): MetricScope {
  const [search, change] = useSearch()
  return useMemo(() => {
    const [from, to] = [one(search.from), one(search.to)]
    const named = periodNames.find((name) => name === one(search.period))
    const own = isDay(from) && isDay(to)
    const period: PeriodName = named && named !== 'custom' ? named : own ? 'custom' : 'year'
    const days =
      period === 'custom' && own
        ? { from: from!, to: to! }
        : namedPeriod(period === 'custom' ? 'year' : period, todayInChina())
    const [unit, site] = [one(search.unit), one(search.site)]
    const scope: Scope = { ...days, ...(unit ? { unit } : {}), ...(site ? { site } : {}) }
    return {
      scope,
      period,
      change,
      figurePath: (metricId, narrower) => figurePath(metricId, { ...scope, ...narrower }),
    }
  }, [search, change])
}
