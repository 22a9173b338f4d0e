import { sql } from 'kysely'
import { addDays, localDay } from '#engines/metrics/period.ts'
import type { FigureBook } from '#engines/metrics/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { createContext } from '#kernel/create-context.ts'
import type { Contribution } from '../contribution.ts'
import type { reports } from '../module.ts'
import type { Run } from '../schema.ts'
import { acceptSuggestion, listSuggestions } from './accept-suggestion.ts'
import { checkReport } from './check-report.ts'
import { createReport } from './create-report.ts'
import { freezeReport } from './freeze-report.ts'
import { addBenchmark } from './keep-benchmarks.ts'
import { publishReport, submitReport } from './move-report.ts'
import type { Detail } from './read-report.ts'
import { findReport } from './report-rows.ts'
import { saveSection } from './save-section.ts'

type Create = InputOf<(typeof reports.actions)['createReport']>

interface Writing {
  book: FigureBook
  contributions: readonly Contribution[]
  /** The manager who writes and the director who signs. */
  writer: string
  signer: string
}

/** The demo account's person, as reports name people. */
async function nameOf(ctx: Ctx, userName: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('kernel.member')
    .select('name')
    .where('user_name', '=', userName)
    .executeTakeFirst()
  return row?.name ?? ctx.actor.name
}

/** Runs as somebody at a moment of the past, so that a report says when it was written and by whom. */
async function actingAs<T>(ctx: Ctx, name: string, now: Date, act: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { db, bureauId, actor, locale, requestId } = ctx
  const enter = (at: Date) => sql`select set_config('app.now', ${at.toISOString()}, true)`.execute(db)
  await enter(now)
  const done = await act(createContext({ db, bureauId, actor: { ...actor, name }, locale, requestId, now }))
  await enter(ctx.now)
  return done
}

const at = (day: string, clock: string) => new Date(`${day}T${clock}:00+08:00`)

/** What a person adds to the plan in words of their own. */
async function addPlan(ctx: Ctx, { book }: Writing, report: Detail, words: string): Promise<void> {
  const section = report.sections.find(({ role }) => role === 'plan')
  if (!section) return
  const runs: Run[] = [{ kind: 'text', text: words }]
  await saveSection(ctx, book, {
    reportId: report.id,
    sectionId: section.id,
    version: section.version,
    heading: section.heading,
    blocks: [...section.blocks, { kind: 'paragraph', runs }],
  })
}

/** Writes a report, takes in what fell short most, sends it to review and freezes it; null when something is in the way. */
async function frozenReport(
  ctx: Ctx,
  writing: Writing,
  input: Create,
  written: string,
  signed: string,
): Promise<string | null> {
  const { book, contributions, writer, signer } = writing
  const report = await actingAs(ctx, writer, at(written, '10:20'), async (then) => {
    const made = await createReport(then, book, contributions, input)
    await takeSuggestions(then, writing, made.id, 2)
    await submitReport(then, book, made.id)
    return made
  })
  const findings = await checkReport(ctx, book, await findReport(ctx, report.id))
  // A young demo year may lack a figure's rows; the report then waits in review, as a real one would.
  if (findings.some(({ weight }) => weight === 'block')) return null
  await actingAs(ctx, signer, at(signed, '16:05'), (then) => freezeReport(then, book, report.id))
  return report.id
}

async function takeSuggestions(
  ctx: Ctx,
  { book, contributions }: Writing,
  reportId: string,
  count: number,
): Promise<void> {
  const { items } = await listSuggestions(ctx, book, contributions, reportId)
  for (const { key } of items.slice(0, count))
    await acceptSuggestion(ctx, book, contributions, { reportId, key })
}

async function publishedSummary(ctx: Ctx, writing: Writing, year: number): Promise<void> {
  const reportId = await frozenReport(
    ctx,
    writing,
    { kind: 'annual', year },
    `${year}-12-31`,
    `${year + 1}-01-05`,
  )
  if (!reportId) return
  await actingAs(ctx, writing.signer, at(`${year + 1}-01-08`, '09:30'), (then) =>
    publishReport(then, writing.book, {
      reportId,
      indexNumber: `QL-HQ-${year + 1}-0003`,
      category: '工作总结',
      writtenOn: `${year + 1}-01-05`,
      documentNumber: `青后〔${year + 1}〕3号`,
      publishedOn: `${year + 1}-01-08`,
      keywords: '机关后勤 工作总结 工作计划',
    }),
  )
}

const daysToPublish = 8

const peers = [
  { metric: 'repairs.on-time.rate', peer: '澄江区机关后勤服务中心', value: 93.6, rawText: '按时办结率93.6%' },
  { metric: 'repairs.satisfaction.mean', peer: '澄江区机关后勤服务中心', value: 4.52, rawText: '平均4.52分' },
  { metric: 'repairs.on-time.rate', peer: '云岭县机关事务服务中心', value: 96.1, rawText: '96.1%' },
]

/** The demo bureau has last year's summary published, a half-year frozen, and this year's summary being written. */
export async function fillDemo(
  ctx: Ctx,
  book: FigureBook,
  contributions: readonly Contribution[],
): Promise<void> {
  const today = localDay(ctx.now)
  // In the first days of January last year's summary is still the one being written.
  const year = Number(addDays(today, -daysToPublish).slice(0, 4))
  const writing: Writing = {
    book,
    contributions,
    writer: await nameOf(ctx, 'manager'),
    signer: await nameOf(ctx, 'director'),
  }
  await publishedSummary(ctx, writing, year - 1)
  const firstOver = today > `${year}-07-08`
  const half: Create = firstOver
    ? { kind: 'half-year', year, half: 1 }
    : { kind: 'half-year', year: year - 1, half: 2 }
  await frozenReport(
    ctx,
    writing,
    half,
    firstOver ? `${year}-07-02` : `${year - 1}-12-31`,
    firstOver ? `${year}-07-06` : `${year}-01-04`,
  )
  await actingAs(ctx, writing.writer, new Date(ctx.now.getTime() - 2 * 86_400_000), async (then) => {
    const draft = await createReport(then, book, contributions, {
      kind: 'annual',
      year,
      cutoffOn: today < `${year}-12-31` ? today : `${year}-12-31`,
    })
    await addPlan(
      then,
      writing,
      draft,
      '巩固“标准—承诺—工单—评价”的闭环，每月通报一次超期工单，每季度回访一次服务对象。',
    )
    await takeSuggestions(then, writing, draft.id, 1)
  })
  for (const peer of peers) {
    if (!book.has(peer.metric)) continue
    await addBenchmark(ctx, book, {
      ...peer,
      source: `${peer.peer}${year - 1}年工作总结（演示）`,
      sourceOn: `${year}-01-15`,
    })
  }
}
