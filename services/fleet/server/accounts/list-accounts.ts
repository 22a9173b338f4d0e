import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import type { SheetColumn } from '#kernel/sheets/write-sheet.ts'
import type { AccountLine, AccountSums } from '../../account-schema.ts'
import { sayDeviation } from '../../account-words.ts'
import type { accountActions } from '../../actions/account-actions.ts'
import { vehicleClasses } from '../../words.ts'
import { per100km, readFillRates } from './fill-rates.ts'
import { findDeviations, peersOf } from './find-deviations.ts'
import { daysOfMonth, yearUpTo } from './month.ts'
import { addUp, readSums, totalOf, type VehicleSums } from './read-sums.ts'

type Actions = typeof accountActions

/** 单车核算: every vehicle's month beside those like it; a closed month as it was closed, with what was corrected since. */
export async function listAccounts(
  ctx: Ctx,
  input: InputOf<Actions['listAccounts']>,
): Promise<OutputOf<Actions['listAccounts']>> {
  const thisMonth = localDayOf(ctx.now).slice(0, 7)
  const month = input.month ?? thisMonth
  const closed = await readClosed(ctx, month)
  const live = await readSums(ctx, daysOfMonth(month))
  const span = yearUpTo(month)
  const year = await readSums(ctx, span)
  const rates = new Map((await readFillRates(ctx, span)).map((one) => [one.vehicleId, one]))
  const lines = live.map((now): AccountLine => {
    const was = closed.lines.get(now.vehicleId)
    const shown: VehicleSums = closed.at ? { ...now, ...(was ?? nothing) } : now
    const own = year.find(({ vehicleId }) => vehicleId === now.vehicleId) ?? now
    const rate = rates.get(now.vehicleId)
    const peers = peersOf(own, year, [...rates.values()])
    const totalFen = totalOf(shown)
    const late = { trips: now.trips - shown.trips, km: now.km - shown.km, totalFen: totalOf(now) - totalFen }
    return {
      ...shown,
      totalFen,
      fenPerKm: shown.km > 0 ? Math.round((totalFen * 10) / shown.km) / 10 : null,
      litresPer100km: rate ? per100km(rate.litres, rate.km) : null,
      kwhPer100km: rate ? per100km(rate.kwh, rate.km) : null,
      deviations: findDeviations(month < thisMonth ? shown : null, own, rate, peers),
      late: late.trips || late.km || late.totalFen ? late : null,
    }
  })
  const items = lines.filter(
    (line) =>
      (!input.class || line.class === input.class) &&
      (!input.deviating || line.deviations.some(({ code }) => code !== 'IDLE') || line.late !== null),
  )
  return {
    month,
    closedAt: closed.at,
    closedBy: closed.by,
    total: addUp(items),
    items,
    can: {
      close: ctx.has('fleet.close-accounts') && closed.at === null && month < thisMonth,
    },
  }
}

const nothing: AccountSums = {
  trips: 0,
  km: 0,
  minutes: 0,
  litres: 0,
  kwh: 0,
  fuelFen: 0,
  chargingFen: 0,
  tollFen: 0,
  parkingFen: 0,
  otherFen: 0,
  upkeepFen: 0,
  insuranceFen: 0,
}

interface Closed {
  at: string | null
  by: string | null
  lines: Map<string, AccountSums>
}

async function readClosed(ctx: Ctx, month: string): Promise<Closed> {
  const first = `${month}-01`
  const closing = await ctx.db
    .selectFrom('fleet.account_month')
    .select(['closed_at', 'closed_by'])
    .where('month', '=', first)
    .executeTakeFirst()
  if (!closing) return { at: null, by: null, lines: new Map() }
  const rows = await ctx.db.selectFrom('fleet.account_line').selectAll().where('month', '=', first).execute()
  return {
    at: closing.closed_at,
    by: closing.closed_by,
    lines: new Map(rows.map((row) => [row.vehicle_id, sumsOfRow(row)])),
  }
}

interface LineRow {
  trips: number
  distance_km: number
  minutes: number
  litres: number
  energy_kwh: number
  fuel_fen: number
  charging_fen: number
  toll_fen: number
  parking_fen: number
  other_fen: number
  upkeep_fen: number
  insurance_fen: number
}

/** A closed line as it is shown. */
export function sumsOfRow(row: LineRow): AccountSums {
  return {
    trips: row.trips,
    km: row.distance_km,
    minutes: row.minutes,
    litres: row.litres,
    kwh: row.energy_kwh,
    fuelFen: row.fuel_fen,
    chargingFen: row.charging_fen,
    tollFen: row.toll_fen,
    parkingFen: row.parking_fen,
    otherFen: row.other_fen,
    upkeepFen: row.upkeep_fen,
    insuranceFen: row.insurance_fen,
  }
}

const columns: SheetColumn[] = [
  { heading: '车牌号', width: 12 },
  { heading: '车辆类别', width: 22 },
  { heading: '品牌型号', width: 14 },
  { heading: '出车次数', kind: 'number' },
  { heading: '里程km', kind: 'number' },
  { heading: '用时h', kind: 'number' },
  { heading: '加油L', kind: 'number' },
  { heading: '充电kWh', kind: 'number' },
  { heading: '燃油费元', kind: 'money-fen' },
  { heading: '充电费元', kind: 'money-fen' },
  { heading: '路桥费元', kind: 'money-fen' },
  { heading: '停车费元', kind: 'money-fen' },
  { heading: '其他费用元', kind: 'money-fen' },
  { heading: '保养维修元', kind: 'money-fen' },
  { heading: '保险分摊元', kind: 'money-fen' },
  { heading: '合计元', kind: 'money-fen' },
  { heading: '每公里元', kind: 'number' },
  { heading: '近一年百公里油耗L', kind: 'number' },
  { heading: '近一年百公里电耗kWh', kind: 'number' },
  { heading: '说明', width: 40 },
]

/** The same lines as a sheet. */
export async function exportAccounts(
  ctx: Ctx,
  input: InputOf<Actions['exportAccounts']>,
): Promise<FileAnswer> {
  const { format, ...asked } = input
  const { items, month } = await listAccounts(ctx, asked)
  const title = ctx.say({ zh: `单车核算 ${month}`, en: `Vehicle accounts ${month}` })
  return sheetAnswer(
    { title, columns, rows: items.map((line) => cellsOf(ctx, line)) },
    format ?? 'xlsx',
    title,
  )
}

function cellsOf(ctx: Ctx, line: AccountLine) {
  return [
    line.plate,
    vehicleClasses[line.class].zh,
    line.model,
    line.trips,
    line.km,
    Math.round(line.minutes / 6) / 10,
    line.litres,
    line.kwh,
    line.fuelFen,
    line.chargingFen,
    line.tollFen,
    line.parkingFen,
    line.otherFen,
    line.upkeepFen,
    line.insuranceFen,
    line.totalFen,
    line.fenPerKm === null ? null : line.fenPerKm / 100,
    line.litresPer100km,
    line.kwhPer100km,
    line.deviations.map((one) => ctx.say(sayDeviation(one))).join('；'),
  ]
}
