import { sql } from 'kysely'
import { dayNumber, isoDay, localDayOf } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { isWorkingDay } from '#engines/calendar/working-days.ts'
import type { Ctx } from '#kernel/context.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import type { forecastActions } from '../actions/forecast-actions.ts'
import { forecastDemand, type MonthCount, monthAfter } from '../forecast-demand.ts'
import { meetingTables } from './measure-meetings.ts'

type Action = (typeof forecastActions)['readForecast']

const mostMonths = 60

/** What the next half-year will ask for, by the meetings held so far, and what there is to meet it. */
export async function readForecast(ctx: Ctx): Promise<OutputOf<Action>> {
  const months = await wholeMonths(ctx)
  const { method, growth, items, check, mapePercent } = forecastDemand(months)
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const { rooms, busiest } = await readCapacity(ctx)
  return {
    method,
    growth,
    history: months.slice(-24),
    items: items.map(({ month, expected }) => {
      const workingDays = workingDaysOf(calendar, month)
      return { month, expected, workingDays, perDay: workingDays > 0 ? expected / workingDays : 0 }
    }),
    check,
    mapePercent,
    rooms,
    busiestDay: busiest,
  }
}

/** Meetings held in each month from the first to the last that is over, without a gap. */
async function wholeMonths(ctx: Ctx): Promise<MonthCount[]> {
  const running = localDayOf(ctx.now).slice(0, 7)
  const { rows } = await sql<MonthCount>`
    select to_char(kernel.local_day(b.starts_at), 'YYYY-MM') as month, count(*)::int as count
    from ${meetingTables} where b.state = 'ENDED' group by 1 order by 1`.execute(ctx.db)
  const counts = new Map(rows.map(({ month, count }) => [month, count]))
  const months: MonthCount[] = []
  const earliest = monthAfter(running, -mostMonths)
  const [first] = [rows[0]?.month ?? running, earliest].sort().slice(-1)
  for (let month = first!; month < running; month = monthAfter(month, 1))
    months.push({ month, count: counts.get(month) ?? 0 })
  return months
}

function workingDaysOf(calendar: WorkCalendar, month: string): number {
  let count = 0
  const end = dayNumber(`${monthAfter(month, 1)}-01`)
  for (let day = dayNumber(`${month}-01`); day < end; day++) if (isWorkingDay(calendar, isoDay(day))) count++
  return count
}

async function readCapacity(ctx: Ctx): Promise<{ rooms: number; busiest: number }> {
  const { rows } = await sql<{ rooms: number; busiest: number }>`
    select (select count(*)::int from meetings.room m join bookings.resource r on r.bureau_id = m.bureau_id
        and r.id = m.id where r.closed_at is null) as rooms,
      coalesce((select max(count) from (select count(*)::int as count from ${meetingTables}
        where b.state = 'ENDED' and b.starts_at >= ${ctx.now}::timestamptz - interval '1 year'
        group by kernel.local_day(b.starts_at)) days), 0) as busiest`.execute(ctx.db)
  return rows[0]!
}
