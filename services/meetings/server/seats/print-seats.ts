import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { seatActions } from '../../actions/seat-actions.ts'
import { sayMeetingTime } from '../../document/say-meeting-time.ts'
import { writeNamePlatesDocx } from '../../document/write-name-plates-docx.ts'
import { writeNamePlatesPdf } from '../../document/write-name-plates-pdf.ts'
import { writeSeatPlanDocx } from '../../document/write-seat-plan-docx.ts'
import { writeSeatPlanPdf } from '../../document/write-seat-plan-pdf.ts'
import { seatsInOrder } from '../../seating/layouts.ts'
import { docxType } from '../attendance/export-attendance.ts'
import { findListed } from '../attendance/find-list.ts'
import { readPlan, type StoredPlan } from './read-plan.ts'

type Actions = typeof seatActions
type Format = 'pdf' | 'docx'

/** The seat plan on one page A4. @throws Problem 403, 404, 422 for a character that the typeface lacks */
export async function printSeats(
  ctx: Ctx,
  { meetingId, format = 'pdf' }: InputOf<Actions['printSeats']>,
): Promise<FileAnswer> {
  const meeting = await findListed(ctx, meetingId)
  const { plan } = await readPlan(ctx, meeting)
  const sheet = {
    meeting: meeting.title,
    time: sayMeetingTime(meeting.starts_at, meeting.ends_at),
    room: meeting.room?.name ?? '',
    plan,
    printedAt: ctx.now,
  }
  const bytes = await (format === 'pdf' ? writeSeatPlanPdf(sheet) : writeSeatPlanDocx(sheet))
  return fileOf(bytes, format, `${meeting.number} 座次图`, Object.keys(plan.taken).length)
}

/**
 * Name plates in the order of the seats, then of those without one.
 * @throws Problem 403, 404, 409 `meetings.nobody_to_print`, 422 for a character that the typeface lacks
 */
export async function printNamePlates(
  ctx: Ctx,
  { meetingId, format = 'pdf', size = 'LARGE', unit = false }: InputOf<Actions['printNamePlates']>,
): Promise<FileAnswer> {
  const meeting = await findListed(ctx, meetingId)
  const people = platesOf(ctx, await readPlan(ctx, meeting))
  if (people.length === 0) throw new Problem(409, 'meetings.nobody_to_print')
  const plates = { meeting: meeting.title, size, showUnit: unit, people, printedAt: ctx.now }
  const bytes = await (format === 'pdf' ? writeNamePlatesPdf(plates) : writeNamePlatesDocx(plates))
  return fileOf(bytes, format, `${meeting.number} 桌签`, people.length)
}

function platesOf(ctx: Ctx, { plan, people }: StoredPlan) {
  const seated = seatsInOrder(plan).flatMap(({ id, label }) => {
    const person = plan.taken[id]
    return person ? [{ id: person.id, name: person.name, unit: person.unit, seat: ctx.say(label) }] : []
  })
  const done = new Set(seated.map(({ id }) => id))
  const rest = people.filter(({ id }) => !done.has(id)).map(({ id, name, unit }) => ({ id, name, unit }))
  return [...seated, ...rest]
}

function fileOf(bytes: Buffer, format: Format, name: string, rows: number): FileAnswer {
  return {
    bytes,
    mediaType: format === 'pdf' ? 'application/pdf' : docxType,
    fileName: `${name}.${format}`,
    rows,
  }
}
