import type { Ctx } from '#kernel/context.ts'

export interface Benchmark {
  id: string
  peer: string
  value: number
  source: string
  sourceOn: string
}

/** What peers reach, the newest first; nothing without its source and date. */
export async function benchmarksFor(ctx: Ctx, metric: string): Promise<Benchmark[]> {
  const rows = await ctx.db
    .selectFrom('reports.benchmark')
    .select(['id', 'peer', 'value', 'source', 'source_on'])
    .where('metric', '=', metric)
    .where('voided_at', 'is', null)
    .orderBy('source_on', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(({ source_on, ...row }) => ({ ...row, sourceOn: source_on }))
}
