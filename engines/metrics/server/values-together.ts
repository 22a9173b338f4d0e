import type { Ctx } from '#kernel/context.ts'
import type { MetricScope, MetricSource } from '#kernel/server-module.ts'
import type { FigureBook, KnownMetric } from './figure-book.ts'

/** Gives the value of a figure; asked for the first of a source, it reads all of that source in the same pass. */
export type ValueReader = (known: KnownMetric, scope: MetricScope) => Promise<number | null>

/** For whoever needs most figures of a period, as a report does; remembers what it read for as long as it lives. */
export function valuesTogether(ctx: Ctx, book: FigureBook): ValueReader {
  const passes = new Map<MetricSource, Map<string, Promise<Map<string, number | null>>>>()

  async function readAll(source: MetricSource, scope: MetricScope): Promise<Map<string, number | null>> {
    const members = book.all().filter(({ handler }) => handler.source === source)
    const values = await source.readTogether(
      ctx,
      scope,
      members.map(({ handler }) => handler),
    )
    return new Map(members.map(({ id }, index) => [id, values[index] ?? null]))
  }

  return async ({ id, handler }, scope) => {
    const { source } = handler
    if (!source) return handler.value(ctx, scope)
    const ofSource = passes.get(source) ?? new Map<string, Promise<Map<string, number | null>>>()
    passes.set(source, ofSource)
    const key = JSON.stringify([scope.from, scope.to, scope.unitId ?? null, scope.siteId ?? null])
    const pass = ofSource.get(key) ?? readAll(source, scope)
    ofSource.set(key, pass)
    return (await pass).get(id) ?? null
  }
}
