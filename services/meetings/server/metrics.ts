import { sql } from 'kysely'
import type { MetricHandler } from '#kernel/server-module.ts'
import type { meetingsMetrics } from '../metrics.ts'
import { findPeakDay, findQuietDay } from './find-peak-day.ts'
import { meetingFigure } from './measure-meetings.ts'
import { byOrganiser, organisers } from './measure-organisers.ts'
import { roomUtilisation } from './measure-rooms.ts'

const held = sql`b.state = 'ENDED'`
const onDay = (day: string | null) => sql`${held} and kernel.local_day(b.starts_at) = ${day}::date`
const lines = sql`join (select t.bureau_id, t.meeting_id, sum(t.lines_due) as due, sum(t.lines_answered) as answered
  from meetings.task t where t.state <> 'CANCELLED' group by 1, 2) t
  on t.bureau_id = m.bureau_id and t.meeting_id = m.booking_id and t.due > 0`
const rating = sql`join meetings.rating g on g.bureau_id = m.bureau_id and g.meeting_id = m.booking_id`

/** How each figure is read, and the rows behind it; the same definition gives both. */
export const meetingsMetricHandlers: Record<keyof typeof meetingsMetrics, MetricHandler> = {
  'meetings.held.count': meetingFigure('sum', () => ({ where: held })),
  'meetings.attendances.sum': meetingFigure('sum', () => ({
    where: held,
    worth: sql`coalesce(meetings.attended(b.bureau_id, b.id), b.headcount, 0)`,
  })),
  'meetings.cancelled.count': meetingFigure('sum', () => ({ where: sql`b.state = 'CANCELLED'` })),
  // The rows behind a peak are the meetings of that day.
  'meetings.per-day.max': meetingFigure('sum', async (ctx, scope) => ({
    where: onDay(await findPeakDay(ctx, scope)),
  })),
  'meetings.per-day.min': meetingFigure('sum', async (ctx, scope) => ({
    where: onDay(await findQuietDay(ctx, scope)),
  })),
  'meetings.by-organiser': byOrganiser,
  'meetings.organisers.count': organisers,
  'meetings.checklist-completion.rate': meetingFigure('mean', () => ({
    where: held,
    worth: sql`100.0 * t.answered / t.due`,
    joined: lines,
  })),
  'meetings.room-utilisation.rate': roomUtilisation,
  'meetings.no-show.rate': meetingFigure('mean', () => ({
    where: sql`b.state in ('ENDED', 'RELEASED')`,
    worth: sql`case when b.state = 'RELEASED' then 100 else 0 end`,
  })),
  'meetings.satisfaction.mean': meetingFigure('mean', () => ({
    where: sql`true`,
    worth: sql`g.overall`,
    at: sql`g.at`,
    joined: rating,
  })),
}
