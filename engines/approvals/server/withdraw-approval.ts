import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { approvals } from '../module.ts'
import { endApproval } from './end-approval.ts'
import { lockApproval, lockOpen } from './lock-approval.ts'
import { requireVisible } from './policy.ts'
import type { FindSubject } from './subject-book.ts'

type Action = (typeof approvals.actions)['withdraw']

/**
 * A service takes its matter back: cancelled, changed. Who may is the service's to know.
 * @throws Problem 409 `approvals.not_under_way`
 */
export async function withdrawApproval(
  ctx: Ctx,
  type: string,
  subjectId: string,
  reason: string,
): Promise<void> {
  const open = await lockOpen(ctx, type, subjectId)
  if (!open) throw new Problem(409, 'approvals.not_under_way')
  await endApproval(ctx, open, 'WITHDRAWN', { name: ctx.actor.name, reason })
}

/** The requester takes the own request back; its service carries that out in the same transaction. */
export async function withdraw(
  ctx: Ctx,
  { approvalId, reason }: InputOf<Action>,
  findSubject: FindSubject,
): Promise<OutputOf<Action>> {
  const approval = await lockApproval(ctx, approvalId)
  await requireVisible(ctx, approvalId)
  if (!ctx.actor.personId || approval.requester_person_id !== ctx.actor.personId)
    throw new Problem(403, 'approvals.not_yours')
  const by = { name: ctx.actor.name, reason }
  await endApproval(ctx, approval, 'WITHDRAWN', by)
  await findSubject(approval.type)?.decided(ctx, approval.subject_id, 'WITHDRAWN', by)
  return done
}
