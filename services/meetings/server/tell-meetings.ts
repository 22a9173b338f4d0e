import type { Ctx } from '#kernel/context.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { tell } from '#platform/notifications/server/api.ts'
import { meetingsNotices } from '../notices.ts'
import { type TaskKind, taskKinds } from '../words.ts'

/** A meeting as notices name it. */
export interface Named {
  id: string
  number: string
  title: string
  private: boolean
  organiser_person_id: string | null
  services: string[]
  imported: boolean
  state: string
  starts_at: string
  ends_at: string
}

export async function nameOf(ctx: Ctx, meetingId: string | null): Promise<Named | undefined> {
  if (!meetingId) return undefined
  return ctx.db
    .selectFrom('meetings.meeting as m')
    .innerJoin('bookings.booking as b', (join) =>
      join.onRef('b.bureau_id', '=', 'm.bureau_id').onRef('b.id', '=', 'm.booking_id'),
    )
    .select(['b.id', 'm.number', 'b.title', 'b.private', 'b.organiser_person_id', 'm.services', 'm.imported'])
    .select(['b.state', 'b.starts_at', 'b.ends_at'])
    .where('m.booking_id', '=', meetingId)
    .executeTakeFirst()
}

export const called = ({ number, title, private: closed }: Named) => (closed ? number : `《${title}》`)
export const about = (meeting: Named) => ({
  href: `/meetings/${meeting.id}` as const,
  subjectType: 'meetings.meeting',
  subjectId: meeting.id,
  sealed: meeting.private,
})

/** The desk hears of meetings that ask for more than a room. */
const tellDesk: EventHandler = async (ctx, event) => {
  const meeting = await nameOf(ctx, event.subjectId)
  if (!meeting || meeting.imported || meeting.services.length === 0) return
  await tell(ctx, meetingsNotices, 'meetings.support_needed', {
    ...about(meeting),
    to: { roles: ['dispatcher'] },
    by: event.actorId,
    title: { zh: `${called(meeting)}需要会务保障`, en: `${called(meeting)} needs support` },
  })
}

/** Who was given a task hears of it. */
const tellOwner: EventHandler = async (ctx, event) => {
  const { ownerPersonId, meetingId } = event.after as { ownerPersonId: string | null; meetingId: string }
  const meeting = await nameOf(ctx, meetingId)
  if (!meeting || !ownerPersonId) return
  await tell(ctx, meetingsNotices, 'meetings.assigned', {
    ...about(meeting),
    href: '/meetings/tasks',
    to: { personIds: [ownerPersonId] },
    by: event.actorId,
    title: { zh: `${called(meeting)}有任务分给您`, en: `You have a task for ${called(meeting)}` },
  })
}

/** The desk and the section head hear of what was missed. */
const tellMissed: EventHandler = async (ctx, event) => {
  const task = await ctx.db
    .selectFrom('meetings.task')
    .select(['kind', 'meeting_id'])
    .where('id', '=', event.subjectId)
    .executeTakeFirst()
  const meeting = await nameOf(ctx, task?.meeting_id ?? null)
  if (!task || !meeting) return
  const kind = taskKinds[task.kind as TaskKind]
  await tell(ctx, meetingsNotices, 'meetings.missed', {
    ...about(meeting),
    to: { roles: ['dispatcher', 'manager'] },
    by: event.actorId,
    title: { zh: `${called(meeting)}：${kind.zh}漏做`, en: `${called(meeting)}: ${kind.en} was missed` },
  })
}

/** The organiser is asked how it was. */
const askRating: EventHandler = async (ctx, event) => {
  const meeting = await nameOf(ctx, event.subjectId)
  if (!meeting?.organiser_person_id || meeting.imported) return
  await tell(ctx, meetingsNotices, 'meetings.please_rate', {
    ...about(meeting),
    to: { personIds: [meeting.organiser_person_id] },
    by: null,
    title: {
      zh: `${called(meeting)}结束了，请评价会务`,
      en: `${called(meeting)} is over; how was the support?`,
    },
  })
}

export const tellOfMeetings: Record<string, EventHandler[]> = {
  'meetings.booked': [tellDesk],
  'meetings.task_assigned': [tellOwner],
  'meetings.task_missed': [tellMissed],
  'bookings.ended': [askRating],
}
