import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { EscalationCause } from '../words.ts'
import { asksOf, findHigher } from './find-deciders.ts'
import { lockApproval, readOpenStep } from './lock-approval.ts'
import { addSeats, announceEscalation } from './open-step.ts'

interface Due {
  approval_id: string
  step_id: string
  deed: 'remind' | EscalationCause
}

/** So many in one run; the next minute does the rest. */
const atOnce = 200

/**
 * What the clock does to steps that are open, every minute: reminds before the time is up, passes overdue ones upwards,
 * and those that can no longer be decided because the people asked have left.
 */
export async function watchSteps(ctx: Ctx): Promise<void> {
  for (const { approval_id: approvalId, step_id: stepId, deed } of await findDue(ctx)) {
    if (deed === 'remind') await remind(ctx, approvalId, stepId)
    else await escalate(ctx, approvalId, stepId, deed)
  }
}

async function findDue(ctx: Ctx): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with able as (select distinct person_id from approvals.able()),
    open as (
      select t.id as step_id, t.approval_id, t.due_at, t.remind_at, t.reminded_at, t.escalated_because, t.needed,
        coalesce(sum((s.kind = 'ASKED' and s.answer = 'APPROVE')::int), 0) as approved,
        coalesce(sum((s.kind = 'ASKED' and s.answer is null and there.is)::int), 0) as can_answer,
        coalesce(bool_or(s.kind = 'ESCALATED' and s.answer is null and there.is), false) as higher
      from approvals.approval_step t
      join approvals.approval a on a.bureau_id = t.bureau_id and a.id = t.approval_id
      join approvals.seat s on s.bureau_id = t.bureau_id and s.step_id = t.id
      cross join lateral (select s.person_id in (select person_id from able) or exists (
        select from approvals.substitute u where u.bureau_id = s.bureau_id and u.from_person_id = s.person_id
          and u.by_person_id in (select person_id from able) and u.by_person_id is distinct from a.requester_person_id
          and approvals.stands_in(u, a.type)) as is) there
      where t.bureau_id = kernel.bureau() and t.state = 'OPEN' group by t.bureau_id, t.id
    ), due as (
      select approval_id, step_id, due_at, case
        when due_at <= ${ctx.now}::timestamptz and escalated_because is distinct from 'OVERDUE' then 'OVERDUE'
        when not higher and approved + can_answer < needed then 'LEFT'
        when remind_at <= ${ctx.now}::timestamptz and due_at > ${ctx.now}::timestamptz and reminded_at is null then 'remind'
      end as deed from open)
    select approval_id, step_id, deed from due where deed is not null order by due_at, step_id limit ${atOnce}`.execute(
    ctx.db,
  )
  return rows
}

async function remind(ctx: Ctx, approvalId: string, stepId: string): Promise<void> {
  const reminded = await ctx.db
    .updateTable('approvals.approval_step')
    .set({ reminded_at: ctx.now })
    .where('id', '=', stepId)
    // Somebody may have decided it since it was looked at.
    .where('state', '=', 'OPEN')
    .returning('id')
    .executeTakeFirst()
  if (!reminded) return
  await ctx.emit({
    type: 'approvals.due_soon',
    subjectType: 'approvals.approval',
    subjectId: approvalId,
    after: { stepId },
  })
}

/** Calls in whoever decides instead; those asked may still answer until somebody has. Never twice for the same cause. */
async function escalate(
  ctx: Ctx,
  approvalId: string,
  stepId: string,
  because: EscalationCause,
): Promise<void> {
  // Whoever decides in this moment comes first, and then there is nothing to pass on.
  const approval = await lockApproval(ctx, approvalId)
  const step = await readOpenStep(ctx, approvalId)
  const overdueBefore = step?.escalated_because === 'OVERDUE'
  if (step?.id !== stepId || (because === 'OVERDUE' && overdueBefore)) return
  const seated = step.seats.flatMap(({ person_id }) => (person_id ? [person_id] : []))
  const matter = { unitId: approval.unit_id, requesterPersonId: approval.requester_person_id }
  const people = await findHigher(ctx, matter, asksOf(step.escalates_to), seated, because === 'OVERDUE')
  // Nobody new is left to call. An overdue step says so once; one whose people left is looked at again every minute.
  if (people.length === 0 && because === 'LEFT') return
  // That it was overdue stays said, whatever comes after.
  if (!overdueBefore)
    await ctx.db
      .updateTable('approvals.approval_step')
      .set({ escalated_at: ctx.now, escalated_because: because })
      .where('id', '=', stepId)
      .execute()
  if (people.length > 0) await addSeats(ctx, stepId, 'ESCALATED', people)
  await announceEscalation(ctx, approvalId, stepId, because, people)
}
