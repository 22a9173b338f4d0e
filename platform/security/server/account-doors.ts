import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { asOwnerWithin } from '#kernel/identity/owner-within.ts'
import { endSessions } from '#kernel/identity/password-rules.ts'
import type { security } from '../module.ts'

type Actions = typeof security.actions

/** @throws Problem 404 when this bureau has no such account */
export async function findAccount(ctx: Ctx, accountId: string) {
  const member = await ctx.db
    .selectFrom('kernel.member')
    .select(['id', 'user_id', 'user_name'])
    .where('id', '=', accountId)
    .executeTakeFirst()
  if (!member) throw new Problem(404, 'kernel.not_found')
  return member
}

export async function endAccountSessions(
  ctx: Ctx,
  { accountId }: InputOf<Actions['endAccountSessions']>,
): Promise<OutputOf<Actions['endAccountSessions']>> {
  const member = await findAccount(ctx, accountId)
  const ended = await asOwnerWithin(ctx, () => endSessions(ctx.db, member.user_id))
  await ctx.emit({
    type: 'security.sessions_ended',
    subjectType: 'kernel.member',
    subjectId: member.id,
    after: { ended },
  })
  return { ended }
}

/** Forgets the wrong passwords of an account, so that it may try again at once. */
export async function unlockAccount(
  ctx: Ctx,
  { accountId }: InputOf<Actions['unlockAccount']>,
): Promise<OutputOf<Actions['unlockAccount']>> {
  const member = await findAccount(ctx, accountId)
  await asOwnerWithin(ctx, () =>
    ctx.db.deleteFrom('identity.attempt').where('name', '=', member.user_name).execute(),
  )
  await ctx.emit({ type: 'security.account_unlocked', subjectType: 'kernel.member', subjectId: member.id })
  return done
}
