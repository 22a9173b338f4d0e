import type { Selectable } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

export type ApprovalRecord = Selectable<DB['approvals.approval']>
export type SeatRecord = Selectable<DB['approvals.seat']>

/** The approval, held for this transaction: two who answer at once come one after the other. @throws Problem 404 */
export async function lockApproval(ctx: Ctx, approvalId: string): Promise<ApprovalRecord> {
  const found = await ctx.db
    .selectFrom('approvals.approval')
    .selectAll()
    .where('id', '=', approvalId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Problem(404, 'kernel.not_found')
  return found
}

/** The one of a matter that is under way or was returned, held for this transaction. */
export async function lockOpen(
  ctx: Ctx,
  type: string,
  subjectId: string,
): Promise<ApprovalRecord | undefined> {
  return ctx.db
    .selectFrom('approvals.approval')
    .selectAll()
    .where('type', '=', type)
    .where('subject_id', '=', subjectId)
    .where('state', 'in', ['PENDING', 'RETURNED'])
    .forUpdate()
    .executeTakeFirst()
}

/** The step that is open, with who is asked in it. */
export async function readOpenStep(ctx: Ctx, approvalId: string) {
  const step = await ctx.db
    .selectFrom('approvals.approval_step as t')
    .innerJoin('approvals.route_step as r', (join) =>
      join.onRef('r.bureau_id', '=', 't.bureau_id').onRef('r.id', '=', 't.route_step_id'),
    )
    .selectAll('t')
    .select(['r.title', 'r.mode', 'r.escalates_to'])
    .where('t.approval_id', '=', approvalId)
    .where('t.state', '=', 'OPEN')
    .executeTakeFirst()
  if (!step) return null
  const seats = await ctx.db
    .selectFrom('approvals.seat')
    .selectAll()
    .where('step_id', '=', step.id)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return { ...step, seats }
}

/** Who has it now, as people say it. */
export async function namesOfHolders(ctx: Ctx, approvalId: string): Promise<string> {
  const step = await readOpenStep(ctx, approvalId)
  return (step?.seats ?? [])
    .filter(({ answer, emptied_at }) => !answer && !emptied_at)
    .map(({ person_name }) => person_name)
    .join('、')
}
