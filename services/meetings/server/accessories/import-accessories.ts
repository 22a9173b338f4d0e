import { findNames } from '#engines/directory/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import {
  defineImport,
  type ImportOutcome,
  type ImportRow,
  type Remark,
} from '#kernel/import/import-handler.ts'
import { type AccessoryColumns, accessoryColumns, accessorySheetRow } from './accessory-sheet.ts'
import { type AccessorySelection, selectAccessories } from './select-accessories.ts'
import { changeAccessory, createAccessory, isHeld } from './write-accessory.ts'

type Row = ImportRow<AccessoryColumns>
interface Checked extends Row {
  /** Undefined: the sheet does not say. */
  siteId: string | undefined
  known: AccessorySelection | undefined
}

/** Equipment to claim from a sheet, by code; the same sheet again, and an export of what is here, change nothing. */
export const accessoriesImport = defineImport({
  columns: accessoryColumns,
  async take(ctx, rows) {
    const outcome: ImportOutcome = { changed: 0, refused: [], warnings: [] }
    for (const row of await check(ctx, rows, outcome.refused)) if (await write(ctx, row)) outcome.changed++
    return outcome
  },
  async current(ctx) {
    const rows = await selectAccessories(ctx).orderBy('r.code').execute()
    return rows.map(accessorySheetRow)
  },
})

async function check(ctx: Ctx, rows: readonly Row[], refused: Remark[]): Promise<Checked[]> {
  const sites = await ctx.db.selectFrom('directory.site').select(['id', 'name', 'code']).execute()
  const findSite = findNames(sites, ({ name, code }) => [code, name])
  const known = new Map((await selectAccessories(ctx).execute()).map((one) => [one.code, one]))
  const codeOfName = new Map([...known.values()].map((one) => [one.name, one.code]))
  const lineOf = new Map<string, number>()
  const good: Checked[] = []
  for (const row of rows) {
    const { value, line } = row
    const before = refused.length
    const fault = (column: string, code: string, params: Remark['params'] = {}) =>
      refused.push({ line, column, code: `meetings.${code}`, params })
    const first = lineOf.get(value.code)
    if (first !== undefined) fault('设备编号', 'import_repeated', { number: value.code, first })
    else lineOf.set(value.code, line)
    const owner = codeOfName.get(value.name)
    if (owner !== undefined && owner !== value.code)
      fault('设备名称', 'import_room_renamed', { name: value.name, code: owner })
    else codeOfName.set(value.name, value.code)
    const site = value.site === null ? undefined : findSite(value.site)
    if (value.site !== null && site === undefined)
      fault('存放物业', 'import_unknown_site', { site: value.site })
    if (value.site !== null && site === null) fault('存放物业', 'import_ambiguous_site', { site: value.site })
    const there = known.get(value.code)
    if (there && value.quantity < there.quantity && (await isHeld(ctx, there.id, value.quantity)))
      fault('数量', 'import_accessory_held', { name: value.name, quantity: value.quantity })
    if (refused.length === before) good.push({ ...row, siteId: site?.id, known: there })
  }
  return good
}

/** @returns whether something changed */
async function write(ctx: Ctx, { value, siteId, known }: Checked): Promise<boolean> {
  const { code, name, quantity } = value
  const said = {
    ...(value.countedIn === null ? {} : { countedIn: value.countedIn }),
    ...(siteId === undefined ? {} : { siteId }),
    ...(value.note === null ? {} : { note: value.note }),
  }
  if (!known) {
    await createAccessory(ctx, { code, name, quantity, ...said })
    return true
  }
  const now = { countedIn: known.counted_in, siteId: known.site_id ?? undefined, note: known.note }
  const same =
    known.name === name &&
    known.quantity === quantity &&
    Object.entries(said).every(([key, word]) => now[key as keyof typeof now] === word)
  if (same) return false
  await changeAccessory(ctx, { accessoryId: known.id, name, quantity, ...said })
  return true
}
