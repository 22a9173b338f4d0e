import type { Ctx } from '#kernel/context.ts'

/** The order goes to somebody else: whoever had it by turn gets the turn back and is not passed over next time. */
export async function giveTurnBack(ctx: Ctx, orderId: string): Promise<void> {
  await ctx.db
    .updateTable('orders.turn')
    .set({ given_back_at: ctx.now })
    .where('order_id', '=', orderId)
    .where('given_back_at', 'is', null)
    .execute()
}
