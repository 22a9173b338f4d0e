import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { sheetColumns } from '#kernel/sheets/columns.ts'
import type { registerActions } from '../../actions/register-actions.ts'
import type { VehicleFilters } from '../../register-schema.ts'
import { inOrder, orderOf } from '../order-of.ts'
import { filterVehicles, vehicleRowOf } from './select-vehicles.ts'
import { type SheetVehicle, vehicleColumns, vehicleSheetRow } from './vehicle-sheet.ts'

type Actions = typeof registerActions

/** By plate, unless another order is asked for. */
const vehicleOrder = ({ sort = 'plate' }: VehicleFilters) =>
  orderOf(sort, { plate: 'v.plate', seats: 'v.seats', bought: 'v.purchased_on', price: 'v.price_fen' })

/** The vehicle book. */
export async function listVehicles(
  ctx: Ctx,
  input: InputOf<Actions['listVehicles']>,
): Promise<OutputOf<Actions['listVehicles']>> {
  const { items, next } = await keysetPage(filterVehicles(ctx, input), input, {
    by: [vehicleOrder(input)],
    idRef: 'v.id',
  })
  return { items: items.map((row) => vehicleRowOf(ctx, row)), next }
}

/** The same vehicles as a sheet with the headings of the import. */
export async function exportVehicles(
  ctx: Ctx,
  input: InputOf<Actions['exportVehicles']>,
): Promise<FileAnswer> {
  const rows = await inOrder(filterVehicles(ctx, input), vehicleOrder(input), 'v.id').execute()
  const km = await registeredKm(ctx)
  const keys = Object.keys(vehicleColumns) as (keyof typeof vehicleColumns)[]
  const title = ctx.say({ zh: '车辆', en: 'Vehicles' })
  const cells = rows.map((row) => vehicleSheetRow({ ...row, registered_km: km.get(row.id) ?? null }))
  const content = {
    title,
    columns: sheetColumns(vehicleColumns),
    rows: cells.map((row) => keys.map((key) => row[key])),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}

/** The vehicles as the sheet has them, with their ids, for the import and its `current`. */
export async function selectSheetVehicles(
  ctx: Ctx,
): Promise<(SheetVehicle & { id: string; body: string; home_site_id: string | null })[]> {
  const rows = await ctx.db.selectFrom('fleet.vehicle').selectAll().orderBy('plate').execute()
  const km = await registeredKm(ctx)
  return rows.map((row) => ({ ...row, registered_km: km.get(row.id) ?? null }))
}

/** What stood on the odometer when a vehicle was registered. */
async function registeredKm(ctx: Ctx): Promise<Map<string, number>> {
  const { rows } = await sql<{ vehicle_id: string; km: number }>`
    select distinct on (vehicle_id) vehicle_id, km from fleet.odometer_reading
    where bureau_id = kernel.bureau() and source = 'REGISTERED' and voided_at is null order by vehicle_id, at, id`.execute(
    ctx.db,
  )
  return new Map(rows.map(({ vehicle_id, km }) => [vehicle_id, km]))
}
