import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/** @throws Problem 404 for a rule that is not there */
export async function findRule(ctx: Ctx, ruleId: string) {
  const rule = await ctx.db.selectFrom('rules.rule').selectAll().where('id', '=', ruleId).executeTakeFirst()
  if (!rule) throw new Problem(404, 'rules.unknown_rule', { params: { rule: ruleId } })
  return rule
}
