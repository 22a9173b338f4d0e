import type { Ctx } from '#kernel/context.ts'
import { chooseRoute } from '../choose-route.ts'
import { endApproval } from './end-approval.ts'
import type { ApprovalRecord } from './lock-approval.ts'
import { openNextStep } from './open-step.ts'
import { type RouteRecord, readRoutes, widenFacts } from './read-routes.ts'

export type GivenFacts = Record<string, string | number | null>

/** The route these facts take, as it stands now; null where none fits. */
export async function findRoute(ctx: Ctx, type: string, facts: GivenFacts): Promise<RouteRecord | null> {
  const routes = await readRoutes(ctx, { type })
  const unitFacts = routes.flatMap(({ conditions }) =>
    conditions.filter(({ op }) => op === 'WITHIN' || op === 'NOT_WITHIN').map(({ fact }) => fact),
  )
  return chooseRoute(routes, await widenFacts(ctx, facts, [...new Set(unitFacts)]))
}

/** Lays out the steps of the route and opens the first; without a route it is approved at once, and that is recorded. */
export async function beginRound(
  ctx: Ctx,
  approval: ApprovalRecord,
  route: RouteRecord | null,
  nobodyNeeded: { name: string; reason: string },
): Promise<'PENDING' | 'APPROVED'> {
  if (!route) {
    await endApproval(ctx, approval, 'APPROVED', nobodyNeeded)
    return 'APPROVED'
  }
  await ctx.db
    .insertInto('approvals.approval_step')
    .values(
      route.steps.map(({ id }, index) => ({
        approval_id: approval.id,
        round: approval.round,
        position: index + 1,
        route_step_id: id,
        state: 'WAITING',
      })),
    )
    .execute()
  await openNextStep(ctx, approval)
  return 'PENDING'
}
