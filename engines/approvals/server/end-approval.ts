import type { Ctx } from '#kernel/context.ts'
import { approvalStates, stepStates } from '../states.ts'
import type { ApprovalRecord } from './lock-approval.ts'
import type { Outcome } from './subject.ts'

const transitions = {
  APPROVED: 'approve',
  REFUSED: 'refuse',
  RETURNED: 'return',
  WITHDRAWN: 'withdraw',
} as const

/** Ends a round: everybody’s queue is emptied of it in the same transaction, and steps not reached are closed. */
export async function endApproval(
  ctx: Ctx,
  approval: ApprovalRecord,
  outcome: Outcome,
  by: { name: string; reason: string | null },
): Promise<void> {
  const open = await ctx.db
    .selectFrom('approvals.approval_step')
    .select('id')
    .where('approval_id', '=', approval.id)
    .where('state', 'in', ['OPEN', 'WAITING'])
    .orderBy('position')
    .execute()
  for (const { id } of open) {
    await emptySeats(ctx, id)
    await ctx.move(stepStates, 'empty', id, { set: { ended_at: ctx.now }, note: { approvalId: approval.id } })
  }
  await ctx.move(approvalStates, transitions[outcome], approval.id, {
    set: { ended_at: ctx.now, ended_by: by.name, ended_reason: by.reason },
    ...(by.reason ? { reason: by.reason } : {}),
  })
}

/** Whoever has not answered need not any more. */
export async function emptySeats(ctx: Ctx, stepId: string): Promise<void> {
  await ctx.db
    .updateTable('approvals.seat')
    .set({ emptied_at: ctx.now })
    .where('step_id', '=', stepId)
    .where('answer', 'is', null)
    .where('emptied_at', 'is', null)
    .execute()
}
