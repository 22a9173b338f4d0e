import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { sheetColumns } from '#kernel/sheets/columns.ts'
import type { driverActions } from '../../actions/driver-actions.ts'
import type { DriverFilters } from '../../driver-schema.ts'
import { inOrder, orderOf } from '../order-of.ts'
import { driverColumns, driverSheetRow } from './driver-sheet.ts'
import { driverRowOf, filterDrivers } from './select-drivers.ts'

type Actions = typeof driverActions

/** By staff number, unless another order is asked for. */
const driverOrder = ({ sort = 'staffNo' }: DriverFilters) =>
  orderOf(sort, { staffNo: 'd.staff_no', until: 'd.licence_until' })

/** The drivers; a driver sees himself. */
export async function listDrivers(
  ctx: Ctx,
  input: InputOf<Actions['listDrivers']>,
): Promise<OutputOf<Actions['listDrivers']>> {
  const { items, next } = await keysetPage(filterDrivers(ctx, input), input, {
    by: [driverOrder(input)],
    idRef: 'd.id',
  })
  return { items: items.map((row) => driverRowOf(ctx, row)), next }
}

/** The same drivers as a sheet with the headings of the import. */
export async function exportDrivers(ctx: Ctx, input: InputOf<Actions['exportDrivers']>): Promise<FileAnswer> {
  const rows = await inOrder(filterDrivers(ctx, input), driverOrder(input), 'd.id').execute()
  const keys = Object.keys(driverColumns) as (keyof typeof driverColumns)[]
  const title = ctx.say({ zh: '驾驶员', en: 'Drivers' })
  const cells = rows.map(driverSheetRow)
  const content = {
    title,
    columns: sheetColumns(driverColumns),
    rows: cells.map((row) => keys.map((key) => row[key])),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}
