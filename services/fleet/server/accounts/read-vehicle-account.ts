import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import type { accountActions } from '../../actions/account-actions.ts'
import { per100km, readFillRates } from './fill-rates.ts'
import { findDeviations, peersOf } from './find-deviations.ts'
import { sumsOfRow } from './list-accounts.ts'
import { daysOfMonth, monthsBetween } from './month.ts'
import { addUp, readSums } from './read-sums.ts'

type Actions = typeof accountActions

/** A vehicle's year, month by month, beside those like it. @throws Problem 404 */
export async function readVehicleAccount(
  ctx: Ctx,
  { vehicleId, year: asked }: InputOf<Actions['readVehicleAccount']>,
): Promise<OutputOf<Actions['readVehicleAccount']>> {
  const today = localDayOf(ctx.now)
  const year = asked ?? Number(today.slice(0, 4))
  const span = { from: `${year}-01-01`, to: `${year}-12-31` }
  const all = await readSums(ctx, span)
  // A year before it was bought or after it was given up: the book still knows it.
  const vehicle = all.find((one) => one.vehicleId === vehicleId) ?? (await findVehicle(ctx, vehicleId))
  const closed = new Map(
    (
      await ctx.db
        .selectFrom('fleet.account_line')
        .selectAll()
        .where('vehicle_id', '=', vehicleId)
        .where('month', '>=', span.from)
        .where('month', '<=', span.to)
        .execute()
    ).map((row) => [row.month.slice(0, 7), sumsOfRow(row)]),
  )
  const months: OutputOf<Actions['readVehicleAccount']>['months'] = []
  for (const month of monthsBetween(`${year}-01`, `${year}-12`)) {
    if (month > today.slice(0, 7)) break
    const was = closed.get(month)
    const sums = addUp(was ? [was] : await readSums(ctx, daysOfMonth(month), vehicleId))
    months.push({ month, closed: was !== undefined, ...sums })
  }
  const rates = await readFillRates(ctx, span)
  const rate = rates.find((one) => one.vehicleId === vehicleId)
  const peers = peersOf(vehicle, all, rates)
  const { plate, model, class: kind, body, energy } = vehicle
  return {
    vehicle: { vehicleId, plate, model, class: kind, body, energy },
    year,
    months,
    total: addUp(months),
    litresPer100km: rate ? per100km(rate.litres, rate.km) : null,
    kwhPer100km: rate ? per100km(rate.kwh, rate.km) : null,
    peers,
    deviations: findDeviations(null, vehicle, rate, peers),
  }
}

async function findVehicle(ctx: Ctx, vehicleId: string) {
  const everything = { from: '1990-01-01', to: '2199-12-31' }
  const [vehicle] = await readSums(ctx, everything, vehicleId)
  if (!vehicle) throw new Problem(404, 'kernel.not_found')
  return { ...vehicle, ...addUp([]) }
}

/** The year as a sheet. @throws Problem 404 */
export async function exportVehicleAccount(
  ctx: Ctx,
  { format, ...asked }: InputOf<Actions['exportVehicleAccount']>,
): Promise<FileAnswer> {
  const { vehicle, year, months, total } = await readVehicleAccount(ctx, asked)
  const title = `${vehicle.plate} ${year}`
  const row = (name: string, sums: typeof total) => [
    name,
    sums.trips,
    sums.km,
    sums.litres,
    sums.kwh,
    sums.fuelFen + sums.chargingFen,
    sums.tollFen,
    sums.parkingFen,
    sums.otherFen,
    sums.upkeepFen,
    sums.insuranceFen,
    sums.totalFen,
  ]
  const content = {
    title,
    columns: [
      { heading: '月份' },
      { heading: '出车次数', kind: 'number' as const },
      { heading: '里程km', kind: 'number' as const },
      { heading: '加油L', kind: 'number' as const },
      { heading: '充电kWh', kind: 'number' as const },
      { heading: '燃油充电费元', kind: 'money-fen' as const },
      { heading: '路桥费元', kind: 'money-fen' as const },
      { heading: '停车费元', kind: 'money-fen' as const },
      { heading: '其他费用元', kind: 'money-fen' as const },
      { heading: '保养维修元', kind: 'money-fen' as const },
      { heading: '保险分摊元', kind: 'money-fen' as const },
      { heading: '合计元', kind: 'money-fen' as const },
    ],
    rows: [...months.map((one) => row(one.month, one)), row('合计', total)],
  }
  return sheetAnswer(content, format ?? 'xlsx', title)
}
