import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { asOwnerWithin } from '#kernel/identity/owner-within.ts'

/** Whoever came in by a provider that is no longer believed about them must not stay inside. @returns how many ended */
export async function endProviderSessions(ctx: Ctx, userIds: string[]): Promise<number> {
  const { numAffectedRows } = await asOwnerWithin(ctx, () =>
    sql`delete from identity.session where by_provider and "userId" = any(${userIds}::uuid[])`.execute(
      ctx.db,
    ),
  )
  return Number(numAffectedRows ?? 0n)
}

/** Forgets who was who at a provider. */
export async function dropLinks(
  ctx: Ctx,
  providerId: string,
): Promise<{ unlinked: number; sessionsEnded: number }> {
  const links = await ctx.db
    .deleteFrom('sso.link')
    .where('provider_id', '=', providerId)
    .returning('user_id')
    .execute()
  const sessionsEnded = await endProviderSessions(
    ctx,
    links.map((link) => link.user_id),
  )
  return { unlinked: links.length, sessionsEnded }
}
