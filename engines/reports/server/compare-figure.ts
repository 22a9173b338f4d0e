import {
  askedPeriod,
  dimensionsOf,
  type FigureBook,
  readFigure,
  readSeries,
} from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import type { reports } from '../module.ts'
import { benchmarksFor } from './benchmark-rows.ts'

type Actions = typeof reports.actions
type Row = OutputOf<Actions['compareFigure']>['items'][number]

const labels = {
  own: text('本期', 'This period'),
  before: text('上年同期', 'Same days of the year before'),
  previous: text('上一期', 'The period before'),
}

/** Periods, peers and units in one table (RPT-08); a peer stands there with its source and date only. */
export async function compareFigure(
  ctx: Ctx,
  book: FigureBook,
  { metricId, units, ...asked }: InputOf<Actions['compareFigure']>,
): Promise<OutputOf<Actions['compareFigure']>> {
  const known = book.find(metricId)
  const scope = askedPeriod(ctx, asked)
  const own = await readFigure(ctx, known, scope)
  const apart = (value: number | null) => (own.value === null || value === null ? null : own.value - value)
  const row = (kind: Row['kind'], label: string, value: number | null, more: Partial<Row> = {}): Row => ({
    kind,
    label,
    value,
    difference: kind === 'own' ? null : apart(value),
    from: null,
    to: null,
    source: null,
    sourceOn: null,
    ...more,
  })
  const { before, previous } = own
  const items = [
    row('own', ctx.say(labels.own), own.value, scope),
    row('before', ctx.say(labels.before), before.value, { from: before.from, to: before.to }),
    row('previous', ctx.say(labels.previous), previous.value, { from: previous.from, to: previous.to }),
  ]
  if (units && dimensionsOf(known).includes('unit'))
    for (const { label, value } of await readSeries(ctx, known, scope, 'unit'))
      items.push(row('unit', label, value, scope))
  for (const { peer, value, source, sourceOn } of await benchmarksFor(ctx, metricId))
    items.push(row('peer', peer, value, { source, sourceOn }))
  return { items }
}
