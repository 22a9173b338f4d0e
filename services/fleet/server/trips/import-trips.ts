import { sql } from 'kysely'
import { type ImportedBooking, importBookings } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { defineImport, type ImportOutcome } from '#kernel/import/import-handler.ts'
import { refreshStatistics } from '#kernel/import/refresh-statistics.ts'
import { line as bookingLine } from '../../words.ts'
import { type CheckedTrip, checkTripRows } from './check-trip-rows.ts'
import { OdometerLine } from './odometer-line.ts'
import { reconcileTrips } from './reconcile-trips.ts'
import { selectSheetTrips } from './select-sheet-trips.ts'
import { type TripCells, tripColumns, tripSheetRow } from './trip-sheet.ts'
import { type WrittenTrip, writeImportedTrips } from './write-imported-trips.ts'

/**
 * Trips from before, or from a sheet kept elsewhere: each with its request, its readings in the odometer ledger and its
 * costs. They keep their numbers, hold vehicle and driver, and count in figures; the same sheet again, and an export of
 * what is here, change nothing.
 */
export const tripsImport = defineImport({
  columns: tripColumns,
  async take(ctx, rows, step) {
    const known = await knownTrips(
      ctx,
      rows.map(({ value }) => value.number),
    )
    const living = new Set(
      [...known.values()].filter(({ imported }) => !imported).map(({ number }) => number),
    )
    const { good, refused } = await checkTripRows(ctx, rows, living, await odometerLines(ctx, known))
    const outcome: ImportOutcome = { changed: 0, refused, warnings: [] }
    const differing = good.filter((row) => !isSame(row, known.get(row.value.number)?.cells))
    for (let start = 0; start < differing.length; start += atOnce) {
      await step(good.length - differing.length + start)
      await takeRows(ctx, differing.slice(start, start + atOnce), known, outcome)
    }
    return outcome
  },
  async current(ctx) {
    const rows = await selectSheetTrips(ctx).orderBy('t.starts_at').orderBy('t.number').execute()
    return rows.map(tripSheetRow)
  },
})

/** Lines written with one round of statements. */
const atOnce = 500

interface Known {
  id: string
  number: string
  requestId: string | null
  imported: boolean
  cells: TripCells
}

async function knownTrips(ctx: Ctx, numbers: readonly string[]): Promise<Map<string, Known>> {
  const rows = await selectSheetTrips(ctx)
    .where(sql<boolean>`t.number = any(${[...numbers]}::text[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.number,
      {
        id: row.id,
        number: row.number,
        requestId: row.request_id,
        imported: row.imported,
        cells: tripSheetRow(row),
      },
    ]),
  )
}

/** The ledger by vehicle, without the readings of imported trips that this sheet brings again. */
async function odometerLines(ctx: Ctx, known: ReadonlyMap<string, Known>) {
  const again = [...known.values()].filter(({ imported }) => imported).map(({ id }) => id)
  const { rows } = await sql<{ vehicle_id: string; at: string; km: number }>`
    select vehicle_id, at, km from fleet.odometer_reading where bureau_id = kernel.bureau() and voided_at is null
      and (trip_id is null or trip_id <> all(${again}::uuid[]))`.execute(ctx.db)
  const points = Map.groupBy(rows, ({ vehicle_id }) => vehicle_id)
  const lines = new Map<string, OdometerLine>()
  return (vehicleId: string): OdometerLine => {
    const line =
      lines.get(vehicleId) ??
      new OdometerLine((points.get(vehicleId) ?? []).map(({ at, km }) => ({ at: Date.parse(at), km })))
    lines.set(vehicleId, line)
    return line
  }
}

/** Whether the sheet says what the system says: compared as cells, so that an export taken again is silent. */
function isSame({ value, from, to }: CheckedTrip, known: TripCells | undefined): boolean {
  if (!known) return false
  const given = tripSheetRow({
    ...value,
    reason: value.purpose,
    staff_no: value.driver,
    from,
    to,
    out_km: value.outKm,
    in_km: value.inKm,
    fuel: value.fuel ?? 0,
    toll: value.toll ?? 0,
    parking: value.parking ?? 0,
  })
  return (Object.keys(given) as (keyof TripCells)[]).every((key) => given[key] === known[key])
}

async function takeRows(
  ctx: Ctx,
  rows: readonly CheckedTrip[],
  known: ReadonlyMap<string, Known>,
  outcome: ImportOutcome,
): Promise<void> {
  const open = rows.filter(({ line, value: { number } }) => {
    const there = known.get(number)
    if (!there || there.imported) return true
    outcome.warnings.push({ line, column: '派车单号', code: 'fleet.import_trip_kept', params: { number } })
    return false
  })
  if (open.length === 0) return
  const booked = await importBookings(
    ctx,
    open.map((row) => bookingOf(row, known.get(row.value.number)?.id)),
  )
  const written: WrittenTrip[] = []
  for (const [index, row] of open.entries()) {
    const { id, clash } = booked[index]!
    if (!clash) {
      written.push({ row, id, requestId: known.get(row.value.number)?.requestId ?? null })
      continue
    }
    const vehicle = clash.resourceId === row.vehicleId
    outcome.refused.push({
      line: row.line,
      column: vehicle ? '车牌号' : '驾驶员工号',
      code: 'fleet.import_trip_clash',
      params: { what: vehicle ? row.value.plate : row.value.driver, title: clash.title },
    })
  }
  await writeImportedTrips(ctx, written)
  await refreshStatistics(ctx, [
    'fleet.trip',
    'fleet.trip_request',
    'fleet.request',
    'fleet.odometer_reading',
    'fleet.trip_cost',
  ])
  await reconcileTrips(
    ctx,
    written.map(({ id }) => id),
  )
  outcome.changed += written.length
}

function bookingOf({ value, from, to, ...row }: CheckedTrip, id: string | undefined): ImportedBooking {
  return {
    ...(id ? { id } : {}),
    line: bookingLine,
    title: `${value.purpose} · ${value.destination}`.slice(0, 200),
    rank: 'ORDINARY',
    state: value.state === 'CANCELLED' ? 'CANCELLED' : 'ENDED',
    unitId: row.unitId,
    organiserName: value.requester,
    headcount: value.passengers,
    from,
    to,
    resourceIds: [row.vehicleId, row.driverId],
  }
}
