import { sql } from 'kysely'
import { dayNumber, isoDay, localDayOf } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { isWorkingDay } from '#engines/calendar/working-days.ts'
import type { Ctx } from '#kernel/context.ts'
import type { MetricScope } from '#kernel/server-module.ts'
import { meetingTables, within } from './measure-meetings.ts'

/** Meetings held on each day of the period that had any. */
async function countsByDay(ctx: Ctx, scope: MetricScope): Promise<Map<string, number>> {
  const { rows } = await sql<{ day: string; count: number }>`
    select kernel.local_day(b.starts_at)::text as day, count(*)::int as count from ${meetingTables}
    where ${within(scope)} and b.state = 'ENDED' group by 1 order by 1`.execute(ctx.db)
  return new Map(rows.map(({ day, count }) => [day, count]))
}

/** The day that had most meetings, the earlier of two that had as many; null when none was held. */
export async function findPeakDay(ctx: Ctx, scope: MetricScope): Promise<string | null> {
  let peak: [day: string, count: number] | null = null
  for (const [day, count] of await countsByDay(ctx, scope)) if (!peak || count > peak[1]) peak = [day, count]
  return peak?.[0] ?? null
}

/** The working day, of those that are over, that had fewest, the earliest of several; null when there is none. */
export async function findQuietDay(ctx: Ctx, scope: MetricScope): Promise<string | null> {
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const counts = await countsByDay(ctx, scope)
  const last = Math.min(dayNumber(scope.to), dayNumber(localDayOf(ctx.now)) - 1)
  let quiet: [day: string, count: number] | null = null
  for (let number = dayNumber(scope.from); number <= last; number++) {
    const day = isoDay(number)
    if (!isWorkingDay(calendar, day)) continue
    const count = counts.get(day) ?? 0
    if (!quiet || count < quiet[1]) quiet = [day, count]
    if (count === 0) break
  }
  return quiet?.[0] ?? null
}
