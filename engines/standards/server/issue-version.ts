import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { standards } from '../module.ts'
import { versionStates } from '../states.ts'

type Actions = typeof standards.actions

/** Puts a draft in force from this moment; from now on it never changes. @throws Problem 404, 409 */
export async function issueVersion(
  ctx: Ctx,
  { versionId }: InputOf<Actions['issueVersion']>,
): Promise<OutputOf<Actions['issueVersion']>> {
  await ctx.move(versionStates, 'issue', versionId, { set: { issued_at: ctx.now } })
  return done
}

/** Takes a version out of force; what was done to it stays as it is. @throws Problem 404, 409 */
export async function withdrawVersion(
  ctx: Ctx,
  { versionId, reason }: InputOf<Actions['withdrawVersion']>,
): Promise<OutputOf<Actions['withdrawVersion']>> {
  await ctx.move(versionStates, 'withdraw', versionId, { set: { withdrawn_at: ctx.now }, reason })
  return done
}
