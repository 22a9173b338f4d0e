import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { placeCodeActions } from '../actions/place-code-actions.ts'

type Action = (typeof placeCodeActions)['revokePlaceCode']

/** Makes a printed code worthless from now on. @throws Problem 404; 409 `repairs.code_revoked_before` */
export async function revokePlaceCode(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const code = await ctx.db
    .selectFrom('repairs.place_code')
    .select('revoked_at')
    .where('id', '=', input.codeId)
    .forUpdate()
    .executeTakeFirst()
  if (!code) throw new Problem(404, 'kernel.not_found')
  if (code.revoked_at) throw new Problem(409, 'repairs.code_revoked_before')
  await ctx.db
    .updateTable('repairs.place_code')
    .set({ revoked_at: ctx.now, revoked_by: ctx.actor.name, revoked_reason: input.reason })
    .where('id', '=', input.codeId)
    .execute()
  await ctx.emit({
    type: 'repairs.place_code_revoked',
    subjectType: 'repairs.place_code',
    subjectId: input.codeId,
    reason: input.reason,
  })
  return done
}
