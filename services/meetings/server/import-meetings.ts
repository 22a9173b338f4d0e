import { sql } from 'kysely'
import { importBookings } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { defineImport, type ImportOutcome } from '#kernel/import/import-handler.ts'
import { refreshStatistics } from '#kernel/import/refresh-statistics.ts'
import { line as bookingLine } from '../words.ts'
import { type CheckedRow, checkRows } from './check-import.ts'
import {
  type MeetingCells,
  meetingColumns,
  meetingSheetRow,
  sayServices,
  stateWords,
} from './meeting-sheet.ts'
import { selectSheetRows } from './select-sheet-rows.ts'
import { syncTasks } from './sync-tasks.ts'

/**
 * Meetings from before, or from a sheet kept elsewhere. They keep their numbers, hold their rooms, and count in figures
 * by the times of the sheet; the same sheet again, and an export of what is here, change nothing.
 */
export const meetingsImport = defineImport({
  columns: meetingColumns,
  async take(ctx, rows, step) {
    const known = await knownMeetings(
      ctx,
      rows.map(({ value }) => value.number),
    )
    const living = new Set(
      [...known.values()].filter(({ imported }) => !imported).map(({ number }) => number),
    )
    const { good, refused, warnings } = await checkRows(ctx, rows, living)
    const outcome: ImportOutcome = { changed: 0, refused, warnings }
    const differing = good.filter((row) => !isSame(row, known.get(row.value.number)?.cells))
    for (let start = 0; start < differing.length; start += atOnce) {
      await step(good.length - differing.length + start)
      await takeRows(ctx, differing.slice(start, start + atOnce), known, outcome)
    }
    return outcome
  },
  async current(ctx) {
    const rows = await selectSheetRows(ctx).orderBy('b.starts_at').orderBy('m.number').execute()
    return rows.map(meetingSheetRow)
  },
})

/** Lines written with one round of statements. */
const atOnce = 500

interface Known {
  id: string
  number: string
  imported: boolean
  cells: MeetingCells
}

async function knownMeetings(ctx: Ctx, numbers: readonly string[]): Promise<Map<string, Known>> {
  const rows = await selectSheetRows(ctx)
    .where(sql<boolean>`m.number = any(${[...numbers]}::text[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.number,
      { id: row.id, number: row.number, imported: row.imported, cells: meetingSheetRow(row) },
    ]),
  )
}

/** Whether the sheet says what the system says: compared as cells, so that an export taken again is silent. */
function isSame(row: CheckedRow, known: MeetingCells | undefined): boolean {
  if (!known) return false
  const { value } = row
  const given = meetingSheetRow({
    number: value.number,
    title: value.title,
    unit_name: value.unit,
    room_name: value.room,
    starts_at: row.from,
    ends_at: row.to,
    headcount: value.headcount,
    rank: value.class,
    services: row.services.known,
    other_services: row.services.other,
    state: value.state,
  })
  return (Object.keys(given) as (keyof MeetingCells)[]).every((key) => given[key] === known[key])
}

async function takeRows(
  ctx: Ctx,
  rows: readonly CheckedRow[],
  known: ReadonlyMap<string, Known>,
  outcome: ImportOutcome,
): Promise<void> {
  const open: CheckedRow[] = []
  for (const row of rows) {
    const there = known.get(row.value.number)
    if (!there || there.imported) open.push(row)
    else
      outcome.warnings.push({
        line: row.line,
        column: '会议编号',
        code: 'meetings.import_kept',
        params: { number: row.value.number },
      })
  }
  if (open.length === 0) return
  const taken = await importBookings(
    ctx,
    open.map((row) => bookingOf(row, known.get(row.value.number)?.id)),
  )
  const written: { row: CheckedRow; id: string }[] = []
  for (const [index, row] of open.entries()) {
    const { id, clash } = taken[index]!
    if (!clash) written.push({ row, id })
    else
      outcome.refused.push({
        line: row.line,
        column: '会议室',
        code: 'meetings.import_clash',
        params: { room: row.room.name, title: clash.title },
      })
  }
  await writeMeetings(ctx, written)
  // What was held needs no tasks any more; what is to come does, and a correction may call them off.
  for (const { row, id } of written)
    if (row.value.state === 'CONFIRMED' || known.has(row.value.number)) await syncTasks(ctx, id)
  outcome.changed += written.length
}

function bookingOf(row: CheckedRow, id: string | undefined) {
  const { value, from, to } = row
  const { state } = value
  // checkRows lets no other state through.
  if (state !== 'ENDED' && state !== 'CANCELLED' && state !== 'CONFIRMED')
    throw new TypeError(`a sheet cannot make a meeting ${stateWords.get(state)}`)
  return {
    ...(id ? { id } : {}),
    line: bookingLine,
    title: value.title,
    rank: value.class,
    state,
    unitId: row.unitId,
    organiserName: value.unit,
    headcount: value.headcount,
    from,
    to,
    resourceIds: [row.room.id],
  }
}

async function writeMeetings(ctx: Ctx, written: readonly { row: CheckedRow; id: string }[]): Promise<void> {
  if (written.length === 0) return
  await ctx.db
    .insertInto('meetings.meeting')
    .values(
      written.map(({ row, id }) => ({
        booking_id: id,
        number: row.value.number,
        services: row.services.known,
        other_services: row.services.other,
        imported: true,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['bureau_id', 'booking_id']).doUpdateSet((row) => ({
        services: row.ref('excluded.services'),
        other_services: row.ref('excluded.other_services'),
      })),
    )
    .execute()
  await refreshStatistics(ctx, ['meetings.meeting'])
  await ctx.emitAll(
    written.map(({ row, id }) => ({
      type: 'meetings.booked',
      subjectType: 'meetings.meeting',
      subjectId: id,
      after: { number: row.value.number, services: sayServices(row.services), imported: true },
    })),
  )
}
