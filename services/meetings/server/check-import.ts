import { setImmediate } from 'node:timers/promises'
import { type Find, findNames } from '#engines/directory/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { ImportRow, Remark } from '#kernel/import/import-handler.ts'
import { type MeetingColumns, type ReadServices, readServices, stateWords } from './meeting-sheet.ts'

type Row = ImportRow<MeetingColumns>
type Value = Row['value']
interface NamedRoom {
  id: string
  name: string
  code: string
  capacity: number | null
}
interface NamedUnit {
  id: string
  name: string
}

/** A line that can be taken, with what its names stand for. */
export interface CheckedRow extends Row {
  unitId: string
  room: NamedRoom
  from: Date
  to: Date
  services: ReadServices
}

export interface CheckedRows {
  good: CheckedRow[]
  refused: Remark[]
  warnings: Remark[]
}

const breathEvery = 1000

/**
 * Says of every line what is wrong with it, all at once, but for clashes, which only the holds can tell.
 * `living` are the numbers of meetings booked here, whose lines are not the sheet's to judge.
 */
export async function checkRows(
  ctx: Ctx,
  rows: readonly Row[],
  living: ReadonlySet<string>,
): Promise<CheckedRows> {
  const names = await readNames(ctx)
  const checked: CheckedRows = { good: [], refused: [], warnings: [] }
  const lineOf = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    // Others want their answers while a large sheet is looked over.
    if (index % breathEvery === 0) await setImmediate()
    const { number } = row.value
    const first = lineOf.get(number)
    if (first === undefined) lineOf.set(number, row.line)
    const faults = [
      ...(first === undefined ? [] : [fault('会议编号', 'import_repeated', { number, first })]),
      ...nameFaults(row.value, names),
      ...timeFaults(row.value, living.has(number) ? null : ctx.now),
    ]
    checked.refused.push(...faults.map((one) => ({ line: row.line, ...one })))
    if (faults.length === 0) checked.good.push(resolve(row, names, checked.warnings))
  }
  return checked
}

type Fault = Omit<Remark, 'line'>
const fault = (column: string, code: string, params?: Remark['params']): Fault => ({
  column,
  code: `meetings.${code}`,
  ...(params ? { params } : {}),
})

interface Names {
  room: Find<NamedRoom>
  unit: Find<NamedUnit>
}

async function readNames(ctx: Ctx): Promise<Names> {
  const rooms = await ctx.db
    .selectFrom('meetings.room as m')
    .innerJoin('bookings.resource as r', (join) =>
      join.onRef('r.bureau_id', '=', 'm.bureau_id').onRef('r.id', '=', 'm.id'),
    )
    .select(['m.id', 'r.name', 'r.code', 'r.capacity'])
    .execute()
  const units = await ctx.db
    .selectFrom('directory.unit')
    .select(['id', 'name', 'short_name', 'code'])
    .execute()
  return {
    room: findNames(rooms, ({ name, code }) => [code, name]),
    unit: findNames(units, ({ name, short_name, code }) => [code, short_name, name]),
  }
}

function nameFaults(value: Value, names: Names): Fault[] {
  const faults: Fault[] = []
  const room = names.room(value.room)
  const unit = names.unit(value.unit)
  if (room === undefined) faults.push(fault('会议室', 'import_unknown_room', { room: value.room }))
  if (room === null) faults.push(fault('会议室', 'import_ambiguous_room', { room: value.room }))
  if (unit === undefined) faults.push(fault('主办单位', 'import_unknown_unit', { unit: value.unit }))
  if (unit === null) faults.push(fault('主办单位', 'import_ambiguous_unit', { unit: value.unit }))
  return faults
}

const longest = 366 * 86_400_000

/** `now` null: a meeting that lives here, whose state is its own. */
function timeFaults({ from, to, state }: Value, now: Date | null): Fault[] {
  const [begin, end] = [new Date(from), new Date(to)]
  if (end <= begin) return [fault('结束时间', 'import_end_before_start')]
  if (end.getTime() - begin.getTime() > longest) return [fault('结束时间', 'import_too_long')]
  if (now === null) return []
  if (state === 'ENDED' && end > now) return [fault('状态', 'import_future')]
  if (state === 'CONFIRMED' && begin <= now) return [fault('状态', 'import_past')]
  if (state !== 'ENDED' && state !== 'CONFIRMED' && state !== 'CANCELLED')
    return [fault('状态', 'import_lives_here', { state: stateWords.get(state) ?? state })]
  return []
}

function resolve(row: Row, names: Names, warnings: Remark[]): CheckedRow {
  const { value, line } = row
  const room = names.room(value.room)!
  const unit = names.unit(value.unit)!
  if (room.capacity !== null && value.headcount > room.capacity)
    warnings.push({
      line,
      ...fault('参会人数', 'import_beyond_capacity', {
        headcount: value.headcount,
        room: room.name,
        capacity: room.capacity,
      }),
    })
  return {
    ...row,
    // By their own names from here on, so that a sheet with codes taken again changes nothing.
    value: { ...value, room: room.name, unit: unit.name },
    unitId: unit.id,
    room,
    from: new Date(value.from),
    to: new Date(value.to),
    services: readServices(value.services),
  }
}
