import type { Ctx } from '#kernel/context.ts'
import type { DeliveredEvent, EventHandler } from '#kernel/server-module.ts'
import { tell } from '#platform/notifications/server/api.ts'
import { sayMeetingTime } from '../document/say-meeting-time.ts'
import { meetingsNotices } from '../notices.ts'
import { findOpenTasks, type OpenTasks } from './find-open-tasks.ts'
import { about, called, type Named, nameOf } from './tell-meetings.ts'

/** The time and the room of a moved booking, as its event holds them. */
interface Place {
  from?: string
  to?: string
  claims?: { resourceId: string }[]
}

/** HY-04: whoever has a task in a meeting hears at once of another time or room, with both; nobody's is the desk's. */
export async function tellOfMove(
  ctx: Ctx,
  event: DeliveredEvent,
  meetingId: string,
  had: OpenTasks,
): Promise<void> {
  const meeting = await nameOf(ctx, meetingId)
  if (!meeting) return
  const has = await findOpenTasks(ctx, meetingId)
  const [was, is] = [await sayPlace(ctx, event.before as Place), await sayPlace(ctx, event.after as Place)]
  if (was && was === is) return
  await tellThem(ctx, event, meeting, [had, has], {
    title: { zh: `${called(meeting)}改时间或会议室`, en: `${called(meeting)} has another time or room` },
    body: {
      zh: [is ? `现为：${is}` : '', was ? `原为：${was}` : '', '任务已跟着改，请看任务单']
        .filter(Boolean)
        .join('。'),
      en: [is ? `Now: ${is}` : '', was ? `Before: ${was}` : '', 'Your tasks moved along']
        .filter(Boolean)
        .join('. '),
    },
  })
}

/** The same when it is not to take place, or holds no room any more. */
export async function tellOfEnd(
  ctx: Ctx,
  event: DeliveredEvent,
  meetingId: string,
  had: OpenTasks,
): Promise<void> {
  const meeting = await nameOf(ctx, meetingId)
  if (!meeting) return
  const why = ends[event.type]!
  const when = sayMeetingTime(meeting.starts_at, meeting.ends_at)
  const next = await whatIsLeft(ctx, meeting)
  await tellThem(ctx, event, meeting, [had], {
    title: { zh: `${called(meeting)}${why.zh}`, en: `${called(meeting)} ${why.en}` },
    body: { zh: `${when}。${next.zh}`, en: `${when}. ${next.en}` },
  })
}

/** What the attendants have to do about it now. */
async function whatIsLeft(ctx: Ctx, { id, state }: Named) {
  if (state === 'OFFERED')
    return { zh: '已改派他处，任务已跟着改', en: 'It is offered another room, and the tasks moved along' }
  const { count } = await findOpenTasks(ctx, id)
  return count > 0
    ? { zh: '会场已经布置，请复位', en: 'The room was set up; please reset it' }
    : { zh: '会务任务已撤销', en: 'Its tasks are off' }
}

/** It has a room again: whoever had its tasks has them again. */
export async function tellOfReturn(ctx: Ctx, event: DeliveredEvent, meetingId: string): Promise<void> {
  const meeting = await nameOf(ctx, meetingId)
  if (!meeting) return
  const again = await findOpenTasks(ctx, meetingId, ctx.now)
  const when = sayMeetingTime(meeting.starts_at, meeting.ends_at)
  await tellThem(ctx, event, meeting, [again], {
    title: { zh: `${called(meeting)}又有会议室了`, en: `${called(meeting)} has a room again` },
    body: { zh: `${when}。会务任务已恢复`, en: `${when}. Its tasks are on again` },
  })
}

const ends: Readonly<Record<string, { zh: string; en: string }>> = {
  'bookings.cancelled': { zh: '已取消', en: 'is called off' },
  'bookings.offer_declined': { zh: '已取消', en: 'is called off' },
  'bookings.released': { zh: '无人到场，会议室已释放', en: 'was released, as nobody came' },
  'bookings.displaced': { zh: '让出了会议室', en: 'gave up its room' },
}

async function tellThem(
  ctx: Ctx,
  event: DeliveredEvent,
  meeting: Named,
  tasks: readonly OpenTasks[],
  words: { title: { zh: string; en: string }; body: { zh: string; en: string } },
): Promise<void> {
  if (meeting.imported || tasks.every(({ count }) => count === 0)) return
  const personIds = [...new Set(tasks.flatMap(({ ownerIds }) => ownerIds))]
  const news = { ...about(meeting), ...words, by: event.actorId }
  if (personIds.length > 0)
    await tell(ctx, meetingsNotices, 'meetings.tasks_moved', {
      ...news,
      href: '/meetings/tasks',
      to: { personIds },
    })
  else await tell(ctx, meetingsNotices, 'meetings.tasks_moved', { ...news, to: { roles: ['dispatcher'] } })
}

async function sayPlace(ctx: Ctx, { from, to, claims = [] }: Place = {}): Promise<string> {
  if (!from || !to) return ''
  const ids = claims.map(({ resourceId }) => resourceId)
  const rooms = ids.length
    ? await ctx.db
        .selectFrom('bookings.resource')
        .select('name')
        .where('id', 'in', ids)
        .where('kind', '=', 'ROOM')
        .orderBy('code')
        .execute()
    : []
  return [sayMeetingTime(from, to), rooms.map(({ name }) => name).join('、')].filter(Boolean).join(' ')
}

/** Whoever has tasks by being the usual one of a room hears of them when they are planned. */
export const tellUsual: EventHandler = async (ctx, event) => {
  const { ownerIds = [] } = event.after as { ownerIds?: string[] }
  const meeting = await nameOf(ctx, event.subjectId)
  if (!meeting || meeting.imported || ownerIds.length === 0) return
  await tell(ctx, meetingsNotices, 'meetings.assigned', {
    ...about(meeting),
    href: '/meetings/tasks',
    to: { personIds: ownerIds },
    by: event.actorId,
    title: { zh: `${called(meeting)}有任务由您负责`, en: `You have tasks for ${called(meeting)}` },
    body: {
      zh: sayMeetingTime(meeting.starts_at, meeting.ends_at),
      en: sayMeetingTime(meeting.starts_at, meeting.ends_at),
    },
  })
}
