import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { sheetColumns } from '#kernel/sheets/columns.ts'
import type { roomActions } from '../actions/room-actions.ts'
import { roomColumns, roomSheetRow } from './room-sheet.ts'
import { filterRooms, isFree, roomRowOf } from './select-rooms.ts'

type Actions = typeof roomActions

/** The meeting rooms, by code. */
export async function listRooms(
  ctx: Ctx,
  input: InputOf<Actions['listRooms']>,
): Promise<OutputOf<Actions['listRooms']>> {
  const { items, next } = await keysetPage(filterRooms(ctx, input), input, {
    by: [{ column: 'code', ref: 'r.code', direction: 'asc' }],
    idRef: 'm.id',
  })
  return { items: items.map((row) => roomRowOf(ctx, row)), next }
}

/** The same rooms as a sheet with the headings of the import. */
export async function exportRooms(ctx: Ctx, input: InputOf<Actions['exportRooms']>): Promise<FileAnswer> {
  const rows = await filterRooms(ctx, input).orderBy('r.code').orderBy('m.id').execute()
  const title = ctx.say({ zh: '会议室', en: 'Meeting rooms' })
  const keys = Object.keys(roomColumns) as (keyof typeof roomColumns)[]
  const cells = rows.map(roomSheetRow)
  const content = {
    title,
    columns: sheetColumns(roomColumns),
    rows: cells.map((row) => keys.map((key) => row[key])),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}

const mostOffered = 50

/** Rooms nobody has at that time and that are not closed, the smallest that fits first. @throws Problem 422 */
export async function findFreeRooms(
  ctx: Ctx,
  input: InputOf<Actions['findFreeRooms']>,
): Promise<OutputOf<Actions['findFreeRooms']>> {
  const [from, to] = [new Date(input.from), new Date(input.to)]
  if (!(from < to)) throw new Problem(422, 'bookings.ends_before', { path: 'to' })
  const rows = await filterRooms(ctx, { ...input, closed: false })
    .where(isFree(from, to))
    .orderBy('r.capacity')
    .orderBy('r.code')
    .limit(mostOffered)
    .execute()
  return { items: rows.map((row) => roomRowOf(ctx, row)) }
}
