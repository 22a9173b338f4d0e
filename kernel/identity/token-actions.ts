import { randomBytes } from 'node:crypto'
import type { Ctx } from '../context.ts'
import { done, type InputOf, type OutputOf } from '../contract/action.ts'
import { Problem } from '../contract/problem.ts'
import type { kernel } from '../module.ts'
import { hashToken } from './find-actor.ts'

type Actions = typeof kernel.actions

export async function listTokens(ctx: Ctx): Promise<OutputOf<Actions['listTokens']>> {
  const rows = await ctx.db
    .selectFrom('kernel.token')
    .select(['id', 'title', 'created_at', 'last_used_at', 'expires_at', 'scopes'])
    .where('user_id', '=', ctx.actor.userId!)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()
  return {
    items: rows.map((row) => ({
      id: row.id,
      title: row.title,
      createdAt: row.created_at,
      lastUsedAt: row.last_used_at,
      expiresAt: row.expires_at,
      scopes: row.scopes,
    })),
  }
}

/**
 * Makes a personal token; it is shown this once, only its hash is kept. `modules` are those a scope may name.
 * @throws Problem 422 for a scope of no module
 */
export async function createToken(
  ctx: Ctx,
  input: InputOf<Actions['createToken']>,
  modules: ReadonlySet<string>,
): Promise<OutputOf<Actions['createToken']>> {
  const unknown = input.scopes?.find((scope) => scope !== 'read' && !modules.has(scope.split('.')[0]!))
  if (unknown) throw new Problem(422, 'kernel.unknown_scope', { path: 'scopes', params: { scope: unknown } })
  const token = `hq_${randomBytes(32).toString('base64url')}`
  const expires = new Date(ctx.now.getTime() + input.days * 86_400_000)
  const { id } = await ctx.db
    .insertInto('kernel.token')
    .values({
      user_id: ctx.actor.userId!,
      title: input.title,
      hash: hashToken(token),
      expires_at: expires,
      scopes: input.scopes ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'kernel.token_created',
    subjectType: 'kernel.token',
    subjectId: id,
    after: { title: input.title, expiresAt: expires, scopes: input.scopes ?? null },
  })
  return { id, token }
}

export async function revokeToken(
  ctx: Ctx,
  input: InputOf<Actions['revokeToken']>,
): Promise<OutputOf<Actions['revokeToken']>> {
  const revoked = await ctx.db
    .updateTable('kernel.token')
    .set({ revoked_at: ctx.now })
    .where('id', '=', input.tokenId)
    .where('user_id', '=', ctx.actor.userId!)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!revoked) throw new Problem(404, 'kernel.not_found')
  await ctx.emit({ type: 'kernel.token_revoked', subjectType: 'kernel.token', subjectId: revoked.id })
  return done
}
