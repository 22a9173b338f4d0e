import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/**
 * A rental locked for a change, its request before it, as whoever rents or cancels locks them: nobody waits in a circle.
 * @throws Problem 404
 */
export async function lockRental(ctx: Ctx, rentalId: string) {
  const found = await ctx.db
    .selectFrom('fleet.rental')
    .select('request_id')
    .where('id', '=', rentalId)
    .executeTakeFirst()
  if (!found) throw new Problem(404, 'kernel.not_found')
  await ctx.db
    .selectFrom('fleet.request')
    .select('id')
    .where('id', '=', found.request_id)
    .forUpdate()
    .execute()
  return ctx.db
    .selectFrom('fleet.rental')
    .selectAll()
    .where('id', '=', rentalId)
    .forUpdate()
    .executeTakeFirstOrThrow()
}
