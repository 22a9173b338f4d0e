import type { Ctx } from '#kernel/context.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import type { metrics } from '../module.ts'
import { localDay } from '../period.ts'
import { isByUnit, seesAllUnits } from './asked-scope.ts'
import type { FigureBook } from './figure-book.ts'
import { dimensionsOf } from './read-series.ts'
import { targetsOf } from './targets.ts'

/** Every figure a person may read, in the order of the modules. */
export async function listMetrics(
  ctx: Ctx,
  book: FigureBook,
): Promise<OutputOf<(typeof metrics.actions)['listMetrics']>> {
  const targets = await targetsOf(ctx, book, Number(localDay(ctx.now).slice(0, 4)))
  const open = seesAllUnits(ctx) ? book.all() : book.all().filter(isByUnit)
  return {
    items: open.map((known) => ({
      id: known.id,
      module: known.module.name,
      group: known.module.title,
      title: known.metric.title,
      unit: known.metric.unit,
      definition: known.metric.definition,
      decimals: known.metric.decimals ?? 0,
      better: known.metric.better ?? null,
      kind: known.metric.kind,
      adds: known.metric.adds,
      from: known.handler.from,
      by: dimensionsOf(known),
      target: targets.get(known.id) ?? null,
    })),
  }
}
