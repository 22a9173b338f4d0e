import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { orders } from '../module.ts'
import { isSealed, orderRowOf } from './answer-order.ts'
import { visibleOrders } from './policy.ts'
import { readLedger } from './read-ledger.ts'
import { type OrderSelection, selectOrders } from './select-orders.ts'

type Action = (typeof orders.actions)['readShortfalls']
type Answer = OutputOf<Action>

/** As many as a morning's look takes; the counts tell the rest. */
const most = 12
/** A rating so low that somebody should call. */
const lowRating = 2

/** What fell short between two days: broken promises with who held them, low ratings, work sent back. */
export async function readShortfalls(ctx: Ctx, input: InputOf<Action>): Promise<Answer> {
  const within = (moment: string) => sql<boolean>`${sql.ref(moment)} >=
    (${input.from}::date::timestamp at time zone 'Asia/Shanghai')
    and ${sql.ref(moment)} < ((${input.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
  const scope = sql<boolean>`(${visibleOrders(ctx)} and o.bureau_id = kernel.bureau()
    and (${input.line ?? null}::text is null or o.line = ${input.line ?? null}))`
  const late = await found(
    ctx,
    sql`select o.id, '' as note, 0 as mark, o.finish_due_at as at from orders.service_order o
      where ${scope} and ${within('o.finish_due_at')} and o.state not in ('VOIDED', 'MERGED')
        and (o.on_time = false or (o.finished_at is null and o.completed_at is null
          and o.finish_due_at < ${ctx.now}::timestamptz))`,
  )
  const low = await found(
    ctx,
    sql`select o.id, e.comment as note, e.overall as mark, e.at from orders.evaluation e
      join orders.service_order o on o.bureau_id = e.bureau_id and o.id = e.order_id
      where ${scope} and ${within('e.at')} and e.overall <= ${lowRating}`,
  )
  const again = await found(
    ctx,
    sql`select o.id, coalesce(v.reason, '') as note, 0 as mark, v.at from kernel.event v
      join orders.service_order o on o.bureau_id = v.bureau_id and o.id = v.subject_id
      where ${scope} and v.subject_type = 'orders.service_order' and v.type = 'orders.reopened'
        and ${within('v.at')}`,
  )
  const explained: Answer['late'] = []
  // One after the other: a transaction has one connection.
  for (const { row } of late.rows) explained.push(await explain(ctx, row))
  return {
    lateCount: late.count,
    late: explained,
    lowRatedCount: low.count,
    lowRated: low.rows.map(({ row, mark, note }) => ({
      order: orderRowOf(ctx, row),
      overall: mark,
      comment: isSealed(row) ? '' : note,
    })),
    reopenedCount: again.count,
    reopened: again.rows.map(({ row, note }) => ({
      order: orderRowOf(ctx, row),
      reason: isSealed(row) ? '' : note,
    })),
  }
}

/** Runs one of the queries above: how many there are, and the latest few with their orders. */
async function found(ctx: Ctx, query: ReturnType<typeof sql>) {
  const { rows } = await sql<{ id: string; note: string; mark: number; count: number }>`
    select id, note, mark, count(*) over ()::int as count from (${query}) found order by at desc, id limit ${most}`.execute(
    ctx.db,
  )
  const ids = rows.map(({ id }) => id)
  const selected = ids.length > 0 ? await selectOrders(ctx).where('o.id', 'in', ids).execute() : []
  const byId = new Map(selected.map((row) => [row.id, row]))
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.flatMap(({ id, note, mark }) => {
      const row = byId.get(id)
      return row ? [{ row, note, mark }] : []
    }),
  }
}

async function explain(ctx: Ctx, row: OrderSelection): Promise<Answer['late'][number]> {
  const order = orderRowOf(ctx, row)
  const breach = isSealed(row) ? null : (await readLedger(ctx, { orderId: row.id })).breach
  return {
    order,
    holderWhenDue: breach?.holderWhenDue ?? null,
    roleWhenDue: breach?.roleWhenDue ?? null,
    overdueMinutes: breach?.overdueMinutes ?? null,
  }
}
