import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { calendar } from '../module.ts'
import { checkSite } from './check-site.ts'
import { ensureCalendar } from './ensure-calendar.ts'
import { forgetCalendars } from './load-calendar.ts'
import { readHours } from './read-hours.ts'

type Action = (typeof calendar.actions)['setWeeklyHours']

/**
 * Sets the hours of some weekdays of a calendar, for the bureau or for one site. Empty hours close the weekday;
 * null takes a site's own hours off again, and closes it for the bureau. @throws Problem 404, 422
 */
export async function setWeeklyHours(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  await ensureCalendar(ctx)
  await checkSite(ctx, input.siteId)
  const found = await ctx.db
    .selectFrom('calendar.work_calendar')
    .select(['id', 'round_the_clock'])
    .where('name', '=', input.calendar)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Problem(404, 'calendar.unknown', { params: { name: input.calendar } })
  if (found.round_the_clock) throw new Problem(422, 'calendar.round_the_clock', { path: 'calendar' })
  const siteId = input.siteId ?? null
  const days = input.hours.map(({ weekday, hours }, index) => ({
    weekday,
    windows: hours === null ? null : readHours(hours, `hours.${index}.hours`),
  }))
  const stored = () =>
    ctx.db
      .selectFrom('calendar.weekday_hours')
      .select(['weekday', 'windows'])
      .where('calendar_id', '=', found.id)
      .where('site_id', siteId ? '=' : 'is', siteId)
      .orderBy('weekday')
      .execute()
  const before = await stored()
  for (const { weekday, windows } of days) {
    await ctx.db
      .deleteFrom('calendar.weekday_hours')
      .where('calendar_id', '=', found.id)
      .where('site_id', siteId ? '=' : 'is', siteId)
      .where('weekday', '=', weekday)
      .execute()
    if (!windows) continue
    await ctx.db
      .insertInto('calendar.weekday_hours')
      .values({ calendar_id: found.id, site_id: siteId, weekday, windows: JSON.stringify(windows) })
      .execute()
  }
  forgetCalendars(ctx)
  await ctx.emit({
    type: 'calendar.hours_set',
    subjectType: 'calendar.work_calendar',
    subjectId: found.id,
    before: { siteId, hours: before },
    after: { siteId, hours: await stored() },
  })
  return done
}
