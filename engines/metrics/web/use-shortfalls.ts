import { useRead } from '#kernel/web/use-read.ts'
import { metrics } from '../module.ts'
import type { Figure } from '../schema.ts'
import { missesTarget, worstOf } from './measure-gap.ts'
import type { Summary } from './pick-figures.ts'
import { useFigures } from './use-figures.ts'
import type { Scope } from './use-metric-scope.ts'

export interface Shortfalls {
  loading: boolean
  error: Error | null
  /** All figures that miss their target. */
  missed: { figure: Figure; summary: Summary }[]
  /** The one furthest beside its target. */
  worst: { figure: Figure; summary: Summary } | undefined
  /** The units or sites below the target of the worst figure that can be told apart by them, worst first. */
  places:
    | { by: 'unit' | 'site'; figure: Figure; short: { key: string; label: string; value: number | null }[] }
    | undefined
}

const none = 'none.none'

/** What missed its target in the scope, and where. */
export function useShortfalls(scope: Scope): Shortfalls {
  const list = useRead(metrics.actions.listMetrics, {})
  const aimed = (list.data?.items ?? []).filter(({ target, better }) => target !== null && better !== null)
  const answers = useFigures(
    aimed.map(({ id }) => id),
    scope,
  )
  const read = answers.flatMap(({ data }, place) => {
    const summary = aimed[place]
    return data && summary
      ? [{ figure: data, summary, value: data.value, target: data.target, better: data.better }]
      : []
  })
  const missed = read.filter(missesTarget)
  const worst = worstOf(missed)
  const parted = worstOf(missed.filter(({ summary }) => !summary.adds && summary.by.length > 1))
  const by = parted?.summary.by.includes('unit') && !scope.unit ? 'unit' : 'site'
  const series = useRead(
    metrics.actions.readSeries,
    { metricId: parted?.figure.id ?? none, ...scope, by },
    { enabled: parted !== undefined, keep: false },
  )
  const short = (series.data?.items ?? []).filter(({ value }) =>
    missesTarget({ value, target: parted?.figure.target ?? null, better: parted?.figure.better ?? null }),
  )
  if (parted?.figure.better === 'more') short.reverse()
  return {
    loading:
      list.isPending ||
      answers.some(({ isPending }) => isPending) ||
      (parted !== undefined && series.isPending),
    error: list.error ?? answers.find(({ error }) => error)?.error ?? null,
    missed,
    worst,
    places: parted && series.data ? { by, figure: parted.figure, short } : undefined,
  }
}
