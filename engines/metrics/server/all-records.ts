import type { Ctx } from '#kernel/context.ts'
import type { MetricRecord, MetricScope } from '#kernel/server-module.ts'
import type { KnownMetric } from './figure-book.ts'

const pageSize = 1000

/** Every row behind a figure, page by page, so that no figure is held as a whole unless the caller does so. */
export async function* allRecords(
  ctx: Ctx,
  { handler }: KnownMetric,
  scope: MetricScope,
): AsyncGenerator<MetricRecord> {
  for (let after: string | null = null; ; ) {
    const page: MetricRecord[] = await handler.records(ctx, scope, { after, limit: pageSize })
    yield* page
    if (page.length < pageSize) return
    after = page.at(-1)!.id
  }
}
