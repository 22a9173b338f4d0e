import type { Ctx } from '#kernel/context.ts'
import { done, type OutputOf } from '#kernel/contract/action.ts'
import { signCode } from '#kernel/identity/secret.ts'
import type { feeds } from '../module.ts'

type Actions = typeof feeds.actions

export async function readMyFeed(ctx: Ctx): Promise<OutputOf<Actions['readMyFeed']>> {
  const row = await ctx.db
    .selectFrom('feeds.feed')
    .select(['id', 'created_at'])
    .where('user_id', '=', ctx.actor.userId!)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row) return { feed: null }
  const code = signCode(ctx.bureauId, row.id)
  return { feed: { path: `/api/feeds/${code}.ics`, createdAt: row.created_at } }
}

async function revoke(ctx: Ctx): Promise<void> {
  await ctx.db
    .updateTable('feeds.feed')
    .set({ revoked_at: ctx.now })
    .where('user_id', '=', ctx.actor.userId!)
    .where('revoked_at', 'is', null)
    .execute()
}

/** A new address; the one before stops at once. */
export async function renewMyFeed(ctx: Ctx): Promise<OutputOf<Actions['renewMyFeed']>> {
  await revoke(ctx)
  await ctx.db.insertInto('feeds.feed').values({ user_id: ctx.actor.userId!, locale: ctx.locale }).execute()
  // The history says that, never where: its readers are not the feed's.
  await ctx.emit({ type: 'feeds.renewed', subjectType: 'feeds.feed', subjectId: null })
  return readMyFeed(ctx)
}

export async function revokeMyFeed(ctx: Ctx): Promise<OutputOf<Actions['revokeMyFeed']>> {
  await revoke(ctx)
  await ctx.emit({ type: 'feeds.revoked', subjectType: 'feeds.feed', subjectId: null })
  return done
}
