import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { type IsoDay, localDayOf, type Weekday } from '../local-day.ts'
import { overlayCalendar } from '../overlay-calendar.ts'
import { statutoryDays, statutoryExceptions } from '../statutory-days.ts'
import {
  type DayException,
  type DayKind,
  makeWorkCalendar,
  roundTheClock,
  type Window,
  type WorkCalendar,
} from '../work-calendar.ts'
import { defaultCalendars, firstSeededYear } from './default-calendars.ts'

interface Wanted {
  /** `work`, `round-the-clock`, or one of the bureau's own. */
  name: string
  /** The place of the work: its own hours and days lie over the bureau's. */
  siteId?: string | null
}

// A calendar is a value, so a request that asks for many deadlines builds it once. A write that changes the
// calendar calls forgetCalendars.
const loaded = new WeakMap<Ctx, Map<string, Promise<WorkCalendar>>>()

/**
 * The calendar to compute deadlines over, built once per request. A bureau that has not set anything yet works
 * Monday to Friday 08:30–12:00 and 14:00–17:30, with the holidays and make-up days of the yearly notices.
 * Where somebody took all hours away every minute counts, rather than none: a promise without an end would be refused, or
 * hold up the warnings of all others; the page of health says so.
 * @throws Problem 422 `calendar.unknown`
 */
export function loadCalendar(ctx: Ctx, { name, siteId }: Wanted): Promise<WorkCalendar> {
  const known = loaded.get(ctx) ?? new Map<string, Promise<WorkCalendar>>()
  loaded.set(ctx, known)
  const key = `${name}/${siteId ?? ''}`
  const calendar = known.get(key) ?? build(ctx, name, siteId ?? null)
  known.set(key, calendar)
  return calendar
}

/** After a change within the same request. */
export function forgetCalendars(ctx: Ctx): void {
  loaded.delete(ctx)
}

async function build(ctx: Ctx, name: string, siteId: string | null): Promise<WorkCalendar> {
  const calendar = await ctx.db
    .selectFrom('calendar.work_calendar')
    .select(['id', 'follows_days', 'round_the_clock'])
    .where('name', '=', name)
    .executeTakeFirst()
  if (!calendar) return defaultCalendar(ctx, name)
  if (calendar.round_the_clock) return roundTheClock
  const hours = await hoursOf(ctx, calendar.id, siteId)
  const days = calendar.follows_days ? await daysOf(ctx, siteId) : []
  const own = partOf(hours, days, null)
  const whole = siteId ? overlayCalendar(own, partOf(hours, days, siteId)) : own
  return hasHours(whole) ? whole : roundTheClock
}

function hasHours({ weekly }: WorkCalendar): boolean {
  return Object.values(weekly).some((windows) => windows.length > 0)
}

/** Before anything is stored: what ensureCalendar would store. */
function defaultCalendar(ctx: Ctx, name: string): WorkCalendar {
  const found = defaultCalendars.find((one) => one.name === name)
  if (!found) throw new Problem(422, 'calendar.unknown', { params: { name }, path: 'calendar' })
  if (found.roundTheClock) return roundTheClock
  const lastYear = Number(localDayOf(ctx.now).slice(0, 4)) + 1
  return makeWorkCalendar(found.weekly, statutoryExceptions(statutoryDays(firstSeededYear, lastYear)))
}

type Hours = Awaited<ReturnType<typeof hoursOf>>
type Days = Awaited<ReturnType<typeof daysOf>>

/** The bureau's own hours and days, or those of a site that lie over them. */
function partOf(hours: Hours, days: Days, siteId: string | null): WorkCalendar {
  const weekly: { [weekday in Weekday]?: readonly Window[] } = {}
  for (const { site_id, weekday, windows } of hours)
    if (site_id === siteId) weekly[weekday as Weekday] = readWindows(windows)
  const exceptions = days
    .filter(({ site_id }) => site_id === siteId)
    .map(({ day, kind, name_zh, windows }): [IsoDay, DayException] => [
      day,
      {
        kind: kind as DayKind,
        name: name_zh,
        ...(windows === null ? {} : { windows: readWindows(windows) }),
      },
    ])
  return makeWorkCalendar(weekly, exceptions)
}

function hoursOf(ctx: Ctx, calendarId: string, siteId: string | null) {
  return ctx.db
    .selectFrom('calendar.weekday_hours')
    .select(['site_id', 'weekday', 'windows'])
    .where('calendar_id', '=', calendarId)
    .where((row) => row.or([row('site_id', 'is', null), row('site_id', '=', siteId)]))
    .execute()
}

function daysOf(ctx: Ctx, siteId: string | null) {
  return ctx.db
    .selectFrom('calendar.day_exception')
    .select(['site_id', 'day', 'kind', 'name_zh', 'windows'])
    .where((row) => row.or([row('site_id', 'is', null), row('site_id', '=', siteId)]))
    .execute()
}

/** The database checks the shape (calendar.are_windows), so that it can be read as it is. */
export function readWindows(stored: unknown): readonly Window[] {
  return stored as readonly Window[]
}
