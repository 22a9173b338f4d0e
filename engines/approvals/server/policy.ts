import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/**
 * Which approvals (alias `a`) the actor sees: all for those who watch; the own requests; what one is or was asked, and
 * what a person is asked whose substitute one is today, or in whose place one has answered.
 */
export function visibleApprovals(ctx: Ctx): RawBuilder<boolean> {
  if (ctx.actor.source === 'job' || ctx.has('approvals.read-all')) return sql<boolean>`true`
  const { personId } = ctx.actor
  if (!personId) return sql<boolean>`false`
  return sql<boolean>`(a.requester_person_id = ${personId}::uuid
    or exists (select from approvals.approval_step t join approvals.seat s on s.bureau_id = t.bureau_id and s.step_id = t.id
      where t.bureau_id = a.bureau_id and t.approval_id = a.id
        and (s.person_id = ${personId}::uuid or s.answered_by_person_id = ${personId}::uuid))
    or a.id in (select approval_id from approvals.answerable(${personId}::uuid)))`
}

/** @throws Problem 404 for what the actor must not know of */
export async function requireVisible(ctx: Ctx, approvalId: string): Promise<void> {
  const { rows } = await sql`
    select from approvals.approval a where a.bureau_id = kernel.bureau() and a.id = ${approvalId}
      and ${visibleApprovals(ctx)}`.execute(ctx.db)
  if (rows.length === 0) throw new Problem(404, 'kernel.not_found')
}
