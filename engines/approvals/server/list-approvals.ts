import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { approvals } from '../module.ts'
import type { ApprovalRow } from '../schema.ts'
import { approvalStates } from '../states.ts'
import { visibleApprovals } from './policy.ts'
import { type ApprovalFilters, approvalRowsOf, filterApprovals, selectApprovals } from './select-approvals.ts'
import type { FindSubject } from './subject-book.ts'

type Actions = typeof approvals.actions
type List = OutputOf<Actions['listApprovals']>

/** What waits for the actor; what is due first stands first. */
export async function listInbox(
  ctx: Ctx,
  input: InputOf<Actions['listInbox']>,
  findSubject: FindSubject,
): Promise<List> {
  const { items, next } = await keysetPage(inboxOf(ctx, input), input, {
    by: [{ column: 'due_at', ref: 't.due_at', direction: 'asc' }],
    idRef: 'a.id',
  })
  return { items: await approvalRowsOf(ctx, items, findSubject), next }
}

const inboxOf = (ctx: Ctx, filters: ApprovalFilters) =>
  filterApprovals(ctx, selectApprovals(ctx), filters)
    .where('mine.own', 'is not', null)
    .where('t.due_at', 'is not', null)

export async function countInbox(ctx: Ctx): Promise<OutputOf<Actions['countInbox']>> {
  const { rows } = await sql<{ waiting: number; overdue: number }>`
    select count(distinct m.approval_id)::int as waiting,
      count(distinct m.approval_id) filter (where t.due_at <= ${ctx.now}::timestamptz)::int as overdue
    from approvals.answerable(${ctx.actor.personId}::uuid) m
    join approvals.approval_step t on t.bureau_id = kernel.bureau() and t.id = m.step_id`.execute(ctx.db)
  return rows[0]!
}

/** The actor's own requests. */
export async function listMine(
  ctx: Ctx,
  input: InputOf<Actions['listMine']>,
  findSubject: FindSubject,
): Promise<List> {
  return pageOf(ctx, mineOf(ctx, input), input, findSubject)
}

const mineOf = (ctx: Ctx, filters: ApprovalFilters) =>
  filterApprovals(ctx, selectApprovals(ctx).where('a.requester_person_id', '=', ctx.actor.personId), filters)

/** Every approval. */
export async function listApprovals(
  ctx: Ctx,
  input: InputOf<Actions['listApprovals']>,
  findSubject: FindSubject,
): Promise<List> {
  return pageOf(ctx, everyOf(ctx, input), input, findSubject)
}

const everyOf = (ctx: Ctx, filters: ApprovalFilters) =>
  filterApprovals(ctx, selectApprovals(ctx).where(visibleApprovals(ctx)), filters)

/** By when they were handed in: the latest first, unless the other way is asked for. */
const directionOf = ({ sort }: ApprovalFilters) => (sort === 'started' ? ('asc' as const) : ('desc' as const))

async function pageOf(
  ctx: Ctx,
  query: ReturnType<typeof selectApprovals>,
  input: InputOf<Actions['listApprovals']>,
  findSubject: FindSubject,
): Promise<List> {
  const { items, next } = await keysetPage(query, input, {
    by: [{ column: 'started_at', ref: 'a.started_at', direction: directionOf(input) }],
    idRef: 'a.id',
  })
  return { items: await approvalRowsOf(ctx, items, findSubject), next }
}

interface Column {
  heading: Text
  kind?: 'text' | 'datetime'
  cell(row: ApprovalRow, say: (words: Text) => string): string | null
}

const minute = (moment: string | null | undefined) => (moment ? localMinute(moment) : null)
const columns: readonly Column[] = [
  { heading: text('事项', 'Matter'), cell: (row) => row.label },
  { heading: text('类别', 'Kind'), cell: (row, say) => say(row.typeTitle) },
  { heading: text('内容', 'About'), cell: (row, say) => say(row.sentence) },
  { heading: text('单位', 'Unit'), cell: (row) => row.unit.name },
  { heading: text('申请人', 'Requester'), cell: (row) => row.requester },
  { heading: text('提交时间', 'Handed in'), kind: 'datetime', cell: (row) => minute(row.startedAt) },
  { heading: text('状态', 'State'), cell: (row, say) => say(approvalStates.states[row.state].title) },
  { heading: text('步骤', 'Step'), cell: (row) => row.step?.title ?? '' },
  { heading: text('办理人', 'Held by'), cell: (row) => row.holders.join('、') },
  { heading: text('时限', 'Due'), kind: 'datetime', cell: (row) => minute(row.step?.dueAt) },
  { heading: text('办结时间', 'Ended'), kind: 'datetime', cell: (row) => minute(row.endedAt) },
  { heading: text('办结人', 'Ended by'), cell: (row) => row.endedBy ?? '' },
  { heading: text('原因', 'Reason'), cell: (row) => row.endedReason ?? '' },
]

/** A sheet holds this many rows at most, so that one export never fills the memory. */
const mostRows = 20_000

export async function exportInbox(
  ctx: Ctx,
  { format, ...filters }: InputOf<Actions['exportInbox']>,
  findSubject: FindSubject,
): Promise<FileAnswer> {
  const rows = await inboxOf(ctx, filters).orderBy('t.due_at').orderBy('a.id').limit(mostRows).execute()
  return sheetOf(
    ctx,
    text('等我审批', 'Waiting for me'),
    await approvalRowsOf(ctx, rows, findSubject),
    format,
  )
}

export async function exportMine(
  ctx: Ctx,
  { format, ...filters }: InputOf<Actions['exportMine']>,
  findSubject: FindSubject,
): Promise<FileAnswer> {
  const rows = await wholeOf(mineOf(ctx, filters), filters)
  return sheetOf(ctx, text('我的申请', 'My requests'), await approvalRowsOf(ctx, rows, findSubject), format)
}

export async function exportApprovals(
  ctx: Ctx,
  { format, ...filters }: InputOf<Actions['exportApprovals']>,
  findSubject: FindSubject,
): Promise<FileAnswer> {
  const rows = await wholeOf(everyOf(ctx, filters), filters)
  return sheetOf(ctx, text('审批', 'Approvals'), await approvalRowsOf(ctx, rows, findSubject), format)
}

const wholeOf = (query: ReturnType<typeof selectApprovals>, filters: ApprovalFilters) =>
  query
    .orderBy('a.started_at', directionOf(filters))
    .orderBy('a.id', directionOf(filters))
    .limit(mostRows)
    .execute()

function sheetOf(
  ctx: Ctx,
  name: Text,
  rows: readonly ApprovalRow[],
  format: 'xlsx' | 'csv' | undefined,
): Promise<FileAnswer> {
  const title = ctx.say(name)
  const content = {
    title,
    columns: columns.map(({ heading, kind }) => ({
      heading: ctx.say(heading),
      kind: kind ?? ('text' as const),
    })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row, ctx.say))),
  }
  return Promise.resolve(sheetAnswer(content, format ?? 'xlsx', title))
}
