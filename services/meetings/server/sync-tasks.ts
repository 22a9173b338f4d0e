import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { planFurtherTasks } from '../plan-further-tasks.ts'
import { type PlannedTask, planMinutes, planTasks } from '../plan-tasks.ts'
import { taskStates } from '../states.ts'
import type { MeetingClass, RoomUse, Service } from '../words.ts'
import { addTasks, type NewTask, timesOf } from './add-tasks.ts'
import { fateOf, leavesRoom, notBefore } from './follow-task.ts'
import { findUsual, type Usual } from './usual-attendants.ts'

/** While the meeting is to take place; a waiting one has no place yet, and one that ended keeps what was done. */
const alive = ['CONFIRMED', 'OFFERED', 'CHECKED_IN', 'ENDED']
const open = ['PLANNED', 'STARTED']

/**
 * Brings the tasks of a meeting in line with its booking and needs: adds what is missing, moves what has not begun,
 * brings back what was cancelled, cancels what is no longer needed. What was done for another room or day stays on
 * record, is planned anew, and the room that was left is reset. Again, it changes nothing.
 */
export async function syncTasks(ctx: Ctx, meetingId: string): Promise<void> {
  await holdNeeds(ctx, meetingId)
  const meeting = await readMeeting(ctx, meetingId)
  if (!meeting) return
  const there = await lockTasks(ctx, meetingId)
  const all = meeting.rooms.map(({ id }) => id)
  const rooms = alive.includes(meeting.state) ? all : []
  const usual = await findUsual(ctx, [...all, ...there.flatMap(({ room_id }) => room_id ?? [])])
  const known = new Map(there.map((task) => [`${task.kind}/${task.round}`, task]))
  const fresh: NewTask[] = []
  const left: Standing[] = []
  for (const task of alive.includes(meeting.state) ? planRooms(meeting) : []) {
    const { roomId } = task
    const own = known.get(`${task.kind}/${task.round}`)
    known.delete(`${task.kind}/${task.round}`)
    const planned = own ? notBefore(task, new Date(own.created_at)) : notBefore(task, ctx.now)
    const fate = own ? fateOf(own, planned, roomId ? [roomId] : [], ctx.now) : 'replace'
    if (fate === 'replace') {
      fresh.push({
        ...notBefore(task, ctx.now),
        roomId,
        ownerId: ownerOf(usual, own, roomId, task),
        again: !!own,
      })
      if (own) left.push(own)
    } else if (own && fate !== 'keep') {
      const set = {
        ...timesOf(planned),
        room_id: roomId,
        owner_person_id: ownerOf(usual, own, roomId, task),
      }
      if (fate === 'restore')
        await ctx.move(taskStates, 'restore', own.id, { set: { ...set, started_at: null } })
      else await ctx.db.updateTable('meetings.task').set(set).where('id', '=', own.id).execute()
    }
  }
  const ended = meeting.state === 'ENDED'
  for (const task of known.values())
    if (!ended && rooms.length === 0 && leavesRoom(task)) left.push(task)
    else if (open.includes(task.state))
      await ctx.move(taskStates, 'cancel', task.id, { reason: meeting.state })
  await setAside(ctx, left, meeting.state)
  // Over already when it became known: nothing was planned, so nothing is due.
  const wanted = ended ? [] : [...fresh, ...resetsOf(ctx, left, usual)]
  if (wanted.length > 0) await addTasks(ctx, meetingId, wanted)
}

/** Nobody changes its needs, or plans its tasks beside this, until they are planned. What only names the meeting need not wait. */
async function holdNeeds(ctx: Ctx, meetingId: string): Promise<void> {
  await ctx.db
    .selectFrom('meetings.meeting')
    .select('booking_id')
    .where('booking_id', '=', meetingId)
    .forNoKeyUpdate()
    .execute()
}

type Standing = Awaited<ReturnType<typeof lockTasks>>[number]

/** Those that follow the booking. */
function lockTasks(ctx: Ctx, meetingId: string) {
  return ctx.db
    .selectFrom('meetings.task')
    .select(['id', 'kind', 'step', 'round', 'state', 'starts_at', 'due_at', 'room_id', 'owner_person_id'])
    .select('created_at')
    .where('meeting_id', '=', meetingId)
    .where('former', '=', false)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Who was named stays; who had it as the usual one of a room gives it to the usual one of the next. */
function ownerOf(
  usual: Usual,
  own: Standing | undefined,
  roomId: string | null,
  { kind }: PlannedTask,
): string | null {
  if (!own) return usual(roomId, kind)
  if (own.room_id === null || own.room_id === roomId) return own.owner_person_id
  return own.owner_person_id === usual(own.room_id, kind) ? usual(roomId, kind) : own.owner_person_id
}

/** What was of another room or day no longer follows the meeting; what was under way there ends. */
async function setAside(ctx: Ctx, left: readonly Standing[], reason: string): Promise<void> {
  for (const { id, state } of left)
    if (open.includes(state)) await ctx.move(taskStates, 'cancel', id, { reason, set: { former: true } })
  const ids = left.filter(({ state }) => !open.includes(state)).map(({ id }) => id)
  if (ids.length === 0) return
  await ctx.db.updateTable('meetings.task').set({ former: true }).where('id', 'in', ids).execute()
  await ctx.emitAll(
    ids.map((id) => ({
      type: 'meetings.task_set_aside',
      subjectType: 'meetings.task',
      subjectId: id,
      reason,
    })),
  )
}

/** A room that was made ready for nothing is brought back at once, by whoever made it ready. */
function resetsOf(ctx: Ctx, left: readonly Standing[], usual: Usual): NewTask[] {
  const rooms = new Map<string, string | null>()
  for (const task of left)
    if (leavesRoom(task) && task.room_id)
      rooms.set(task.room_id, task.owner_person_id ?? rooms.get(task.room_id) ?? null)
  const dueAt = new Date(ctx.now.getTime() + planMinutes.resetAfter * 60_000)
  return [...rooms].map(([roomId, ownerId]) => ({
    ...({ kind: 'RESET', step: 'RESET', round: 1, startsAt: ctx.now, dueAt } as const),
    roomId,
    ownerId: ownerId ?? usual(roomId, 'RESET'),
    former: true,
    again: true,
  }))
}

/** The main room has neither place nor use. */
interface RoomOf {
  id: string
  place: number | null
  use: RoomUse | null
}

function readMeeting(ctx: Ctx, meetingId: string) {
  return ctx.db
    .selectFrom('meetings.meeting as m')
    .innerJoin('bookings.booking as b', (join) =>
      join.onRef('b.bureau_id', '=', 'm.bureau_id').onRef('b.id', '=', 'm.booking_id'),
    )
    .select(['b.state', 'b.starts_at', 'b.ends_at', 'b.ended_at', 'b.headcount', 'b.rank'])
    .select(['m.services', 'm.created_at'])
    .select(
      sql<
        RoomOf[]
      >`array(select jsonb_build_object('id', r.id, 'place', f.place, 'use', f.use) from bookings.claim c
        join bookings.resource r on r.bureau_id = c.bureau_id and r.id = c.resource_id
        join meetings.room o on o.bureau_id = r.bureau_id and o.id = r.id
        left join meetings.further_room f on f.bureau_id = c.bureau_id and f.meeting_id = c.booking_id
          and f.room_id = c.resource_id
        where c.bureau_id = b.bureau_id and c.booking_id = b.id order by f.place nulls first, r.code)`.as(
        'rooms',
      ),
    )
    .where('m.booking_id', '=', meetingId)
    .executeTakeFirst()
}

function planFor(meeting: NonNullable<Awaited<ReturnType<typeof readMeeting>>>): PlannedTask[] {
  const from = new Date(meeting.starts_at)
  const agreed = new Date(meeting.ends_at)
  // One that ended early is cleaned up from then on.
  const ended = meeting.ended_at ? new Date(meeting.ended_at) : agreed
  return planTasks({
    from,
    to: ended > from && ended < agreed ? ended : agreed,
    headcount: meeting.headcount,
    class: meeting.rank as MeetingClass,
    services: meeting.services as Service[],
    bookedAt: new Date(meeting.created_at),
  })
}

/** The tasks of the main room, and what is done for each further one. */
function planRooms(
  meeting: NonNullable<Awaited<ReturnType<typeof readMeeting>>>,
): (PlannedTask & { roomId: string | null })[] {
  const [main, ...further] = meeting.rooms
  const tasks = planFor(meeting)
  return [
    ...tasks.map((task) => ({ ...task, roomId: main?.id ?? null })),
    ...further.flatMap(({ id, place, use }) =>
      place && use ? planFurtherTasks(tasks, place, use).map((task) => ({ ...task, roomId: id })) : [],
    ),
  ]
}
