import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { findPools } from './offers/find-pools.ts'

interface Asking {
  id: string
  destination: string
  reach: string
  from: Date
  passengers: number
}

/**
 * Notes the wish to ride along; the other's requester is told, the dispatcher decides.
 * @throws Problem 409 `fleet.no_longer_offered` when that trip has no seat left or goes another way by now
 */
export async function addWish(ctx: Ctx, asking: Asking, withRequestId: string): Promise<string> {
  const offers = await findPools(ctx, { ...asking, except: asking.id })
  if (!offers.some(({ requestId }) => requestId === withRequestId))
    throw new Problem(409, 'fleet.no_longer_offered', { path: 'poolWith' })
  const { id } = await ctx.db
    .insertInto('fleet.pool_wish')
    .values({ request_id: asking.id, with_request_id: withRequestId, at: ctx.now, by_name: ctx.actor.name })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'fleet.pool_asked',
    subjectType: 'fleet.request',
    subjectId: asking.id,
    after: { wishId: id, withRequestId },
  })
  return id
}

/** Wishes of a request that ends, or to ride along with it, fall with it. */
export async function dropWishes(ctx: Ctx, requestId: string): Promise<void> {
  await sql`update fleet.pool_wish set answer = 'WITHDRAWN', answered_at = ${ctx.now}, answered_by = ${ctx.actor.name}
    where bureau_id = kernel.bureau() and answer is null
      and (request_id = ${requestId} or with_request_id = ${requestId})`.execute(ctx.db)
}
