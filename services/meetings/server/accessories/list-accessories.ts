import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { sheetColumns } from '#kernel/sheets/columns.ts'
import type { accessoryActions } from '../../actions/accessory-actions.ts'
import { accessoryColumns, accessorySheetRow } from './accessory-sheet.ts'
import { accessoryRowOf, filterAccessories, orderOf } from './select-accessories.ts'

type Actions = typeof accessoryActions

/** What a meeting can claim along with its room. */
export async function listAccessories(
  ctx: Ctx,
  input: InputOf<Actions['listAccessories']>,
): Promise<OutputOf<Actions['listAccessories']>> {
  const { items, next } = await keysetPage(filterAccessories(ctx, input), input, {
    by: [orderOf(input)],
    idRef: 'a.id',
  })
  return { items: items.map((row) => accessoryRowOf(ctx, row)), next }
}

/** The same as a sheet with the headings of the import. */
export async function exportAccessories(
  ctx: Ctx,
  input: InputOf<Actions['exportAccessories']>,
): Promise<FileAnswer> {
  const { ref, direction } = orderOf(input)
  const rows = await filterAccessories(ctx, input).orderBy(ref, direction).orderBy('a.id').execute()
  const title = ctx.say({ zh: '会议设备', en: 'Meeting equipment' })
  const keys = Object.keys(accessoryColumns) as (keyof typeof accessoryColumns)[]
  const cells = rows.map(accessorySheetRow)
  const content = {
    title,
    columns: sheetColumns(accessoryColumns),
    rows: cells.map((row) => keys.map((key) => row[key])),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}
