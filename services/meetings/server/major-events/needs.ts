import { type RawBuilder, sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { majorEventActions } from '../../actions/major-event-actions.ts'
import type { Need } from '../../major-event-schema.ts'
import { type NeedKind, needEvents } from '../../major-event-words.ts'
import { isCalledOff } from '../attendance/find-list.ts'
import { emitFor, findMeeting, lockMeeting } from '../find-meeting.ts'
import { speaksFor } from '../policy.ts'
import { emitOf, lockEvent } from './find-event.ts'

type Actions = typeof majorEventActions

/** Asks other lines for an event; the event `meetings.needs_…` carries the numbers. @throws Problem 404, 409 */
export async function askForEvent(
  ctx: Ctx,
  { eventId, kind, onDay, quantity, note = '' }: InputOf<Actions['askForEvent']>,
): Promise<OutputOf<Actions['askForEvent']>> {
  const event = await lockEvent(ctx, eventId)
  const id = await writeNeed(ctx, { event_id: eventId, kind, on_day: onDay, quantity, note })
  await emitOf(ctx, eventId, needEvents[kind], {
    after: { onDay, quantity, note, number: event.number, title: event.title },
  })
  return { id }
}

/** The same for one meeting, on its day. @throws Problem 403 `meetings.not_yours`, 404, 409 `meetings.called_off` */
export async function askForMeeting(
  ctx: Ctx,
  { meetingId, kind, quantity, note = '' }: InputOf<Actions['askForMeeting']>,
): Promise<OutputOf<Actions['askForMeeting']>> {
  const meeting = await lockMeeting(ctx, meetingId)
  if (!speaksFor(ctx, meeting)) throw new Problem(403, 'meetings.not_yours')
  if (isCalledOff(meeting)) throw new Problem(409, 'meetings.called_off')
  const onDay = localDayOf(new Date(meeting.starts_at))
  const id = await writeNeed(ctx, { meeting_id: meetingId, kind, on_day: onDay, quantity, note })
  await emitFor(ctx, meetingId, needEvents[kind], {
    after: {
      onDay,
      quantity,
      note,
      number: meeting.number,
      from: meeting.starts_at,
      to: meeting.ends_at,
      unitId: meeting.unit_id,
    },
  })
  return { id }
}

async function writeNeed(
  ctx: Ctx,
  need: {
    meeting_id?: string
    event_id?: string
    kind: NeedKind
    on_day: string
    quantity: number
    note: string
  },
): Promise<string> {
  const { id } = await ctx.db
    .insertInto('meetings.need')
    .values({ ...need, asked_at: ctx.now, asked_by: ctx.actor.name })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @throws Problem 404 */
export async function listNeeds(
  ctx: Ctx,
  { meetingId }: InputOf<Actions['listNeeds']>,
): Promise<OutputOf<Actions['listNeeds']>> {
  const meeting = await findMeeting(ctx, meetingId)
  const ask = speaksFor(ctx, meeting) && ctx.has('meetings.book') && !isCalledOff(meeting)
  return { items: await selectNeeds(ctx, sql`n.meeting_id = ${meetingId}`), can: { ask } }
}

interface Row {
  id: string
  kind: NeedKind
  on_day: string
  quantity: number
  note: string
  asked_at: string
  asked_by: string
  meeting_id: string | null
}

/** The last that was asked of each kind and day; what was taken back to nothing is left out. */
export async function selectNeeds(ctx: Ctx, which: RawBuilder<unknown>): Promise<Need[]> {
  const { rows } = await sql<Row>`
    select * from (
      select distinct on (n.meeting_id, n.event_id, n.kind, n.on_day) n.id, n.kind, n.on_day, n.quantity, n.note,
        n.asked_at, n.asked_by, n.meeting_id
      from meetings.need n where n.bureau_id = kernel.bureau() and (${which})
      order by n.meeting_id, n.event_id, n.kind, n.on_day, n.id desc) last
    where quantity > 0 order by on_day, kind, id`.execute(ctx.db)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    onDay: row.on_day,
    quantity: row.quantity,
    note: row.note,
    askedAt: new Date(row.asked_at).toISOString(),
    askedBy: row.asked_by,
    meetingId: row.meeting_id,
  }))
}
