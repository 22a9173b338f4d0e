import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { sheetColumns } from '#kernel/sheets/columns.ts'
import type { meetingActions } from '../actions/meeting-actions.ts'
import { meetingColumns, meetingSheetRow } from './meeting-sheet.ts'
import { filterMeetings, meetingRowOf } from './select-meetings.ts'

type Actions = typeof meetingActions

/** The meetings the actor may read, latest first. */
export async function listMeetings(
  ctx: Ctx,
  input: InputOf<Actions['listMeetings']>,
): Promise<OutputOf<Actions['listMeetings']>> {
  const { items, next } = await keysetPage(filterMeetings(ctx, input), input, {
    by: [{ column: 'starts_at', ref: 'b.starts_at', direction: 'desc' }],
    idRef: 'b.id',
  })
  return { items: items.map((row) => meetingRowOf(ctx, row)), next }
}

const mostExported = 50_000

/** The same meetings as a sheet with the headings of the import. */
export async function exportMeetings(
  ctx: Ctx,
  input: InputOf<Actions['exportMeetings']>,
): Promise<FileAnswer> {
  const rows = await filterMeetings(ctx, input)
    .orderBy('b.starts_at')
    .orderBy('b.id')
    .limit(mostExported)
    .execute()
  const title = ctx.say({ zh: '会议', en: 'Meetings' })
  const keys = Object.keys(meetingColumns) as (keyof typeof meetingColumns)[]
  const content = {
    title,
    columns: sheetColumns(meetingColumns),
    rows: rows.map((row) => {
      const cells = meetingSheetRow({ ...row, room_name: row.room?.name ?? null })
      return keys.map((key) => cells[key])
    }),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}
