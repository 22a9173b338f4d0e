import { sql } from 'kysely'
import { lookUpWords } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { sheetColumns } from '#kernel/sheets/columns.ts'
import type { readActions } from '../actions/read-actions.ts'
import { repairColumns, sheetRowOf } from './repair-sheet.ts'
import { filterRepairs, readRepairs, repairRowOf } from './select-repairs.ts'

type Actions = typeof readActions

/** The repairs the actor may see, newest first. */
export async function listRepairs(
  ctx: Ctx,
  input: InputOf<Actions['listRepairs']>,
): Promise<OutputOf<Actions['listRepairs']>> {
  const found = filterRepairs(ctx, input, await lookUpWords(ctx, input.search))
  const page = await keysetPage(found, input, {
    by: [{ column: 'created_at', ref: 'o.created_at', direction: 'desc' }],
    idRef: 'o.id',
  })
  const rows = await readRepairs(ctx, page.items)
  return { items: rows.map((row) => repairRowOf(ctx, row)), next: page.next }
}

const mostExported = 50_000

/** The same rows as a sheet with the headings of the import; sealed orders, whose words are hidden, stay out. */
export async function exportRepairs(ctx: Ctx, input: InputOf<Actions['exportRepairs']>): Promise<FileAnswer> {
  const found = await filterRepairs(ctx, input, await lookUpWords(ctx, input.search))
    .where(sql<boolean>`not o.restricted`)
    .orderBy('o.created_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(mostExported)
    .execute()
  const rows = await readRepairs(ctx, found)
  const title = ctx.say({ zh: '报修单', en: 'Repairs' })
  const keys = Object.keys(repairColumns) as (keyof typeof repairColumns)[]
  const content = {
    title,
    columns: sheetColumns(repairColumns),
    rows: rows.map((row) => {
      const cells = sheetRowOf(row)
      return keys.map((key) => cells[key])
    }),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}
