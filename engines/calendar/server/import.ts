import { defineImport } from '#kernel/import/import-handler.ts'
import { defineColumns } from '#kernel/sheets/columns.ts'
import { formatWindows, parseWindows } from '../parse-windows.ts'
import type { DayKind } from '../work-calendar.ts'
import { ensureCalendar } from './ensure-calendar.ts'
import { forgetCalendars, readWindows } from './load-calendar.ts'

const columns = defineColumns({
  day: { kind: 'date', headings: ['日期', 'date'], required: true },
  arrangement: {
    kind: 'choice',
    headings: ['安排', 'kind'],
    required: true,
    choices: { 放假: 'holiday', 调休上班: 'makeup', 半天: 'half-day', 自定时段: 'custom' },
  },
  name: { kind: 'text', headings: ['名称', 'name'], required: true },
  hours: { kind: 'text', headings: ['服务时间', 'hours'] },
})

const kindWords: Record<DayKind, string> = {
  holiday: '放假',
  makeup: '调休上班',
  'half-day': '半天',
  custom: '自定时段',
}

/** A year's notice as a sheet: a row a day. Rows replace what the bureau had for those days; sites keep their own. */
export const calendarDays = defineImport({
  columns,
  async take(ctx, rows) {
    await ensureCalendar(ctx)
    const outcome = {
      changed: 0,
      refused: [] as { line: number; column: string; code: string; params?: Record<string, string> }[],
      warnings: [],
    }
    const years = new Set<number>()
    for (const { line, value } of rows) {
      const hours = value.hours ?? ''
      let windows: ReturnType<typeof parseWindows>
      try {
        windows = parseWindows(hours)
      } catch {
        outcome.refused.push({ line, column: '服务时间', code: 'calendar.bad_hours', params: { hours } })
        continue
      }
      const kind = value.arrangement
      if (windows.length === 0 && (kind === 'half-day' || kind === 'custom')) {
        outcome.refused.push({ line, column: '服务时间', code: 'calendar.hours_needed' })
        continue
      }
      const year = Number(value.day.slice(0, 4))
      if (year < 2000 || year > 2100 || value.name.length > 40) {
        outcome.refused.push({ line, column: '日期', code: 'calendar.year_out_of_range' })
        continue
      }
      const written = await ctx.db
        .insertInto('calendar.day_exception')
        .values({
          day: value.day,
          kind,
          name_zh: value.name,
          windows: windows.length > 0 ? JSON.stringify(windows) : null,
          source: 'local',
        })
        .onConflict((conflict) =>
          conflict
            .columns(['bureau_id', 'day', 'site_id'])
            .doUpdateSet((row) => ({
              kind: row.ref('excluded.kind'),
              name_zh: row.ref('excluded.name_zh'),
              windows: row.ref('excluded.windows'),
              source: row.ref('excluded.source'),
            }))
            .where((row) =>
              row.or([
                row('calendar.day_exception.kind', 'is distinct from', row.ref('excluded.kind')),
                row('calendar.day_exception.name_zh', 'is distinct from', row.ref('excluded.name_zh')),
                row('calendar.day_exception.windows', 'is distinct from', row.ref('excluded.windows')),
              ]),
            ),
        )
        .returning('id')
        .executeTakeFirst()
      if (!written) continue
      outcome.changed++
      years.add(year)
    }
    if (outcome.changed > 0) {
      await ctx.db
        .updateTable('calendar.year')
        .set({ confirmed_at: null, confirmed_by: null })
        .where('year', 'in', [...years])
        .execute()
      forgetCalendars(ctx)
      await ctx.emit({
        type: 'calendar.days_imported',
        subjectType: 'calendar.day_exception',
        subjectId: null,
        after: { changed: outcome.changed, years: [...years] },
      })
    }
    return outcome
  },
  async current(ctx) {
    const rows = await ctx.db
      .selectFrom('calendar.day_exception')
      .select(['day', 'kind', 'name_zh', 'windows'])
      .where('site_id', 'is', null)
      .orderBy('day')
      .execute()
    return rows.map(({ day, kind, name_zh, windows }) => ({
      day,
      arrangement: kindWords[kind as DayKind],
      name: name_zh,
      hours: windows === null ? null : formatWindows(readWindows(windows)),
    }))
  },
})
