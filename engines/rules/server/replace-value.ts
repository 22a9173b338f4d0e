import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { rules } from '../module.ts'
import { draftOf } from './add-value.ts'
import { today } from './today.ts'
import { insertValue, lockOpenValue, recordOf, requireSound } from './write-value.ts'

type Action = (typeof rules.actions)['replaceValue']

/**
 * A new value in the place of one, from a day on; the old one ends there and stays as it was, for what was decided by it.
 * The second of two people who change the same value is told so.
 * @throws Problem 404; 409 `rules.value_ended`, `rules.same_days`; 422 for a value that its check refuses
 */
export async function replaceValue(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const old = await lockOpenValue(ctx, input.valueId)
  const draft = draftOf(
    old.ruleId,
    { ...input, key: { ...old.key }, jurisdiction: old.jurisdiction },
    today(ctx),
  )
  if (draft.from < old.from)
    throw new Problem(422, 'rules.from_before', { params: { day: old.from }, path: 'from' })
  if (old.to !== null && draft.from >= old.to) throw new Problem(409, 'rules.value_ended', { path: 'from' })
  await requireSound(ctx, draft)
  const reason = input.reason.trim()
  const end = { effective_to: draft.from, ended_at: ctx.now, ended_by: ctx.actor.name, end_reason: reason }
  await ctx.db.updateTable('rules.rule_value').set(end).where('id', '=', old.id).execute()
  // What was planned to follow stays planned: the new one counts up to there.
  const id = await insertValue(ctx, { ...draft, to: old.to }, reason)
  await ctx.db.updateTable('rules.rule_value').set({ superseded_by: id }).where('id', '=', old.id).execute()
  await ctx.emit({
    type: 'rules.value_replaced',
    subjectType: 'rules.rule_value',
    subjectId: id,
    before: recordOf(old),
    after: recordOf({ ...draft, ruleId: old.ruleId, to: old.to, source: draft.source }),
    reason,
  })
  return { id }
}
