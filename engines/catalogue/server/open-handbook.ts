import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { catalogue } from '../module.ts'

type Action = (typeof catalogue.actions)['openHandbook']

/** Notes once that the reader has opened an edition; opening it again changes nothing. @throws Problem 404 */
export async function openHandbook(ctx: Ctx, { handbookId }: InputOf<Action>): Promise<OutputOf<Action>> {
  const handbook = await ctx.db
    .selectFrom('catalogue.handbook')
    .select('edition')
    .where('id', '=', handbookId)
    .executeTakeFirst()
  if (!handbook) throw new Problem(404, 'kernel.not_found')
  const receipt = await ctx.db
    .insertInto('catalogue.handbook_receipt')
    .values({
      handbook_id: handbookId,
      user_id: ctx.actor.userId!,
      unit_id: ctx.actor.unitId,
      name: ctx.actor.name,
      opened_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'handbook_id', 'user_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (receipt)
    await ctx.emit({
      type: 'catalogue.handbook_opened',
      subjectType: 'catalogue.handbook',
      subjectId: handbookId,
      after: { edition: handbook.edition },
    })
  return done
}
