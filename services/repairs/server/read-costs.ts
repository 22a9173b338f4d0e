import { sql } from 'kysely'
import { visibleOrders } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import type { readActions } from '../actions/read-actions.ts'

type Actions = typeof readActions

/** What repairs cost by unit served, in fen, dearest first: entries made in the days given, of orders the actor may see. */
export async function readCosts(
  ctx: Ctx,
  input: InputOf<Actions['readCosts']>,
): Promise<OutputOf<Actions['readCosts']>> {
  const { rows } = await sql<{ id: string; name: string; count: number; fen: number }>`
    select u.id, u.name, count(distinct o.id)::int as count, sum(c.amount_fen)::bigint as fen
    from orders.cost c
    join orders.service_order o on o.bureau_id = c.bureau_id and o.id = c.order_id
    join directory.unit u on u.bureau_id = o.bureau_id and u.id = o.client_unit_id
    where c.bureau_id = kernel.bureau() and o.line = 'repairs' and ${visibleOrders(ctx)}
      and (${input.from ?? null}::date is null or kernel.local_day(c.at) >= ${input.from ?? null}::date)
      and (${input.to ?? null}::date is null or kernel.local_day(c.at) <= ${input.to ?? null}::date)
      and (${input.unitId ?? null}::uuid is null
        or o.client_unit_id in (select directory.unit_and_below(${input.unitId ?? null})))
    group by u.id, u.name order by fen desc, u.name`.execute(ctx.db)
  const items = rows.map(({ id, name, count, fen }) => ({ unit: { id, name }, count, costFen: fen }))
  return { items, totalFen: items.reduce((sum, { costFen }) => sum + costFen, 0) }
}

export async function exportCosts(ctx: Ctx, input: InputOf<Actions['exportCosts']>): Promise<FileAnswer> {
  const { items } = await readCosts(ctx, input)
  const title = ctx.say({ zh: '各单位维修费用', en: 'Repair costs by unit' })
  const content = {
    title,
    columns: [
      { heading: '单位', kind: 'text' as const },
      { heading: '工单数', kind: 'number' as const },
      { heading: '费用（元）', kind: 'money-fen' as const },
    ],
    rows: items.map(({ unit, count, costFen }) => [unit.name, count, costFen]),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}
