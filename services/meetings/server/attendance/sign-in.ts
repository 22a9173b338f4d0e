import { sql } from 'kysely'
import { arriveAmongMany } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { attendanceActions } from '../../actions/attendance-actions.ts'
import { doorOpensMinutes, fewestLetters } from '../../attendance-words.ts'
import { bureauName, enterByCode } from '../enter-by-code.ts'
import { emitFor } from '../find-meeting.ts'
import { mainFirst } from '../further-rooms.ts'
import { doorState, markOf, opensAt } from './sign-window.ts'

type Actions = typeof attendanceActions

interface DoorMeeting {
  id: string
  title: string
  private: boolean
  state: string
  starts_at: string
  ends_at: string
  room: string | null
}

/** The meeting behind a code. @throws Problem 404 for a code that is not ours, 410 for a revoked one */
async function openCode(ctx: Ctx, code: string): Promise<DoorMeeting> {
  const doorId = await enterByCode(ctx, code, 'meetings.attend_unknown')
  const { rows } = await sql<DoorMeeting & { revoked_at: string | null }>`
    select b.id, b.title, b.private, b.state, b.starts_at, b.ends_at, d.revoked_at,
      (select r.name from bookings.claim c join bookings.resource r on r.bureau_id = c.bureau_id
        and r.id = c.resource_id and r.kind = 'ROOM'
        where c.bureau_id = b.bureau_id and c.booking_id = b.id order by ${mainFirst()} limit 1) as room
    from meetings.attend_door d join bookings.booking b on b.bureau_id = d.bureau_id and b.id = d.meeting_id
    where d.bureau_id = kernel.bureau() and d.id = ${doorId}`.execute(ctx.db)
  const [meeting] = rows
  if (!meeting) throw new Problem(404, 'meetings.attend_unknown')
  if (meeting.revoked_at) throw new Problem(410, 'meetings.attend_revoked')
  return meeting
}

async function countSigned(ctx: Ctx, meetingId: string): Promise<{ signed: number; listed: number }> {
  const { rows } = await sql<{ signed: number; listed: number }>`
    select count(*) filter (where mark in ('PRESENT', 'LATE'))::int as signed, count(*)::int as listed
    from meetings.participant where bureau_id = kernel.bureau() and meeting_id = ${meetingId}`.execute(ctx.db)
  return rows[0]!
}

/** What the screen or the phone at the door shows: the meeting and how many are there; no names. */
export async function readDoor(
  ctx: Ctx,
  { code }: InputOf<Actions['readDoor']>,
): Promise<OutputOf<Actions['readDoor']>> {
  const meeting = await openCode(ctx, code)
  return {
    bureauName: await bureauName(ctx),
    title: meeting.private ? null : meeting.title,
    room: meeting.room,
    from: new Date(meeting.starts_at).toISOString(),
    to: new Date(meeting.ends_at).toISOString(),
    state: doorState(ctx.now, meeting),
    opensAt: opensAt(meeting).toISOString(),
    ...(await countSigned(ctx, meeting.id)),
  }
}

const mostFound = 8

/** The names that begin as typed: characters, pinyin or initials. Only while the door is open. */
export async function searchDoor(
  ctx: Ctx,
  { code, search }: InputOf<Actions['searchDoor']>,
): Promise<OutputOf<Actions['searchDoor']>> {
  const meeting = await openCode(ctx, code)
  const typed = search.toLowerCase().replaceAll(/[\s\\%_]/g, '')
  if (typed.length < fewestLetters || doorState(ctx.now, meeting) !== 'OPEN')
    return { items: [], more: false }
  const { rows } = await sql<{ id: string; name: string; unit: string; signed: boolean }>`
    select id, name, unit_name as unit, coalesce(mark in ('PRESENT', 'LATE'), false) as signed
    from meetings.participant
    where bureau_id = kernel.bureau() and meeting_id = ${meeting.id}
      and (lower(replace(name, ' ', '')) like ${`${typed}%`} or pinyin like ${`${typed}%`} or initials like ${`${typed}%`})
    order by (initials = ${typed}) desc, pinyin, id limit ${mostFound + 1}`.execute(ctx.db)
  return { items: rows.slice(0, mostFound), more: rows.length > mostFound }
}

/**
 * 签到: one tap on one's name. The first who comes also checks the room in, so that it is not released under people.
 * @throws Problem 404, 410, 409 `meetings.attend_early`, `meetings.attend_over`
 */
export async function signIn(
  ctx: Ctx,
  { code, participantId, substitute }: InputOf<Actions['signIn']>,
): Promise<OutputOf<Actions['signIn']>> {
  const meeting = await openCode(ctx, code)
  const state = doorState(ctx.now, meeting)
  if (state === 'EARLY')
    throw new Problem(409, 'meetings.attend_early', { params: { minutes: doorOpensMinutes } })
  if (state === 'OVER') throw new Problem(409, 'meetings.attend_over')
  await checkInRoom(ctx, meeting)
  const row = await ctx.db
    .selectFrom('meetings.participant')
    .select(['id', 'name', 'unit_name', 'mark', 'arrived_at'])
    .where('meeting_id', '=', meeting.id)
    .where('id', '=', participantId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'meetings.not_on_list', { path: 'participantId' })
  const again = row.mark === 'PRESENT' || row.mark === 'LATE'
  const mark = again ? (row.mark as 'PRESENT' | 'LATE') : markOf(ctx.now, meeting)
  if (!again) {
    await ctx.db
      .updateTable('meetings.participant')
      .set({
        mark,
        arrived_at: ctx.now,
        way: 'DOOR',
        marked_by: ctx.say({ zh: '签到码', en: 'Sign-in code' }),
        substitute_name: substitute?.name.trim() ?? null,
        substitute_unit: substitute ? (substitute.unit?.trim() ?? '') : null,
      })
      .where('id', '=', row.id)
      .execute()
    await emitFor(ctx, meeting.id, 'meetings.signed_in', {
      after: { participantId: row.id, mark, substituted: Boolean(substitute) },
    })
  }
  const { signed } = await countSigned(ctx, meeting.id)
  const at = again && row.arrived_at ? row.arrived_at : ctx.now.toISOString()
  return { name: row.name, unit: row.unit_name, mark, at, again, signed }
}

/** How long before its beginning the bookings engine lets anybody check in. */
const checkInEarlyMs = 30 * 60_000

async function checkInRoom(ctx: Ctx, meeting: DoorMeeting): Promise<void> {
  const due = ctx.now.getTime() >= Date.parse(meeting.starts_at) - checkInEarlyMs
  if (meeting.state === 'CONFIRMED' && due) await arriveAmongMany(ctx, meeting.id)
}
