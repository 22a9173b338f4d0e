import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { sheetColumns } from '#kernel/sheets/columns.ts'
import type { tripActions } from '../../actions/trip-actions.ts'
import type { TripFilters } from '../../trip-schema.ts'
import { inOrder, orderOf } from '../order-of.ts'
import { readDriverTrip } from './read-driver-trip.ts'
import { selectSheetTrips } from './select-sheet-trips.ts'
import { filterTrips, selectTrips, tripRowOf } from './select-trips.ts'
import { tripColumns, tripSheetRow } from './trip-sheet.ts'

type Actions = typeof tripActions

/** Latest first, unless another order is asked for. */
const tripOrder = ({ sort = '-start' }: TripFilters) =>
  orderOf(sort, { start: 't.starts_at', number: 't.number', km: 't.distance_rank' })

/** The trips the actor may read. */
export async function listTrips(
  ctx: Ctx,
  input: InputOf<Actions['listTrips']>,
): Promise<OutputOf<Actions['listTrips']>> {
  const { items, next } = await keysetPage(filterTrips(ctx, input), input, {
    by: [tripOrder(input)],
    idRef: 't.id',
  })
  return { items: items.map((row) => tripRowOf(ctx, row)), next }
}

/** The same trips as a sheet with the headings of the import. */
export async function exportTrips(ctx: Ctx, input: InputOf<Actions['exportTrips']>): Promise<FileAnswer> {
  const { format, ...filters } = input
  const ids = filterTrips(ctx, filters).clearSelect().select('t.id')
  const sheet = selectSheetTrips(ctx).where('t.id', 'in', ids)
  const rows = await inOrder(sheet, tripOrder(filters), 't.id').execute()
  const title = ctx.say({ zh: '出车记录', en: 'Trips' })
  const keys = Object.keys(tripColumns) as (keyof typeof tripColumns)[]
  const content = {
    title,
    columns: sheetColumns(tripColumns),
    rows: rows.map((row) => {
      const cells = tripSheetRow(row)
      return keys.map((key) => cells[key])
    }),
  }
  return sheetAnswer(content, format ?? 'xlsx', title)
}

const dayMs = 86_400_000

/** The driver's day: what begins or runs on it, and whatever is still out. */
export async function listMyTrips(
  ctx: Ctx,
  { day = localDayOf(ctx.now) }: InputOf<Actions['listMyTrips']>,
): Promise<OutputOf<Actions['listMyTrips']>> {
  const from = new Date(`${day}T00:00:00+08:00`)
  const to = new Date(from.getTime() + dayMs)
  const rows = await selectTrips(ctx)
    .where('d.person_id', '=', ctx.actor.personId)
    .where((row) =>
      row.or([
        row.and([row('t.starts_at', '<', to.toISOString()), row('t.ends_at', '>', from.toISOString())]),
        row('t.state', 'in', ['UNDER_WAY', 'WAITING']),
      ]),
    )
    .orderBy('t.starts_at')
    .orderBy('t.id')
    .limit(50)
    .execute()
  const items = []
  for (const row of rows) items.push(await readDriverTrip(ctx, row))
  return { day, items }
}
