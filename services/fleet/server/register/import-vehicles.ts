import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import {
  defineImport,
  type ImportOutcome,
  type ImportRow,
  type Remark,
} from '#kernel/import/import-handler.ts'
import { vehicleStates } from '../../states.ts'
import { insertVehicles } from './insert-vehicles.ts'
import { selectSheetVehicles } from './list-vehicles.ts'
import { adviseLimits } from './vehicle-limits.ts'
import { bodyOf, readPlate, type VehicleColumns, vehicleColumns, vehicleSheetRow } from './vehicle-sheet.ts'
import { writeVehicle } from './write-vehicle.ts'

type Row = ImportRow<VehicleColumns>
type Known = Awaited<ReturnType<typeof selectSheetVehicles>>[number]
interface CheckedVehicle {
  row: Row
  known: Known | undefined
}

/** So many new ones are written at once. */
const atOnce = 200

/** Vehicles from a sheet, by plate; the same sheet again, and an export of what is here, change nothing. */
export const vehiclesImport = defineImport({
  columns: vehicleColumns,
  async take(ctx, rows, step) {
    const outcome: ImportOutcome = { changed: 0, refused: [], warnings: [] }
    const checked = await checkVehicles(ctx, rows, outcome.refused)
    const fresh = checked.filter(({ known }) => known === undefined)
    for (const { row, known } of checked)
      if (known && (await changeKnown(ctx, row.value, known))) outcome.changed++
    for (let start = 0; start < fresh.length; start += atOnce) {
      await step(rows.length - fresh.length + start)
      await takeNew(
        ctx,
        fresh.slice(start, start + atOnce).map(({ row }) => row.value),
      )
    }
    outcome.changed += fresh.length
    return outcome
  },
  async current(ctx) {
    return (await selectSheetVehicles(ctx)).map(vehicleSheetRow)
  },
})

async function checkVehicles(ctx: Ctx, rows: readonly Row[], refused: Remark[]): Promise<CheckedVehicle[]> {
  const known = new Map((await selectSheetVehicles(ctx)).map((vehicle) => [vehicle.plate, vehicle]))
  const today = localDayOf(ctx.now)
  const lineOf = new Map<string, number>()
  return rows.flatMap(({ line, value }) => {
    const plate = readPlate(value.plate)
    const faults = [
      ...(plate === null ? [fault('车牌号', 'import_bad_plate', { plate: value.plate })] : []),
      ...vehicleFaults(value, today),
    ]
    const first = plate === null ? undefined : lineOf.get(plate)
    if (plate !== null && first === undefined) lineOf.set(plate, line)
    if (plate !== null && first !== undefined)
      faults.push(fault('车牌号', 'import_repeated', { number: plate, first }))
    const there = plate === null ? undefined : known.get(plate)
    if (there) faults.push(...stateFaults(value, there))
    refused.push(...faults.map((one) => ({ line, ...one })))
    return faults.length > 0 || plate === null
      ? []
      : [{ row: { line, value: { ...value, plate } }, known: there }]
  })
}

type Fault = Omit<Remark, 'line'>
const fault = (column: string, code: string, params?: Remark['params']): Fault => ({
  column,
  code: `fleet.${code}`,
  ...(params ? { params } : {}),
})

function vehicleFaults(value: Row['value'], today: string): Fault[] {
  const faults: Fault[] = []
  const { energy, displacement, purchasedOn, state, retiredOn, retiredReason } = value
  if (energy === 'ELECTRIC' && displacement !== null)
    faults.push(fault('排量L', 'import_electric_displacement'))
  if (purchasedOn > today) faults.push(fault('购置日期', 'import_future'))
  if (state !== 'RETIRED') {
    if (retiredOn !== null) faults.push(fault('处置日期', 'import_retired_needless'))
    if (retiredReason !== null) faults.push(fault('处置原因', 'import_retired_needless'))
    return faults
  }
  if (retiredOn === null) faults.push(fault('处置日期', 'import_retired_incomplete'))
  if (retiredReason === null) faults.push(fault('处置原因', 'import_retired_incomplete'))
  if (retiredOn !== null && retiredOn > today) faults.push(fault('处置日期', 'import_future'))
  if (retiredOn !== null && retiredOn < purchasedOn) faults.push(fault('处置日期', 'import_retired_before'))
  return faults
}

/** A vehicle that lives here changes its state by those who may change it; its registered km are a line of a ledger. */
function stateFaults(value: Row['value'], there: Known): Fault[] {
  const faults: Fault[] = []
  if (value.state !== there.state) {
    const state = vehicleStates.states[there.state as keyof typeof vehicleStates.states].title.zh
    faults.push(fault('状态', 'import_state_here', { state }))
  }
  if (value.km !== there.registered_km)
    faults.push(fault('登记里程km', 'import_registered_km', { km: there.registered_km ?? 0 }))
  return faults
}

const factsOf = (value: Row['value']) => ({
  plate: value.plate,
  class: value.class,
  model: value.model ?? '',
  energy: value.energy,
  displacement_ml: value.displacement === null ? null : Math.round(value.displacement * 1000),
  price_fen: value.price,
  seats: value.seats,
})

/** What the sheet has no column for stays as it is here. @returns whether anything differed */
async function changeKnown(ctx: Ctx, value: Row['value'], known: Known): Promise<boolean> {
  const facts = factsOf(value)
  const sameShape = known.model === facts.model && known.seats === value.seats
  const body = sameShape ? known.body : bodyOf(facts.model, value.seats)
  return writeVehicle(
    ctx,
    { ...known },
    {
      ...facts,
      body,
      purchased_on: value.purchasedOn,
      home_site_id: known.home_site_id,
      ...(known.state === 'RETIRED'
        ? { retired_on: value.retiredOn, retired_reason: value.retiredReason }
        : {}),
    },
  )
}

/** They were bought by the rules of their day: the caps of today only show. */
async function takeNew(ctx: Ctx, values: readonly Row['value'][]): Promise<void> {
  const vehicles = values.map((value) => ({
    ...factsOf(value),
    body: bodyOf(value.model ?? '', value.seats),
    special: false,
    purchased_on: value.purchasedOn,
    emission_class: '',
    yellow_label: /黄标/.test(value.retiredReason ?? ''),
    pool: 'CENTRE',
    home_site_id: null,
    state: value.state,
    out_of_use_reason: value.state === 'OUT_OF_USE' ? '导入时为停用' : null,
    retired_on: value.retiredOn,
    retired_reason: value.retiredReason,
    km: value.km,
  }))
  const ids = await insertVehicles(ctx, vehicles)
  await adviseLimits(
    ctx,
    vehicles.map((vehicle, index) => ({ ...vehicle, id: ids[index]! })),
  )
}
