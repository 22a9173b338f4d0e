import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { rules } from '../module.ts'
import { ownJurisdiction } from './read-values.ts'

type Actions = typeof rules.actions

/** Says where the bureau stands: from then on the limits of its province, city and district count. */
export async function setJurisdiction(
  ctx: Ctx,
  { jurisdiction }: InputOf<Actions['setJurisdiction']>,
): Promise<OutputOf<Actions['setJurisdiction']>> {
  const before = await ownJurisdiction(ctx)
  const values = { jurisdiction, changed_by: ctx.actor.name, changed_at: ctx.now }
  await ctx.db
    .insertInto('rules.setting')
    .values(values)
    .onConflict((conflict) => conflict.column('bureau_id').doUpdateSet(values))
    .execute()
  await ctx.emit({
    type: 'rules.jurisdiction_set',
    subjectType: 'rules.setting',
    subjectId: null,
    before: { jurisdiction: before },
    after: { jurisdiction },
  })
  return done
}

export async function readSetting(ctx: Ctx): Promise<OutputOf<Actions['readSetting']>> {
  return { jurisdiction: await ownJurisdiction(ctx) }
}
