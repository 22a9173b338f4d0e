import { readSeriesNews, saySeriesNews } from '#engines/bookings/server/api.ts'
import type { EventHandler } from '#kernel/server-module.ts'
import { tell } from '#platform/notifications/server/api.ts'
import { meetingsNotices } from '../notices.ts'
import { findOpenTasks } from './find-open-tasks.ts'
import { about, called, type Named, nameOf } from './tell-meetings.ts'

interface Had {
  meetingId: string
  ownerIds: string[]
}

/**
 * Who had tasks is noted before the dates of a moved series take them along: its own event comes after theirs, when it
 * is known who has them then.
 */
export const beforeSeriesMoves: EventHandler = async (ctx, event) => {
  const { bookingIds } = await readSeriesNews(ctx, event)
  const had: Had[] = []
  for (const meetingId of bookingIds) {
    const { count, ownerIds } = await findOpenTasks(ctx, meetingId)
    if (count > 0) had.push({ meetingId, ownerIds })
  }
  if (had.length === 0) return
  await ctx.emit({
    type: 'meetings.series_followed',
    subjectType: 'meetings.meeting',
    subjectId: had[0]!.meetingId,
    before: event.before,
    after: { ...(event.after as object), had, movedBy: event.actorId },
  })
}

/** HY-04 for a whole series: whoever has or had a task in it hears once; nobody's are the desk's. */
export const tellOfSeries: EventHandler = async (ctx, event) => {
  const { had, movedBy } = event.after as { had: Had[]; movedBy: string | null }
  const news = await readSeriesNews(ctx, event)
  const dates: { meeting: Named; ownerIds: string[] }[] = []
  for (const { meetingId, ownerIds } of had) {
    const meeting = await nameOf(ctx, meetingId)
    if (!meeting || meeting.imported) continue
    const has = await findOpenTasks(ctx, meetingId)
    dates.push({ meeting, ownerIds: [...new Set([...ownerIds, ...has.ownerIds])] })
  }
  const inform = async (theirs: readonly Named[], personId: string | null) => {
    const first = theirs.find((meeting) => meeting.private) ?? theirs[0]!
    const { zh, en } = saySeriesNews(news, theirs.length)
    await tell(ctx, meetingsNotices, 'meetings.tasks_moved', {
      ...about(first),
      ...(personId ? { href: '/meetings/tasks' as const } : {}),
      to: personId ? { personIds: [personId] } : { roles: ['dispatcher'] },
      by: movedBy,
      title: {
        zh: `${called(first)}系列改时间或会议室`,
        en: `The series ${called(first)} has another time or room`,
      },
      body: { zh: `${zh}。任务已跟着改，请看任务单`, en: `${en}. The tasks moved along` },
    })
  }
  for (const personId of new Set(dates.flatMap(({ ownerIds }) => ownerIds)))
    await inform(
      dates.filter(({ ownerIds }) => ownerIds.includes(personId)).map(({ meeting }) => meeting),
      personId,
    )
  const nobodys = dates.filter(({ ownerIds }) => ownerIds.length === 0).map(({ meeting }) => meeting)
  if (nobodys.length > 0) await inform(nobodys, null)
}
