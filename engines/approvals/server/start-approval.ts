import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { approvalStates } from '../states.ts'
import { beginRound, findRoute, type GivenFacts } from './begin-round.ts'
import { lockOpen, namesOfHolders } from './lock-approval.ts'

export interface NewApproval {
  /** Of the service's `ApprovalSubject`. */
  type: string
  subjectId: string
  /** What people call it: 用车申请 YC-20260302-0007. */
  label: string
  href: `/${string}`
  unitId: string
  requestedBy: { personId: string | null; name: string }
  facts: GivenFacts
}

export interface Started {
  approvalId: string
  /** APPROVED: no route fits these facts, so nobody has to be asked; `decided` is not called, the caller goes on. */
  state: 'PENDING' | 'APPROVED'
}

const nobodyNeeded = (ctx: Ctx) => ({
  name: ctx.say(text('系统', 'System')),
  reason: ctx.say(text('没有适用的审批流，无需审批', 'no route applies, so no approval is needed')),
})

/**
 * Chooses the route by the facts and opens its first step, in the caller's transaction.
 * @throws Problem 409 `approvals.running`, `approvals.returned_open` when one of this matter is under way;
 *   422 `approvals.nobody` when nobody at all could decide it
 */
export async function startApproval(ctx: Ctx, wanted: NewApproval): Promise<Started> {
  const open = await lockOpen(ctx, wanted.type, wanted.subjectId)
  if (open) throw await underWay(ctx, open)
  const route = await findRoute(ctx, wanted.type, wanted.facts)
  const approval = await ctx.db
    .insertInto('approvals.approval')
    .values({
      type: wanted.type,
      subject_id: wanted.subjectId,
      label: wanted.label.slice(0, 300),
      href: wanted.href,
      unit_id: wanted.unitId,
      requester_person_id: wanted.requestedBy.personId,
      requester_name: wanted.requestedBy.name.slice(0, 100),
      facts: JSON.stringify(wanted.facts),
      state: approvalStates.initial,
      route_id: route?.id ?? null,
      route_number: route?.number ?? null,
      started_at: ctx.now,
      asked_at: ctx.now,
    })
    // Two who hand the same matter in at once: the second waits for the first and learns that it runs.
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  // Another was there when this one was written: it runs, which is said, or it has ended since and this one begins.
  if (!approval) return startApproval(ctx, wanted)
  await ctx.emit({
    type: 'approvals.started',
    subjectType: 'approvals.approval',
    subjectId: approval.id,
    after: {
      type: wanted.type,
      subjectId: wanted.subjectId,
      route: route?.title ?? null,
      facts: wanted.facts,
    },
  })
  return { approvalId: approval.id, state: await beginRound(ctx, approval, route, nobodyNeeded(ctx)) }
}

async function underWay(ctx: Ctx, open: { id: string; label: string; state: string }): Promise<Problem> {
  if (open.state === 'RETURNED')
    return new Problem(409, 'approvals.returned_open', { params: { label: open.label } })
  const holders = await namesOfHolders(ctx, open.id)
  return new Problem(409, 'approvals.running', { params: { label: open.label, holders } })
}

/**
 * Hands a returned matter in again, with the route that fits its facts now; the earlier round stays in the history.
 * @param label what it is called now, where completing it changed that; without it the name stays
 * @throws Problem 409 `approvals.running` while it is being decided, `approvals.not_returned` otherwise
 */
export async function resubmitApproval(
  ctx: Ctx,
  type: string,
  subjectId: string,
  facts: GivenFacts,
  label?: string,
): Promise<Started> {
  const open = await lockOpen(ctx, type, subjectId)
  if (!open) throw new Problem(409, 'approvals.not_returned')
  if (open.state !== 'RETURNED') throw await underWay(ctx, open)
  const route = await findRoute(ctx, type, facts)
  const approval = await ctx.move(approvalStates, 'resubmit', open.id, {
    set: {
      round: open.round + 1,
      ...(label === undefined ? {} : { label: label.slice(0, 300) }),
      facts: JSON.stringify(facts),
      route_id: route?.id ?? null,
      route_number: route?.number ?? null,
      asked_at: ctx.now,
      ended_at: null,
      ended_by: null,
      ended_reason: null,
    },
  })
  return { approvalId: open.id, state: await beginRound(ctx, approval, route, nobodyNeeded(ctx)) }
}
