import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { bookings } from '../module.ts'
import type { BookingRow } from '../schema.ts'
import { bookingStates } from '../states.ts'
import { ranks } from '../words.ts'
import { bookingRowOf, filterBookings } from './select-bookings.ts'

type Actions = typeof bookings.actions

/** The bookings within reach, the latest beginning first. */
export async function listBookings(
  ctx: Ctx,
  input: InputOf<Actions['listBookings']>,
): Promise<OutputOf<Actions['listBookings']>> {
  const { items, next } = await keysetPage(filterBookings(ctx, input), input, {
    by: [{ column: 'starts_at', ref: 'b.starts_at', direction: 'desc' }],
    idRef: 'b.id',
  })
  return { items: items.map((row) => bookingRowOf(ctx, row)), next }
}

interface Column {
  heading: Text
  kind?: 'text' | 'number' | 'datetime'
  cell(row: BookingRow, say: (words: Text) => string): string | number | null
}

const columns: readonly Column[] = [
  { heading: text('名称', 'Title'), cell: (row) => row.title },
  {
    heading: text('资源', 'Holds'),
    cell: (row) =>
      row.claims.map(({ name, quantity }) => (quantity > 1 ? `${name}×${quantity}` : name)).join('；'),
  },
  { heading: text('开始时间', 'From'), kind: 'datetime', cell: (row) => localMinute(row.from) },
  { heading: text('结束时间', 'To'), kind: 'datetime', cell: (row) => localMinute(row.to) },
  { heading: text('单位', 'Unit'), cell: (row) => row.unit?.name ?? '' },
  { heading: text('预订人', 'Organiser'), cell: (row) => row.organiserName ?? '' },
  { heading: text('人数', 'Persons'), kind: 'number', cell: (row) => row.headcount },
  { heading: text('级别', 'Rank'), cell: (row, say) => say(ranks[row.rank]) },
  { heading: text('状态', 'State'), cell: (row, say) => say(bookingStates.states[row.state].title) },
]

/** A sheet holds this many rows at most, so that one export never fills the memory. */
const mostRows = 20_000

/** The list with its filters as a sheet. */
export async function exportBookings(
  ctx: Ctx,
  { format, ...filters }: InputOf<Actions['exportBookings']>,
): Promise<FileAnswer> {
  const rows = await filterBookings(ctx, filters)
    .orderBy('b.starts_at', 'desc')
    .orderBy('b.id', 'desc')
    .limit(mostRows)
    .execute()
  const title = ctx.say(text('预订', 'Bookings'))
  const content = {
    title,
    columns: columns.map(({ heading, kind }) => ({
      heading: ctx.say(heading),
      kind: kind ?? ('text' as const),
    })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(bookingRowOf(ctx, row), ctx.say))),
  }
  return sheetAnswer(content, format ?? 'xlsx', title)
}
