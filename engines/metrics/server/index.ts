import { implement, type ServerModule } from '#kernel/server-module.ts'
import { metrics } from '../module.ts'
import { askedScope } from './asked-scope.ts'
import { checkNumber } from './check-number.ts'
import { figureBook } from './figure-book.ts'
import { listMetrics } from './list-metrics.ts'
import { exportRecords, listRecords } from './list-records.ts'
import { exportTargets, listTargets } from './list-targets.ts'
import { readFigure } from './read-figure.ts'
import { readSeries } from './read-series.ts'
import { setTarget } from './set-target.ts'

/** Serves the figures that all modules give; `modules` may still grow while the list is being put together. */
export function metricsServer(modules: readonly ServerModule[]): ServerModule {
  const book = figureBook(modules)
  return implement(metrics, {
    migrations: new URL('../migrations', import.meta.url).pathname,
    actions: {
      listMetrics: (ctx) => listMetrics(ctx, book),
      async readMetric(ctx, input) {
        const known = book.find(input.metricId)
        return readFigure(ctx, known, await askedScope(ctx, known, input))
      },
      listRecords: (ctx, input) => listRecords(ctx, book, input),
      exportRecords: (ctx, input) => exportRecords(ctx, book, input),
      async readSeries(ctx, input) {
        const known = book.find(input.metricId)
        const scope = await askedScope(ctx, known, input)
        const items = await readSeries(ctx, known, scope, input.by)
        return { by: input.by, whole: await known.handler.value(ctx, scope), items }
      },
      listTargets: (ctx, input) => listTargets(ctx, book, input),
      exportTargets: (ctx, input) => exportTargets(ctx, book, input),
      setTarget: (ctx, input) => setTarget(ctx, book, input),
      checkNumber,
    },
  })
}
