import { addWorkingMinutes } from '#engines/calendar/add-working-minutes.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { neededOf } from '../judge-step.ts'
import { stepStates } from '../states.ts'
import type { EscalationCause, Mode } from '../words.ts'
import { asksOf, type Decider, findDeciders, findHigher } from './find-deciders.ts'
import type { ApprovalRecord } from './lock-approval.ts'

/** Of the time to answer in, when it is reminded of. */
const remindAfter = 0.75

/**
 * Opens the next step that waits: asks the people it means today, and counts the quorum over them. Where nobody can be
 * asked it goes to those it is passed to, and says so.
 * @returns false when no step is left
 * @throws Problem 422 `approvals.nobody` when nobody at all could decide it
 */
export async function openNextStep(ctx: Ctx, approval: ApprovalRecord): Promise<boolean> {
  const step = await ctx.db
    .selectFrom('approvals.approval_step as t')
    .innerJoin('approvals.route_step as r', (join) =>
      join.onRef('r.bureau_id', '=', 't.bureau_id').onRef('r.id', '=', 't.route_step_id'),
    )
    .select(['t.id', 'r.title', 'r.mode', 'r.asks', 'r.escalates_to', 'r.answer_minutes'])
    .where('t.approval_id', '=', approval.id)
    .where('t.round', '=', approval.round)
    .where('t.state', '=', 'WAITING')
    .orderBy('t.position')
    .limit(1)
    .executeTakeFirst()
  if (!step) return false
  const matter = { unitId: approval.unit_id, requesterPersonId: approval.requester_person_id }
  const asked = await findDeciders(ctx, matter, asksOf(step.asks))
  const nobody = asked.length === 0
  const people = nobody ? await findHigher(ctx, matter, asksOf(step.escalates_to)) : asked
  if (people.length === 0) throw new Problem(422, 'approvals.nobody', { params: { step: step.title } })
  const cause: EscalationCause = 'NOBODY'
  await ctx.move(stepStates, 'open', step.id, {
    set: {
      opened_at: ctx.now,
      asked: people.length,
      needed: nobody ? 1 : neededOf(step.mode as Mode, people.length),
      due_at: await momentAfter(ctx, step.answer_minutes),
      remind_at: await momentAfter(ctx, Math.floor(step.answer_minutes * remindAfter)),
      ...(nobody ? { escalated_at: ctx.now, escalated_because: cause } : {}),
    },
    note: { approvalId: approval.id, people: people.map(({ name }) => name) },
  })
  await addSeats(ctx, step.id, nobody ? 'ESCALATED' : 'ASKED', people)
  if (nobody) await announceEscalation(ctx, approval.id, step.id, cause, people)
  return true
}

async function momentAfter(ctx: Ctx, minutes: number): Promise<Date> {
  return addWorkingMinutes(await loadCalendar(ctx, { name: 'work' }), ctx.now, minutes)
}

export async function addSeats(
  ctx: Ctx,
  stepId: string,
  kind: 'ASKED' | 'ESCALATED',
  people: readonly Decider[],
): Promise<void> {
  await ctx.db
    .insertInto('approvals.seat')
    .values(
      people.map(({ personId, name }) => ({
        step_id: stepId,
        person_id: personId,
        person_name: name,
        kind,
        asked_at: ctx.now,
      })),
    )
    .execute()
}

export async function announceEscalation(
  ctx: Ctx,
  approvalId: string,
  stepId: string,
  because: EscalationCause,
  people: readonly Decider[],
): Promise<void> {
  await ctx.emit({
    type: 'approvals.escalated',
    subjectType: 'approvals.approval',
    subjectId: approvalId,
    after: {
      stepId,
      because,
      people: people.map(({ name }) => name),
      personIds: people.map(({ personId }) => personId),
    },
  })
}
