import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { singleSignOn } from '../module.ts'
import { endProviderSessions } from './drop-links.ts'
import { findProvider } from './providers.ts'

type Actions = typeof singleSignOn.actions

/** Who has signed in with a provider, the latest first. */
export async function listLinks(
  ctx: Ctx,
  input: InputOf<Actions['listLinks']>,
): Promise<OutputOf<Actions['listLinks']>> {
  await findProvider(ctx, input.providerId)
  let query = ctx.db
    .selectFrom('sso.link as l')
    .innerJoin('kernel.member as m', (join) =>
      join.onRef('m.bureau_id', '=', 'l.bureau_id').onRef('m.user_id', '=', 'l.user_id'),
    )
    .select(['l.id', 'l.subject', 'l.linked_at', 'm.name', 'm.user_name'])
    .where('l.provider_id', '=', input.providerId)
  const words = input.search?.trim()
  if (words)
    query = query.where(
      sql<boolean>`position(lower(${words}) in lower(m.name || ' ' || m.user_name || ' ' || l.subject)) > 0`,
    )
  const { items, next } = await keysetPage(query, input, {
    by: [{ column: 'linked_at', ref: 'l.linked_at', direction: 'desc' }],
    idRef: 'l.id',
  })
  return {
    items: items.map((row) => ({
      id: row.id,
      name: row.name,
      userName: row.user_name,
      subject: row.subject,
      linkedAt: row.linked_at,
    })),
    next,
  }
}

/**
 * Parts an account from its subject and ends what it opened; the next sign-in is a first one again.
 */
export async function unlink(
  ctx: Ctx,
  { linkId }: InputOf<Actions['unlink']>,
): Promise<OutputOf<Actions['unlink']>> {
  const link = await ctx.db
    .deleteFrom('sso.link')
    .where('id', '=', linkId)
    .returning(['user_id', 'provider_id'])
    .executeTakeFirst()
  if (!link) throw new Problem(404, 'kernel.not_found')
  const member = await ctx.db
    .selectFrom('kernel.member')
    .select('id')
    .where('user_id', '=', link.user_id)
    .executeTakeFirstOrThrow()
  const sessionsEnded = await endProviderSessions(ctx, [link.user_id])
  await ctx.emit({
    type: 'single-sign-on.unlinked',
    subjectType: 'kernel.member',
    subjectId: member.id,
    after: { providerId: link.provider_id, sessionsEnded },
  })
  return done
}
