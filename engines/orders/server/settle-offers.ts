import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** Ends all standing offers of an order: the winner's with a win, the others without. */
export async function settleOffers(ctx: Ctx, orderId: string, winnerId: string | null): Promise<void> {
  await ctx.db
    .updateTable('orders.offer')
    .set({ settled_at: ctx.now, won: sql<boolean>`person_id is not distinct from ${winnerId}::uuid` })
    .where('order_id', '=', orderId)
    .where('settled_at', 'is', null)
    .execute()
}
