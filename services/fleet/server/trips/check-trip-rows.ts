import { setImmediate } from 'node:timers/promises'
import type { Ctx } from '#kernel/context.ts'
import type { ImportRow, Remark } from '#kernel/import/import-handler.ts'
import type { OdometerLine } from './odometer-line.ts'
import { readTripNames, type TripNames } from './trip-names.ts'
import { stateWords, type TripColumns } from './trip-sheet.ts'

type Row = ImportRow<TripColumns>
type Value = Row['value']

/** A line that can be taken, with what its names stand for. */
export interface CheckedTrip extends Row {
  unitId: string
  unitName: string
  requesterPersonId: string | null
  vehicleId: string
  driverId: string
  from: Date
  to: Date
}

interface CheckedTrips {
  good: CheckedTrip[]
  refused: Remark[]
}

const breathEvery = 1000

/**
 * Says of every line what is wrong with it, all at once, but for clashes of time, which only the holds can tell.
 * `living` are the numbers of trips dispatched here, whose lines are not the sheet's to judge; `lineOf` the odometer of
 * a vehicle, without the readings of the trips the sheet brings again.
 */
export async function checkTripRows(
  ctx: Ctx,
  rows: readonly Row[],
  living: ReadonlySet<string>,
  lineOf: (vehicleId: string) => OdometerLine,
): Promise<CheckedTrips> {
  const names = await readTripNames(ctx)
  const checked: CheckedTrips = { good: [], refused: [] }
  const firstOf = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    // Others want their answers while a large sheet is looked over.
    if (index % breathEvery === 0) await setImmediate()
    const { number } = row.value
    const first = firstOf.get(number)
    if (first === undefined) firstOf.set(number, row.line)
    const lives = living.has(number)
    const faults = [
      ...(first === undefined ? [] : [fault('派车单号', 'import_trip_repeated', { number, first })]),
      ...nameFaults(row.value, names),
      ...timeFaults(row.value, lives ? null : ctx.now),
    ]
    if (faults.length === 0 && !lives) faults.push(...kmFaults(row.value, names, lineOf))
    checked.refused.push(...faults.map((one) => ({ line: row.line, ...one })))
    if (faults.length === 0) checked.good.push(resolve(row, names))
  }
  return checked
}

type Fault = Omit<Remark, 'line'>
const fault = (column: string, code: string, params?: Remark['params']): Fault => ({
  column,
  code: `fleet.${code}`,
  ...(params ? { params } : {}),
})

function nameFaults(value: Value, names: TripNames): Fault[] {
  const faults: Fault[] = []
  const unit = names.unit(value.unit)
  if (unit === undefined) faults.push(fault('用车单位', 'import_unknown_unit', { unit: value.unit }))
  if (unit === null) faults.push(fault('用车单位', 'import_ambiguous_unit', { unit: value.unit }))
  if (!names.vehicle(value.plate))
    faults.push(fault('车牌号', 'import_unknown_plate', { plate: value.plate }))
  if (!names.driver(value.driver))
    faults.push(fault('驾驶员工号', 'import_unknown_driver', { driver: value.driver }))
  return faults
}

const longest = 31 * 86_400_000

/** `now` null: a trip that lives here, whose state is its own. */
function timeFaults({ from, to, state }: Value, now: Date | null): Fault[] {
  const [begin, end] = [new Date(from), new Date(to)]
  if (end <= begin) return [fault('收车时间', 'import_end_before_start')]
  if (end.getTime() - begin.getTime() > longest) return [fault('收车时间', 'import_too_long')]
  if (now === null) return []
  if (state === 'COMPLETED' && end > now) return [fault('状态', 'import_future')]
  if (state !== 'COMPLETED' && state !== 'CANCELLED')
    return [fault('状态', 'import_lives_here', { state: stateWords.get(state) ?? state })]
  return []
}

function kmFaults(
  { plate, from, to, outKm, inKm, state }: Value,
  names: TripNames,
  lineOf: (vehicleId: string) => OdometerLine,
): Fault[] {
  if (state !== 'COMPLETED') return []
  if (outKm === null) return [fault('出车里程km', 'import_km_missing')]
  if (inKm === null) return [fault('收车里程km', 'import_km_missing')]
  if (inKm < outKm) return [fault('收车里程km', 'import_km_falls', { in: inKm, out: outKm })]
  const line = lineOf(names.vehicle(plate)!.id)
  const [leftAt, returnedAt] = [Date.parse(from), Date.parse(to)]
  const out = line.add(leftAt, outKm)
  if (out) return [fault('出车里程km', 'import_km_clash', around(outKm, out))]
  const back = line.add(returnedAt, inKm)
  if (!back) return []
  line.remove(leftAt, outKm)
  return [fault('收车里程km', 'import_km_clash', around(inKm, back))]
}

const around = (km: number, { before, after }: { before: number | null; after: number | null }) => ({
  km,
  before: before ?? '—',
  after: after ?? '—',
})

function resolve(row: Row, names: TripNames): CheckedTrip {
  const { value } = row
  const unit = names.unit(value.unit)!
  return {
    ...row,
    // By its own name from here on, so that a sheet with codes taken again changes nothing.
    value: {
      ...value,
      unit: unit.name,
      plate: names.vehicle(value.plate)!.plate,
      driver: names.driver(value.driver)!.staffNo,
    },
    unitId: unit.id,
    unitName: unit.name,
    requesterPersonId: names.person(unit.id, value.requester),
    vehicleId: names.vehicle(value.plate)!.id,
    driverId: names.driver(value.driver)!.id,
    from: new Date(value.from),
    to: new Date(value.to),
  }
}
