import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { Mark } from '../value.ts'
import { onlyLimits } from './list-rules.ts'
import { type RuleCounts, selectRules } from './select-rules.ts'

/** A rule as another page shows it: its limit where it has only one in force, and twelve months of what it said. */
export interface DescribedRule {
  id: string
  title: Text
  /** In force today. */
  values: number
  limit: Text | null
  /** The surest of its sources. */
  mark: Mark | null
  counts: RuleCounts
}

/** These rules by their id; one nobody knows is left out. */
export async function describeRules(ctx: Ctx, ids: readonly string[]): Promise<Map<string, DescribedRule>> {
  if (ids.length === 0) return new Map()
  const query = await selectRules(ctx, {})
  const rows = await query.where('r.id', 'in', [...ids]).execute()
  const single = rows.filter(({ values_there }) => Number(values_there) === 1).map(({ id }) => id)
  const limits = await onlyLimits(ctx, single)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        title: { zh: row.title_zh, en: row.title_en },
        values: Number(row.values_there),
        limit: limits.get(row.id) ?? null,
        mark: row.mark as Mark | null,
        counts: row.counts,
      },
    ]),
  )
}
