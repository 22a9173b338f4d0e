import type { Ctx } from '#kernel/context.ts'
import { text } from '#kernel/contract/text.ts'
import type { HealthSign } from '#kernel/server-module.ts'
import { localDayOf } from '../local-day.ts'
import { isArranged, noticeMonth } from './queries.ts'

async function signOf(ctx: Ctx, year: number, pressing: boolean): Promise<HealthSign> {
  const title = text(`${year}年工作日历`, `Work calendar of ${year}`)
  const base = { id: `calendar.${year}`, title, href: `/calendar?year=${year}` }
  const confirmed = await ctx.db
    .selectFrom('calendar.year')
    .select('confirmed_by')
    .where('year', '=', year)
    .executeTakeFirst()
  if (confirmed)
    return {
      ...base,
      state: 'good',
      words: text('已与放假通知核对', 'Checked against the notice of holidays'),
    }
  if (await isArranged(ctx, year))
    return {
      ...base,
      state: 'warn',
      words: text(
        '请与国务院办公厅的放假通知核对并确认',
        'Please check it against the notice of holidays and confirm',
      ),
    }
  return {
    ...base,
    state: pressing ? 'bad' : 'warn',
    words: text('还没有节假日安排，时限会算错', 'No holidays are entered; deadlines will be wrong'),
  }
}

/** Whether this year's calendar, and from November next year's, has been checked against the notice of holidays. */
export async function readCalendarHealth(ctx: Ctx): Promise<HealthSign[]> {
  const [year, month] = localDayOf(ctx.now).split('-').map(Number) as [number, number]
  const signs = [await signOf(ctx, year, true)]
  if (month >= noticeMonth) signs.push(await signOf(ctx, year + 1, month > noticeMonth))
  return signs
}
