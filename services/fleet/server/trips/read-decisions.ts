import { approvalsOf } from '#engines/approvals/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { ApprovalDecision } from '../../trip-schema.ts'

/**
 * Who answered when, of each request: in the own name or in whose place, over every round it was handed in. For the desk,
 * direction and supervision; whoever only rides along or drives learns that it was approved, not by whom.
 */
export async function readDecisions(
  ctx: Ctx,
  requestIds: readonly string[],
): Promise<Map<string, ApprovalDecision[]>> {
  if (requestIds.length === 0 || !ctx.has('fleet.read-board')) return new Map()
  const views = await approvalsOf(ctx, 'fleet.request', requestIds)
  return new Map(
    [...views].map(([requestId, { steps, earlier }]) => [
      requestId,
      [...earlier.flatMap((round) => round.steps), ...steps].flatMap((step) =>
        step.seats.flatMap(({ id, kind, answer, answeredAt, answeredBy, inPlace, name, reason }) =>
          answer && answeredAt
            ? [
                {
                  id,
                  step: step.title,
                  answer,
                  at: answeredAt,
                  by: answeredBy ?? name,
                  inPlaceOf: inPlace ? name : null,
                  calledIn: kind === 'ESCALATED',
                  reason,
                },
              ]
            : [],
        ),
      ),
    ]),
  )
}
