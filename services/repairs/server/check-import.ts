import { setImmediate } from 'node:timers/promises'
import type { Ctx } from '#kernel/context.ts'
import type { ImportRow, Remark } from '#kernel/import/import-handler.ts'
import { wordKey } from '#kernel/sheets/clean-cell.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { RepairColumns } from './repair-sheet.ts'

type Row = ImportRow<RepairColumns>

/** A line that can be taken, with what its names stand for. */
export interface CheckedRow extends Row {
  siteId: string
  unitId: string
  roomId: string | null
  createdAt: Date
  finishedAt: Date | null
}

export interface CheckedRows {
  good: CheckedRow[]
  refused: Remark[]
  warnings: Remark[]
}

const breathEvery = 1000

/** Says of every line what is wrong with it, all at once, and what its site, unit and room are. */
export async function checkRows(ctx: Ctx, rows: readonly Row[]): Promise<CheckedRows> {
  const names = await readNames(ctx)
  const checked: CheckedRows = { good: [], refused: [], warnings: [] }
  const lineOf = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    // Others want their answers while 100,000 lines are looked over.
    if (index % breathEvery === 0) await setImmediate()
    const first = lineOf.get(row.value.number)
    if (first === undefined) lineOf.set(row.value.number, row.line)
    const faults = [
      ...(first === undefined
        ? []
        : [fault('工单编号', 'import_repeated', { number: row.value.number, first })]),
      ...nameFaults(row.value, names),
      ...timeFaults(row.value, ctx.now),
    ]
    checked.refused.push(...faults.map((one) => ({ line: row.line, ...one })))
    if (faults.length === 0) checked.good.push(resolve(row, names, checked.warnings))
  }
  return checked
}

type Fault = Omit<Remark, 'line'>
const fault = (column: string, code: string, params?: Remark['params']): Fault => ({
  column,
  code: `repairs.${code}`,
  ...(params ? { params } : {}),
})

interface Named {
  id: string
  name: string
}
/** Null for a name that several have, which then says nothing; undefined for one that nobody has. */
type Find = (words: string) => Named | null | undefined

interface Names {
  /** By name or code. */
  site: Find
  unit: Find
  /** By site and name. */
  room: Find
}

async function readNames(ctx: Ctx): Promise<Names> {
  const sites = await ctx.db.selectFrom('directory.site').select(['id', 'name', 'code']).execute()
  const units = await ctx.db
    .selectFrom('directory.unit')
    .select(['id', 'name', 'short_name', 'code'])
    .execute()
  const rooms = await ctx.db.selectFrom('directory.room').select(['id', 'site_id', 'name']).execute()
  return {
    site: finder(sites.flatMap((site) => [site.code, site.name].map((word) => [word, site] as const))),
    unit: finder(
      units.flatMap((unit) =>
        [unit.code, unit.short_name, unit.name].flatMap((word) => (word ? [[word, unit] as const] : [])),
      ),
    ),
    room: finder(rooms.map((room) => [`${room.site_id}/${room.name}`, room] as const)),
  }
}

/** Finds by the exact word; where there is none, 財政局 is 财政局, and stray spaces do not count. */
function finder(pairs: (readonly [word: string, row: Named])[]): Find {
  const exact = new Map<string, Named | null>()
  const spelled = new Map<string, Named | null>()
  const put = (map: typeof exact, word: string, row: Named) =>
    map.set(word, map.has(word) && map.get(word)?.id !== row.id ? null : row)
  for (const [word, row] of pairs) {
    put(exact, word, row)
    put(spelled, wordKey(word), row)
  }
  const asked = new Map<string, Named | null | undefined>()
  return (words) => {
    if (exact.has(words)) return exact.get(words)
    // Kept, because 100,000 lines name few places, and most of those are no rooms.
    if (!asked.has(words)) asked.set(words, spelled.get(wordKey(words)))
    return asked.get(words)
  }
}

function nameFaults(value: Row['value'], names: Names): Fault[] {
  const faults: Fault[] = []
  const site = names.site(value.site)
  const unit = names.unit(value.unit)
  if (site === undefined) faults.push(fault('物业', 'import_unknown_site', { site: value.site }))
  if (site === null) faults.push(fault('物业', 'import_ambiguous_site', { site: value.site }))
  if (unit === undefined) faults.push(fault('报修单位', 'import_unknown_unit', { unit: value.unit }))
  if (unit === null) faults.push(fault('报修单位', 'import_ambiguous_unit', { unit: value.unit }))
  return faults
}

function timeFaults(value: Row['value'], now: Date): Fault[] {
  const { reportedAt, finishedAt, state, rating } = value
  const faults: Fault[] = []
  if (new Date(reportedAt) > now) faults.push(fault('报修时间', 'import_future'))
  if (state === 'DONE' && !finishedAt) faults.push(fault('完成时间', 'import_finish_missing'))
  if (state !== 'DONE' && finishedAt) faults.push(fault('完成时间', 'import_finish_unexpected'))
  if (finishedAt && new Date(finishedAt) > now) faults.push(fault('完成时间', 'import_future'))
  if (finishedAt && dayOf(finishedAt) < dayOf(reportedAt))
    faults.push(fault('完成时间', 'import_finish_before_report'))
  if (state !== 'DONE' && rating !== null) faults.push(fault('评分', 'import_rating_unexpected'))
  return faults
}

const dayOf = (moment: string) => localMinute(moment).slice(0, 10)

/**
 * Sheets kept by hand often note the finish of a day before its report; the day is right, the hour is not. Such a
 * line is taken with the report's time as its finish, and said so.
 */
function resolve(row: Row, names: Names, warnings: Remark[]): CheckedRow {
  const { value, line } = row
  const site = names.site(value.site)!
  const unit = names.unit(value.unit)!
  const room = value.place ? names.room(`${site.id}/${value.place}`) : null
  const createdAt = new Date(value.reportedAt)
  const finishedAt = value.finishedAt ? new Date(value.finishedAt) : null
  const turned = finishedAt !== null && finishedAt < createdAt
  if (turned) warnings.push({ line, ...fault('完成时间', 'import_finish_same_day') })
  return {
    ...row,
    // By their own names from here on, so that a sheet with codes taken again changes nothing.
    value: {
      ...value,
      site: site.name,
      unit: unit.name,
      place: room?.name ?? value.place,
      finishedAt: turned ? value.reportedAt : value.finishedAt,
    },
    siteId: site.id,
    unitId: unit.id,
    roomId: room?.id ?? null,
    createdAt,
    finishedAt: turned ? createdAt : finishedAt,
  }
}
