import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Text } from '#kernel/contract/text.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { supervisionActions } from '../../../actions/supervision-actions.ts'
import type { CheckRow } from '../../../supervision-schema.ts'
import { costKinds, vehicleClasses } from '../../../words.ts'
import { daysOfMonth, monthAfter, monthsBetween, type Span } from '../month.ts'
import type { Check } from './check.ts'
import { fleetChecks } from './checks/index.ts'

type Actions = typeof supervisionActions

/** The year so far, unless asked otherwise. @throws Problem 422 for a span that runs backwards */
function spanOf(ctx: Ctx, { from, to }: { from?: string; to?: string }): Span {
  const last = to ?? localDayOf(ctx.now)
  const span = { from: from ?? `${last.slice(0, 4)}-01-01`, to: last }
  if (span.from > span.to) throw new Problem(422, 'fleet.bad_span', { path: 'to' })
  return span
}

/** Every kind of exception with how many there were, and how that went over half a year. */
export async function listChecks(
  ctx: Ctx,
  input: InputOf<Actions['listChecks']>,
): Promise<OutputOf<Actions['listChecks']>> {
  const span = spanOf(ctx, input)
  const months = monthsBetween(monthAfter(span.to.slice(0, 7), -5), span.to.slice(0, 7))
  const items = []
  for (const check of fleetChecks) {
    const { code, title, ground, weight } = check
    const { rows: counted } = await sql<{ count: number }>`
      select count(*)::int as count from (${await check.sql(span, ctx)}) found`.execute(ctx.db)
    const half = { from: daysOfMonth(months[0]!).from, to: span.to }
    const { rows } = await sql<{ month: string; count: number }>`
      select to_char(kernel.local_day(at), 'YYYY-MM') as month, count(*)::int as count
      from (${await check.sql(half, ctx)}) found group by 1`.execute(ctx.db)
    const byMonth = new Map(rows.map(({ month, count }) => [month, count]))
    const trend = months.map((month) => ({ month, count: byMonth.get(month) ?? 0 }))
    items.push({ code, title, ground, weight, count: counted[0]!.count, trend })
  }
  return { ...span, items }
}

interface Found {
  id: string
  at: string
  label: string
  trip_id: string | null
  params: Record<string, string | number | Text>
}

async function findRows(
  ctx: Ctx,
  check: Check,
  span: Span,
  limit: number,
  after: string | null,
): Promise<Found[]> {
  const rowsOf = await check.sql(span, ctx)
  const { rows } = await sql<Found>`
    select id, at, label, trip_id, params from (${rowsOf}) found
    where ${after}::uuid is null or (at, id) < (select at, id from (${rowsOf}) last where id = ${after}::uuid limit 1)
    order by at desc, id desc limit ${limit}`.execute(ctx.db)
  return rows
}

/** The rows of one kind, the latest first. @throws Problem 404 for an unknown one */
export async function listCheckRows(
  ctx: Ctx,
  { code, cursor, limit = 50, ...asked }: InputOf<Actions['listCheckRows']>,
): Promise<OutputOf<Actions['listCheckRows']>> {
  const check = fleetChecks.find((one) => one.code === code)
  if (!check) throw new Problem(404, 'kernel.not_found')
  if (cursor && !/^[0-9a-f-]{36}$/.test(cursor))
    throw new Problem(400, 'kernel.bad_cursor', { path: 'cursor' })
  const rows = await findRows(ctx, check, spanOf(ctx, asked), limit + 1, cursor ?? null)
  const items = rows.slice(0, limit).map((row) => rowOf(check, row))
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}

function rowOf(check: Check, { id, at, label, trip_id, params }: Found): CheckRow {
  return {
    id,
    at: new Date(at).toISOString(),
    label,
    detail: { zh: fill(check.detail, params, 'zh'), en: fill(check.detail, params, 'en') },
    tripId: trip_id,
    href: trip_id ? `/fleet/supervision/cases/${trip_id}` : (check.href?.(id) ?? null),
  }
}

const named: Record<string, Record<string, Text>> = { class: vehicleClasses, kind: costKinds }

function fill(words: Text, params: Found['params'], language: 'zh' | 'en'): string {
  return words[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const given = params[name] ?? ''
    if (typeof given === 'object') return given[language]
    return named[name]?.[given]?.[language] ?? String(given)
  })
}

const mostExported = 5000

/** What was found, kind by kind, with the ground each stands on. @throws Problem 404 for an unknown kind */
export async function exportChecks(
  ctx: Ctx,
  { code, format, ...asked }: InputOf<Actions['exportChecks']>,
): Promise<FileAnswer> {
  const span = spanOf(ctx, asked)
  const checks = code ? fleetChecks.filter((one) => one.code === code) : fleetChecks
  if (checks.length === 0) throw new Problem(404, 'kernel.not_found')
  const rows = []
  for (const check of checks)
    for (const found of await findRows(ctx, check, span, mostExported, null)) {
      const { at, label, detail } = rowOf(check, found)
      rows.push([ctx.say(check.title), localMinute(at), label, ctx.say(detail), ctx.say(check.ground)])
    }
  const title = ctx.say({
    zh: `公车监督 ${span.from}至${span.to}`,
    en: `Supervision ${span.from} to ${span.to}`,
  })
  const content = {
    title,
    columns: [
      { heading: '异常类别', width: 18 },
      { heading: '时间', kind: 'datetime' as const, width: 18 },
      { heading: '编号', width: 24 },
      { heading: '情况', width: 50 },
      { heading: '依据', width: 60 },
    ],
    rows,
  }
  return sheetAnswer(content, format ?? 'xlsx', title)
}
