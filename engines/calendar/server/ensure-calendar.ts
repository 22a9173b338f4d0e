import type { Ctx } from '#kernel/context.ts'
import { localDayOf } from '../local-day.ts'
import { hasStatutoryDays, statutoryDays } from '../statutory-days.ts'
import { defaultCalendars, firstSeededYear } from './default-calendars.ts'
import { forgetCalendars } from './load-calendar.ts'

/**
 * Gives a bureau its calendars and the holidays and make-up days of every year whose notice is known, up to next
 * year. What is there already stays as people left it, so it may be called any number of times.
 */
export async function ensureCalendar(ctx: Ctx): Promise<void> {
  await storeCalendars(ctx)
  const years = await unseededYears(ctx)
  if (years.length === 0) return
  await ctx.db
    .insertInto('calendar.year')
    .values(years.map((year) => ({ year })))
    .execute()
  const wanted = new Set(years)
  const days = statutoryDays(years[0]!, years.at(-1)!).filter(({ day }) =>
    wanted.has(Number(day.slice(0, 4))),
  )
  await ctx.db
    .insertInto('calendar.day_exception')
    .values(
      days.map(({ day, kind, name, nameEn }) => ({
        day,
        kind,
        name_zh: name,
        name_en: nameEn,
        source: 'statutory',
      })),
    )
    .onConflict((conflict) => conflict.columns(['bureau_id', 'day', 'site_id']).doNothing())
    .execute()
  forgetCalendars(ctx)
  await ctx.emit({
    type: 'calendar.seeded',
    subjectType: 'calendar.year',
    subjectId: null,
    after: { years: `${years[0]}–${years.at(-1)}`, days: days.length },
  })
}

async function storeCalendars(ctx: Ctx): Promise<void> {
  for (const { name, title, followsDays, roundTheClock, weekly } of defaultCalendars) {
    const made = await ctx.db
      .insertInto('calendar.work_calendar')
      .values({
        name,
        title_zh: title.zh,
        title_en: title.en,
        follows_days: followsDays,
        round_the_clock: roundTheClock,
      })
      .onConflict((conflict) => conflict.columns(['bureau_id', 'name']).doNothing())
      .returning('id')
      .executeTakeFirst()
    const hours = Object.entries(weekly)
    if (!made || hours.length === 0) continue
    await ctx.db
      .insertInto('calendar.weekday_hours')
      .values(
        hours.map(([weekday, windows]) => ({
          calendar_id: made.id,
          weekday: Number(weekday),
          windows: JSON.stringify(windows),
        })),
      )
      .execute()
  }
}

async function unseededYears(ctx: Ctx): Promise<number[]> {
  const there = new Set(
    (await ctx.db.selectFrom('calendar.year').select('year').execute()).map(({ year }) => year),
  )
  const last = Number(localDayOf(ctx.now).slice(0, 4)) + 1
  const years: number[] = []
  for (let year = firstSeededYear; year <= last; year++)
    if (!there.has(year) && hasStatutoryDays(year)) years.push(year)
  return years
}
