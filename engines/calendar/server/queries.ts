import type { Static } from 'typebox'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { dayNumber, isoDay, localDayOf } from '../local-day.ts'
import type { calendar } from '../module.ts'
import { formatWindows } from '../parse-windows.ts'
import type { DayRow } from '../schema.ts'
import { hasStatutoryDays, statutoryDays } from '../statutory-days.ts'
import { dayKindWords } from '../words.ts'
import { isWorkingDay } from '../working-days.ts'
import { defaultCalendars } from './default-calendars.ts'
import { loadCalendar, readWindows } from './load-calendar.ts'

type Actions = typeof calendar.actions
type Row = Static<typeof DayRow>

/** The notice for the next year appears each November. */
export const noticeMonth = 11

/** Whether the bureau has stored its calendar yet; until then the defaults hold. */
async function isStored(ctx: Ctx): Promise<boolean> {
  return (
    (await ctx.db.selectFrom('calendar.work_calendar').select('id').limit(1).executeTakeFirst()) !== undefined
  )
}

/** Whether a year's notice, or an arrangement of the bureau's own, is entered. */
export async function isArranged(ctx: Ctx, year: number): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('calendar.day_exception')
    .select('id')
    .where('site_id', 'is', null)
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined || (!(await isStored(ctx)) && hasStatutoryDays(year))
}

async function daysOf(ctx: Ctx, year: number, siteId: string | undefined): Promise<Row[]> {
  let query = ctx.db
    .selectFrom('calendar.day_exception as d')
    .leftJoin('directory.site as s', (join) =>
      join.onRef('s.bureau_id', '=', 'd.bureau_id').onRef('s.id', '=', 'd.site_id'),
    )
    .select([
      'd.id',
      'd.day',
      'd.kind',
      'd.name_zh',
      'd.name_en',
      'd.windows',
      'd.source',
      'd.site_id',
      's.name as site_name',
    ])
    .where('d.day', '>=', `${year}-01-01`)
    .where('d.day', '<=', `${year}-12-31`)
    .orderBy('d.day')
    .orderBy('s.name')
  if (siteId)
    query = query.where((row) => row.or([row('d.site_id', 'is', null), row('d.site_id', '=', siteId)]))
  const write = ctx.has('calendar.write')
  return (await query.execute()).map((row) => ({
    id: row.id,
    day: row.day,
    kind: row.kind as Row['kind'],
    name: { zh: row.name_zh, en: row.name_en || row.name_zh },
    hours: row.windows === null ? null : formatWindows(readWindows(row.windows)),
    source: row.source as Row['source'],
    siteId: row.site_id,
    siteName: row.site_name,
    can: { change: write, remove: write },
  }))
}

/** A year as people check it against the notice. */
export async function readYear(
  ctx: Ctx,
  { year, siteId }: InputOf<Actions['readYear']>,
): Promise<OutputOf<Actions['readYear']>> {
  const work = await loadCalendar(ctx, { name: 'work', siteId })
  let workingDays = 0
  for (let day = dayNumber(`${year}-01-01`); day <= dayNumber(`${year}-12-31`); day++)
    if (isWorkingDay(work, isoDay(day))) workingDays++
  const confirmed = await ctx.db
    .selectFrom('calendar.year')
    .select(['confirmed_at', 'confirmed_by'])
    .where('year', '=', year)
    .executeTakeFirst()
  const [thisYear, month] = localDayOf(ctx.now).split('-').map(Number) as [number, number]
  const next = { year: thisYear + 1, arranged: await isArranged(ctx, thisYear + 1) }
  const write = ctx.has('calendar.write')
  return {
    year,
    arranged: await isArranged(ctx, year),
    workingDays,
    confirmedAt: confirmed?.confirmed_at ?? null,
    confirmedBy: confirmed?.confirmed_by ?? null,
    nextYear: { ...next, missing: !next.arranged && month >= noticeMonth },
    days: (await isStored(ctx)) ? await daysOf(ctx, year, siteId) : [],
    can: { change: write, confirm: write },
  }
}

export async function exportYear(ctx: Ctx, input: InputOf<Actions['exportYear']>): Promise<FileAnswer> {
  const stored = await daysOf(ctx, input.year, input.siteId)
  const days = (await isStored(ctx))
    ? stored
    : statutoryDays(input.year, input.year).map(({ day, kind, name, nameEn }) => ({
        day,
        kind,
        name: { zh: name, en: nameEn },
        hours: null,
        siteName: null,
      }))
  return sheetAnswer(
    {
      title: `${input.year}年节假日与调休`,
      columns: [
        { heading: '日期', kind: 'date' },
        { heading: '安排' },
        { heading: '名称', width: 20 },
        { heading: '服务时间', width: 30 },
        { heading: '地点', width: 24 },
      ],
      rows: days.map((row) => [
        row.day,
        ctx.say(dayKindWords[row.kind]),
        ctx.say(row.name),
        row.hours,
        row.siteName,
      ]),
    },
    input.format ?? 'xlsx',
    `${input.year}年节假日与调休`,
  )
}

/** Every calendar with its hours by weekday, the sites' own below the bureau's. */
export async function listCalendars(ctx: Ctx): Promise<OutputOf<Actions['listCalendars']>> {
  const calendars = await ctx.db.selectFrom('calendar.work_calendar').selectAll().orderBy('id').execute()
  const hours = await ctx.db
    .selectFrom('calendar.weekday_hours as h')
    .leftJoin('directory.site as s', (join) =>
      join.onRef('s.bureau_id', '=', 'h.bureau_id').onRef('s.id', '=', 'h.site_id'),
    )
    .select(['h.calendar_id', 'h.site_id', 's.name as site_name', 'h.weekday', 'h.windows'])
    .orderBy('s.name', (by) => by.nullsFirst())
    .orderBy('h.weekday')
    .execute()
  if (calendars.length === 0) return { items: defaultViews() }
  return {
    items: calendars.map((one) => ({
      id: one.id,
      name: one.name,
      title: { zh: one.title_zh, en: one.title_en },
      followsDays: one.follows_days,
      roundTheClock: one.round_the_clock,
      weekly: hours
        .filter((row) => row.calendar_id === one.id)
        .map((row) => ({
          siteId: row.site_id,
          siteName: row.site_name,
          weekday: row.weekday,
          hours: formatWindows(readWindows(row.windows)),
        })),
      can: { change: ctx.has('calendar.write') && !one.round_the_clock },
    })),
  }
}

/** What holds while a bureau has stored nothing; the ids are of no row, so nothing can be changed through them. */
function defaultViews(): OutputOf<Actions['listCalendars']>['items'] {
  return defaultCalendars.map(({ name, title, followsDays, roundTheClock, weekly }, index) => ({
    id: `00000000-0000-7000-8000-00000000000${index}`,
    name,
    title,
    followsDays,
    roundTheClock,
    weekly: Object.entries(weekly).map(([weekday, windows]) => ({
      siteId: null,
      siteName: null,
      weekday: Number(weekday),
      hours: formatWindows(windows),
    })),
    can: { change: false },
  }))
}
