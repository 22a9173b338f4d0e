import type { Ctx } from '#kernel/context.ts'
import type { RouteStep } from '../schema.ts'
import { insertRoute, type NewRoute } from './write-route.ts'

/**
 * Brings a service's usual route into a bureau that has none of this kind and title yet, behind those there are. One
 * that people have changed, renamed or closed stays as they left it.
 */
export async function ensureRoute(ctx: Ctx, wanted: NewRoute & { steps: RouteStep[] }): Promise<void> {
  const known = await ctx.db
    .selectFrom('approvals.route as r')
    .innerJoin('approvals.route_version as v', (join) =>
      join.onRef('v.bureau_id', '=', 'r.bureau_id').onRef('v.route_id', '=', 'r.id'),
    )
    .select('r.id')
    .where('r.type', '=', wanted.type)
    .where('v.title', '=', wanted.title)
    .limit(1)
    .executeTakeFirst()
  if (!known) await insertRoute(ctx, wanted)
}
