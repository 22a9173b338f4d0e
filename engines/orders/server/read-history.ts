import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { orderEvents } from '../event-words.ts'
import type { orders } from '../module.ts'
import { isSealed } from './answer-order.ts'
import { selectOrders } from './select-orders.ts'

type Actions = typeof orders.actions

const otherwise = text('变更', 'Changed')

/** What happened to an order, newest first; a sealed one must be opened before. */
export async function readHistory(
  ctx: Ctx,
  input: InputOf<Actions['readHistory']>,
): Promise<OutputOf<Actions['readHistory']>> {
  const row = await selectOrders(ctx).where('o.id', '=', input.orderId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (isSealed(row)) throw new Problem(403, 'orders.sealed')
  const query = ctx.db
    .selectFrom('kernel.event')
    .select(['id', 'at', 'actor_name', 'type', 'reason', 'after'])
    .where('subject_id', '=', input.orderId)
  const { items, next } = await keysetPage(query, input, {
    by: [{ column: 'at', direction: 'desc' }],
  })
  const words: Record<string, { zh: string; en: string }> = orderEvents
  return {
    next,
    items: items.map((event) => ({
      id: event.id,
      at: event.at,
      actorName: event.actor_name,
      type: event.type,
      title: words[event.type] ?? otherwise,
      reason: event.reason,
      after: event.after,
    })),
  }
}
