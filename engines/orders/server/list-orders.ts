import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { orders } from '../module.ts'
import { orderRowOf } from './answer-order.ts'
import { filterOrders, isNotStarted, isOverdue, openStates } from './filter-orders.ts'
import { lookUpWords } from './look-up-words.ts'
import { visibleOrders } from './policy.ts'
import { readOrders } from './select-orders.ts'

type Actions = typeof orders.actions

/** The orders within reach, newest first or what falls due first (then only those whose work goes on). */
export async function listOrders(
  ctx: Ctx,
  input: InputOf<Actions['listOrders']>,
): Promise<OutputOf<Actions['listOrders']>> {
  const byDue = input.sort === 'due'
  const filtered = filterOrders(ctx, input, await lookUpWords(ctx, input.search))
  const query = byDue
    ? filtered.where('o.finished_at', 'is', null).where('o.completed_at', 'is', null)
    : filtered
  const { items, next } = await keysetPage(query, input, {
    by: [
      byDue
        ? { column: 'due_rank', ref: 'o.due_rank', direction: 'asc' }
        : { column: 'created_at', ref: 'o.created_at', direction: 'desc' },
    ],
    idRef: 'o.id',
  })
  const rows = await readOrders(ctx, items)
  return { items: rows.map((row) => orderRowOf(ctx, row)), next }
}

interface Counts {
  state: string
  count: number
  overdue: number
  due_soon: number
  urgent: number
  not_started: number
}

/** How the open orders within reach stand; `dueSoon` is within the hour. */
export async function summariseOrders(
  ctx: Ctx,
  input: InputOf<Actions['summariseOrders']>,
): Promise<OutputOf<Actions['summariseOrders']>> {
  const me = ctx.actor.personId
  const narrow = [
    visibleOrders(ctx),
    sql`o.bureau_id = kernel.bureau()`,
    sql`o.state = any(${openStates}::text[])`,
  ]
  if (input.line) narrow.push(sql`o.line = ${input.line}`)
  if (input.mine) narrow.push(sql`o.requester_person_id = ${me}`)
  if (input.inMyHands) narrow.push(sql`o.holder_person_id = ${me} and o.holder_role = 'WORKER'`)
  const { rows } = await sql<Counts>`
    select o.state, count(*)::int as count,
      count(*) filter (where ${isOverdue(ctx)})::int as overdue,
      count(*) filter (where o.finished_at is null and o.finish_due_at >= ${ctx.now}::timestamptz
        and o.finish_due_at < ${ctx.now}::timestamptz + interval '1 hour')::int as due_soon,
      count(*) filter (where o.urgency = 'URGENT' and o.finished_at is null)::int as urgent,
      count(*) filter (where ${isNotStarted(ctx)})::int as not_started
    from orders.service_order o where ${sql.join(narrow, sql` and `)} group by o.state`.execute(ctx.db)
  const total = (pick: (row: Counts) => number) => rows.reduce((sum, row) => sum + pick(row), 0)
  return {
    byState: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
    open: total((row) => row.count),
    overdue: total((row) => row.overdue),
    dueSoon: total((row) => row.due_soon),
    urgent: total((row) => row.urgent),
    notStarted: total((row) => row.not_started),
  }
}
