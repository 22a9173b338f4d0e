import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { rules } from '../module.ts'
import { today } from './today.ts'
import { lockOpenValue, recordOf } from './write-value.ts'

type Action = (typeof rules.actions)['endValue']

/** A value counts no longer from a day on; what was decided by it keeps it. @throws Problem 404; 409 `rules.value_ended` */
export async function endValue(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const old = await lockOpenValue(ctx, input.valueId)
  const on = input.on ?? today(ctx)
  if (on < old.from) throw new Problem(422, 'rules.ends_before', { path: 'on' })
  if (old.to !== null && on >= old.to) throw new Problem(409, 'rules.value_ended', { path: 'on' })
  const reason = input.reason.trim()
  await ctx.db
    .updateTable('rules.rule_value')
    .set({ effective_to: on, ended_at: ctx.now, ended_by: ctx.actor.name, end_reason: reason })
    .where('id', '=', old.id)
    .execute()
  await ctx.emit({
    type: 'rules.value_ended',
    subjectType: 'rules.rule_value',
    subjectId: old.id,
    before: recordOf(old),
    after: { to: on },
    reason,
  })
  return done
}
