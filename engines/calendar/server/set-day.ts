import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { calendar } from '../module.ts'
import { checkSite } from './check-site.ts'
import { ensureCalendar } from './ensure-calendar.ts'
import { forgetCalendars } from './load-calendar.ts'
import { readHours } from './read-hours.ts'

type Actions = typeof calendar.actions

async function dayBefore(ctx: Ctx, day: string, siteId: string | undefined) {
  return ctx.db
    .selectFrom('calendar.day_exception')
    .select(['id', 'kind', 'name_zh', 'name_en', 'windows', 'source'])
    .where('day', '=', day)
    .where('site_id', siteId ? '=' : 'is', siteId ?? null)
    .executeTakeFirst()
}

/**
 * Says that a day differs from its weekday: a holiday, a make-up day, a half day, hours of its own; for the bureau
 * or for one site. A day that was set before is replaced. @throws Problem 422
 */
export async function setDay(
  ctx: Ctx,
  { day, siteId, kind, name, nameEn, hours }: InputOf<Actions['setDay']>,
): Promise<OutputOf<Actions['setDay']>> {
  checkYear(day)
  await ensureCalendar(ctx)
  await checkSite(ctx, siteId)
  const windows = hours?.trim() ? readHours(hours, 'hours') : null
  if (!windows && (kind === 'half-day' || kind === 'custom'))
    throw new Problem(422, 'calendar.hours_needed', { path: 'hours' })
  const before = await dayBefore(ctx, day, siteId)
  const values = {
    kind,
    name_zh: name,
    name_en: nameEn ?? '',
    windows: windows ? JSON.stringify(windows) : null,
    source: 'local',
  }
  const { id } = await ctx.db
    .insertInto('calendar.day_exception')
    .values({ day, site_id: siteId ?? null, ...values })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'day', 'site_id']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  await unconfirm(ctx, day, siteId)
  forgetCalendars(ctx)
  await ctx.emit({
    type: 'calendar.day_set',
    subjectType: 'calendar.day_exception',
    subjectId: id,
    before,
    after: { day, siteId: siteId ?? null, kind, name, hours: hours ?? null },
  })
  return { id }
}

/** The day is worked like its weekday again. @throws Problem 404 `calendar.no_such_day` */
export async function removeDay(
  ctx: Ctx,
  { day, siteId }: InputOf<Actions['removeDay']>,
): Promise<OutputOf<Actions['removeDay']>> {
  const before = await dayBefore(ctx, day, siteId)
  if (!before) throw new Problem(404, 'calendar.no_such_day', { params: { day } })
  await ctx.db.deleteFrom('calendar.day_exception').where('id', '=', before.id).execute()
  await unconfirm(ctx, day, siteId)
  forgetCalendars(ctx)
  await ctx.emit({
    type: 'calendar.day_removed',
    subjectType: 'calendar.day_exception',
    subjectId: before.id,
    before: { day, siteId: siteId ?? null, ...before },
  })
  return done
}

function checkYear(day: string): void {
  const year = Number(day.slice(0, 4))
  if (year < 2000 || year > 2100) throw new Problem(422, 'calendar.year_out_of_range', { path: 'day' })
}

/** A change of the bureau's days asks for a new look at the year. */
async function unconfirm(ctx: Ctx, day: string, siteId: string | undefined): Promise<void> {
  if (siteId) return
  await ctx.db
    .updateTable('calendar.year')
    .set({ confirmed_at: null, confirmed_by: null })
    .where('year', '=', Number(day.slice(0, 4)))
    .execute()
}
