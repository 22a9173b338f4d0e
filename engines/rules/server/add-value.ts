import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { ValueDraft } from '../check-value.ts'
import type { rules } from '../module.ts'
import { ensureRules } from './ensure-rules.ts'
import { findRule } from './find-rule.ts'
import { today } from './today.ts'
import { insertValue, recordOf, requireSound } from './write-value.ts'

type Action = (typeof rules.actions)['addValue']

/**
 * A limit of one's own area or unit, or for something no value speaks of yet.
 * @throws Problem 404; 409 `rules.same_days`; 422 for a value that its check refuses
 */
export async function addValue(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  await ensureRules(ctx)
  await findRule(ctx, input.ruleId)
  const draft = draftOf(input.ruleId, input, today(ctx))
  await requireSound(ctx, draft)
  const id = await insertValue(ctx, draft, input.reason.trim())
  await ctx.emit({
    type: 'rules.value_added',
    subjectType: 'rules.rule_value',
    subjectId: id,
    after: recordOf({ ...draft, ruleId: input.ruleId }),
    reason: input.reason.trim(),
  })
  return { id }
}

/** What a form says, as a value. */
export function draftOf(
  ruleId: string,
  input: Omit<InputOf<Action>, 'ruleId' | 'reason'>,
  day: string,
): ValueDraft {
  const { title, docNo, article, url, mark, checkedOn } = input.source
  return {
    ruleId,
    key: input.key,
    op: input.op,
    value: input.op === 'formula' ? null : input.value,
    formula: input.formula ?? null,
    unit: input.unit,
    effect: input.effect,
    jurisdiction: input.jurisdiction,
    overrides: input.overrides ?? false,
    from: input.from ?? day,
    to: null,
    source: {
      title: title.trim(),
      docNo: docNo ?? '',
      article: article ?? '',
      url: url ?? '',
      mark,
      checkedOn,
    },
  }
}
