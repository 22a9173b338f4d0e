import { sql } from 'kysely'
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

/** A calendar, or a site's part of it, of which somebody took all hours away: every minute counts there. */
async function withoutHours(ctx: Ctx): Promise<HealthSign[]> {
  const { rows } = await sql<{
    calendar_id: string
    site_id: string | null
    zh: string
    en: string
    site: string | null
  }>`
    select w.id as calendar_id, s.id as site_id, w.title_zh as zh, w.title_en as en, s.name as site
    from calendar.work_calendar w
    cross join lateral (
      select null::uuid as id, null as name
      union all
      select t.id, t.name from directory.site t
      where t.bureau_id = w.bureau_id
        and exists (select from calendar.weekday_hours h where h.calendar_id = w.id and h.site_id = t.id)
    ) s
    where w.bureau_id = kernel.bureau() and not w.round_the_clock and not exists (
      select from generate_series(1, 7) as day (number)
      cross join lateral (
        select h.windows from calendar.weekday_hours h
        where h.calendar_id = w.id and h.weekday = day.number and (h.site_id is null or h.site_id = s.id)
        order by h.site_id nulls last limit 1
      ) hours
      where jsonb_array_length(hours.windows) > 0
    )
    order by w.name, s.name nulls first`.execute(ctx.db)
  return rows.map(({ calendar_id, site_id, zh, en, site }) => ({
    id: `calendar.hours.${calendar_id}${site_id ? `.${site_id}` : ''}`,
    title: text(site ? `${zh}：${site}` : zh, site ? `${en}: ${site}` : en),
    href: '/calendar',
    state: 'bad',
    words: text(
      '没有任何服务时间，时限按每分钟计',
      'There are no hours of service; deadlines count every minute',
    ),
  }))
}

/**
 * Whether this year's calendar, and from November next year's, has been checked against the notice of holidays, and
 * whether there are hours at all.
 */
export async function readCalendarHealth(ctx: Ctx): Promise<HealthSign[]> {
  const [year, month] = localDayOf(ctx.now).split('-').map(Number) as [number, number]
  const signs = [await signOf(ctx, year, true)]
  if (month >= noticeMonth) signs.push(await signOf(ctx, year + 1, month > noticeMonth))
  return [...signs, ...(await withoutHours(ctx))]
}
