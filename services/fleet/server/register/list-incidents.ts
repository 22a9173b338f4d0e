import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { containing } from '#kernel/database/containing.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { incidentActions } from '../../actions/incident-actions.ts'
import { foundBy } from '../../register-words.ts'

type Actions = typeof incidentActions
type Accident = OutputOf<Actions['listAccidents']>['items'][number]
type Violation = OutputOf<Actions['listViolations']>['items'][number]
export type IncidentFilters = Omit<InputOf<Actions['listViolations']>, 'cursor' | 'limit' | 'open'>
type Filters = Omit<InputOf<Actions['listViolations']>, 'cursor' | 'limit'>

/** Accidents with vehicle, driver and trip; `i` is the incident. */
export function selectAccidents(ctx: Ctx, filters: Omit<Filters, 'open'>) {
  return ctx.db
    .selectFrom('fleet.accident as i')
    .innerJoin('fleet.vehicle as v', (join) =>
      join.onRef('v.bureau_id', '=', 'i.bureau_id').onRef('v.id', '=', 'i.vehicle_id'),
    )
    .leftJoin('fleet.driver as d', (join) =>
      join.onRef('d.bureau_id', '=', 'i.bureau_id').onRef('d.id', '=', 'i.driver_id'),
    )
    .leftJoin('fleet.trip as t', (join) =>
      join.onRef('t.bureau_id', '=', 'i.bureau_id').onRef('t.id', '=', 'i.trip_id'),
    )
    .selectAll('i')
    .select(['v.plate', 'd.name as driver_name', 't.number as trip_number'])
    .where(within(filters))
}

/** Violations likewise. */
export function selectViolations(ctx: Ctx, filters: Filters) {
  let query = ctx.db
    .selectFrom('fleet.violation as i')
    .innerJoin('fleet.vehicle as v', (join) =>
      join.onRef('v.bureau_id', '=', 'i.bureau_id').onRef('v.id', '=', 'i.vehicle_id'),
    )
    .leftJoin('fleet.driver as d', (join) =>
      join.onRef('d.bureau_id', '=', 'i.bureau_id').onRef('d.id', '=', 'i.driver_id'),
    )
    .leftJoin('fleet.trip as t', (join) =>
      join.onRef('t.bureau_id', '=', 'i.bureau_id').onRef('t.id', '=', 'i.trip_id'),
    )
    .selectAll('i')
    .select(['v.plate', 'd.name as driver_name', 't.number as trip_number'])
    .where(within(filters))
  if (filters.open !== undefined)
    query = query.where(sql<boolean>`(i.settled_on is null and i.voided_at is null) = ${filters.open}`)
  return query
}

/** Over an incident `i` with its vehicle `v` and driver `d`. */
export function within(filters: IncidentFilters): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`true`]
  if (filters.vehicleId) parts.push(sql`i.vehicle_id = ${filters.vehicleId}`)
  if (filters.driverId) parts.push(sql`i.driver_id = ${filters.driverId}`)
  if (filters.foundBy) parts.push(sql`i.found_by = ${filters.foundBy}`)
  if (filters.from) parts.push(sql`kernel.local_day(i.at) >= ${filters.from}::date`)
  if (filters.to) parts.push(sql`kernel.local_day(i.at) <= ${filters.to}::date`)
  if (filters.search?.trim()) {
    const like = containing(filters.search.trim())
    parts.push(
      sql`(v.plate ilike ${like} or d.name ilike ${like} or i.place ilike ${like} or i.what ilike ${like})`,
    )
  }
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

interface IncidentRow {
  id: string
  vehicle_id: string
  plate: string
  driver_id: string | null
  driver_name: string | null
  found_by: string
  trip_id: string | null
  trip_number: string | null
  at: string
  place: string
  what: string
  created_by: string
  void_reason: string | null
}

function incidentOf(row: IncidentRow) {
  return {
    id: row.id,
    vehicle: { id: row.vehicle_id, plate: row.plate },
    driver: row.driver_id && row.driver_name ? { id: row.driver_id, name: row.driver_name } : null,
    foundBy: row.found_by as keyof typeof foundBy,
    trip: row.trip_id && row.trip_number ? { id: row.trip_id, number: row.trip_number } : null,
    at: row.at,
    place: row.place,
    what: row.what,
    createdBy: row.created_by,
    voidReason: row.void_reason,
  }
}

export function accidentOf(
  row: Awaited<ReturnType<ReturnType<typeof selectAccidents>['execute']>>[number],
): Accident {
  return {
    ...incidentOf(row),
    injured: row.injured,
    dead: row.dead,
    blame: row.blame as Accident['blame'],
    damageFen: row.damage_fen,
    insuredFen: row.insured_fen,
    settled:
      row.blame_at && row.blame_by && row.blame_ground
        ? { at: row.blame_at, by: row.blame_by, ground: row.blame_ground }
        : null,
  }
}

export function violationOf(
  row: Awaited<ReturnType<ReturnType<typeof selectViolations>['execute']>>[number],
): Violation {
  return {
    ...incidentOf(row),
    noticeNo: row.notice_no,
    fineFen: row.fine_fen,
    points: row.points,
    settledOn: row.settled_on,
  }
}

const latest = { by: [{ column: 'at', ref: 'i.at', direction: 'desc' as const }], idRef: 'i.id' }

/** Latest first. */
export async function listAccidents(
  ctx: Ctx,
  input: InputOf<Actions['listAccidents']>,
): Promise<OutputOf<Actions['listAccidents']>> {
  const { items, next } = await keysetPage(selectAccidents(ctx, input), input, latest)
  return { items: items.map(accidentOf), next }
}

/** Latest first. */
export async function listViolations(
  ctx: Ctx,
  input: InputOf<Actions['listViolations']>,
): Promise<OutputOf<Actions['listViolations']>> {
  const { items, next } = await keysetPage(selectViolations(ctx, input), input, latest)
  return { items: items.map(violationOf), next }
}

/** The same violations as a sheet. */
export async function exportViolations(
  ctx: Ctx,
  input: InputOf<Actions['exportViolations']>,
): Promise<FileAnswer> {
  const rows = await selectViolations(ctx, input).orderBy('i.at', 'desc').execute()
  const title = ctx.say(text('违章', 'Violations'))
  const heading = (zh: string, en: string) => ({ heading: ctx.say({ zh, en }), kind: 'text' as const })
  const content = {
    title,
    columns: [
      heading('违章编号', 'Notice'),
      heading('车牌号', 'Plate'),
      { heading: ctx.say(text('时间', 'When')), kind: 'datetime' as const },
      heading('地点', 'Where'),
      heading('内容', 'What'),
      { heading: ctx.say(text('罚款元', 'Fine (yuan)')), kind: 'money-fen' as const },
      { heading: ctx.say(text('记分', 'Points')), kind: 'number' as const },
      heading('驾驶员', 'Driver'),
      heading('驾驶员来源', 'How known'),
      { heading: ctx.say(text('处理日期', 'Settled')), kind: 'date' as const },
    ],
    rows: rows.map((row) => [
      row.notice_no,
      row.plate,
      row.at,
      row.place,
      row.what,
      row.fine_fen,
      row.points,
      row.driver_name,
      ctx.say(foundBy[row.found_by as keyof typeof foundBy]),
      row.settled_on,
    ]),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}
