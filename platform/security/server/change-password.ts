import { verifyPassword } from 'better-auth/crypto'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { asOwnerWithin } from '#kernel/identity/owner-within.ts'
import { setPassword } from '#kernel/identity/password-rules.ts'
import type { security } from '../module.ts'

type Actions = typeof security.actions

/** @throws Problem 422 when it is not the password of who asks */
async function checkCurrent(ctx: Ctx, password: string): Promise<void> {
  const account = await asOwnerWithin(ctx, () =>
    ctx.db
      .selectFrom('identity.account')
      .select('password')
      .where('userId', '=', ctx.actor.userId!)
      .where('providerId', '=', 'credential')
      .executeTakeFirst(),
  )
  if (!account?.password || !(await verifyPassword({ hash: account.password, password })))
    throw new Problem(422, 'security.wrong_password', { path: 'current' })
}

/** A new password by the rules of the bureau; the person's other sessions end. */
export async function changeMyPassword(
  ctx: Ctx,
  input: InputOf<Actions['changeMyPassword']>,
): Promise<OutputOf<Actions['changeMyPassword']>> {
  const { userId, userName, sessionId } = ctx.actor
  await checkCurrent(ctx, input.current)
  await asOwnerWithin(ctx, () =>
    setPassword(
      ctx.db,
      {
        bureauId: ctx.bureauId,
        userId: userId!,
        userName: userName!,
        password: input.next,
        now: ctx.now,
        mustChange: false,
      },
      'next',
      sessionId,
    ),
  )
  await ctx.emit({ type: 'security.password_changed', subjectType: 'kernel.member', subjectId: null })
  return done
}

/** Says again who it is, for what asks for a fresh session. */
export async function confirmMyPassword(
  ctx: Ctx,
  input: InputOf<Actions['confirmMyPassword']>,
): Promise<OutputOf<Actions['confirmMyPassword']>> {
  await checkCurrent(ctx, input.current)
  await asOwnerWithin(ctx, () =>
    ctx.db
      .updateTable('identity.session')
      .set({ confirmed_at: ctx.now })
      .where('id', '=', ctx.actor.sessionId!)
      .execute(),
  )
  await ctx.emit({ type: 'security.password_confirmed', subjectType: 'kernel.member', subjectId: null })
  return done
}
