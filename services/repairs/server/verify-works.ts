import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { majorActions } from '../actions/major-actions.ts'
import { majorStates } from '../states.ts'
import { lockWork, requireWorkState } from './find-work.ts'

type Actions = typeof majorActions

/** Says under which condition the result will be judged (雨后), and from which day on if that is known. */
export async function planVerification(
  ctx: Ctx,
  input: InputOf<Actions['planVerification']>,
): Promise<OutputOf<Actions['planVerification']>> {
  const { work } = await lockWork(ctx, input.orderId)
  requireWorkState(ctx, work, ['WORKS_DONE'], majorActions.planVerification.summary)
  await ctx.move(majorStates, 'planVerification', work.id, {
    set: { verification_condition: input.condition, verification_due_on: input.dueOn ?? null },
  })
  return done
}

/**
 * 雨后验证: judges the result under the agreed condition. Passed, the order may finish; failed, the contractor works
 * again and it is judged again. Every judgement stays on record.
 * @throws Problem 409 `repairs.verification_too_early` before the agreed day
 */
export async function verifyWorks(
  ctx: Ctx,
  input: InputOf<Actions['verifyWorks']>,
): Promise<OutputOf<Actions['verifyWorks']>> {
  const { work } = await lockWork(ctx, input.orderId)
  requireWorkState(ctx, work, ['VERIFICATION'], majorActions.verifyWorks.summary)
  const dueOn = work.verification_due_on
  if (dueOn && localDayOf(ctx.now) < dueOn) {
    throw new Problem(409, 'repairs.verification_too_early', {
      params: { condition: work.verification_condition!, day: dueOn },
    })
  }
  const { id } = await ctx.db
    .insertInto('repairs.verification')
    .values({
      work_id: work.id,
      at: ctx.now,
      condition: input.condition,
      result: input.result,
      note: input.note ?? '',
      by_name: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.move(majorStates, input.result === 'PASSED' ? 'verify' : 'rework', work.id, {
    reason: input.note,
    note: { condition: input.condition },
  })
  return { id }
}
