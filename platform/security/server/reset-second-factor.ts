import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { asOwnerWithin } from '#kernel/identity/owner-within.ts'
import { endSessions } from '#kernel/identity/password-rules.ts'
import type { security } from '../module.ts'
import { findAccount } from './account-doors.ts'

type Actions = typeof security.actions

/** For somebody whose phone is gone: the factor is forgotten, all sessions end, and a role that needs one asks anew. */
export async function resetSecondFactor(
  ctx: Ctx,
  { accountId }: InputOf<Actions['resetSecondFactor']>,
): Promise<OutputOf<Actions['resetSecondFactor']>> {
  const member = await findAccount(ctx, accountId)
  if (member.user_id === ctx.actor.userId) throw new Problem(403, 'security.own_second_factor')
  await asOwnerWithin(ctx, async () => {
    await ctx.db.deleteFrom('identity.twoFactor').where('userId', '=', member.user_id).execute()
    await ctx.db
      .updateTable('identity.user')
      .set({ twoFactorEnabled: false })
      .where('id', '=', member.user_id)
      .execute()
    await ctx.db
      .deleteFrom('identity.verification')
      .where('identifier', 'like', 'trust-device-%')
      .where('value', '=', member.user_id)
      .execute()
    await endSessions(ctx.db, member.user_id)
  })
  await ctx.emit({ type: 'security.second_factor_reset', subjectType: 'kernel.member', subjectId: member.id })
  return done
}
