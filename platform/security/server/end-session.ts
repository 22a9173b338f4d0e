import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { asOwnerWithin } from '#kernel/identity/owner-within.ts'
import { endSessions } from '#kernel/identity/password-rules.ts'
import type { security } from '../module.ts'
import { readDevice } from '../read-device.ts'

type Actions = typeof security.actions
type Listed = OutputOf<Actions['listSessions']>

/** Open sessions, the last seen first; of one account, or of the bureau's people (the latest thousand). */
async function openSessions(ctx: Ctx, by: { userId?: string; accountId?: string }): Promise<Listed> {
  let query = ctx.db.selectFrom('kernel.session').selectAll().where('open', '=', true)
  if (by.userId) query = query.where('user_id', '=', by.userId)
  if (by.accountId) query = query.where('member_id', '=', by.accountId)
  const rows = await query.orderBy('last_seen_at', 'desc').orderBy('created_at', 'desc').limit(1000).execute()
  return {
    items: rows.map((row) => ({
      id: row.id!,
      accountId: row.member_id!,
      name: row.name!,
      userName: row.user_name!,
      ...readDevice(row.user_agent ?? ''),
      address: row.address,
      since: row.created_at!,
      lastSeenAt: row.last_seen_at,
      byProvider: row.by_provider === true,
      current: row.id === ctx.actor.sessionId,
    })),
  }
}

export const listSessions = (ctx: Ctx, input: InputOf<Actions['listSessions']>) => openSessions(ctx, input)

export const listMySessions = (ctx: Ctx): Promise<OutputOf<Actions['listMySessions']>> =>
  openSessions(ctx, { userId: ctx.actor.userId! })

async function endOne(ctx: Ctx, sessionId: string, userId: string | null): Promise<typeof done> {
  let query = ctx.db.selectFrom('kernel.session').select(['id', 'member_id']).where('id', '=', sessionId)
  if (userId) query = query.where('user_id', '=', userId)
  const session = await query.executeTakeFirst()
  if (!session) throw new Problem(404, 'kernel.not_found')
  await asOwnerWithin(ctx, () => ctx.db.deleteFrom('identity.session').where('id', '=', sessionId).execute())
  await ctx.emit({
    type: 'security.sessions_ended',
    subjectType: 'kernel.member',
    subjectId: session.member_id,
    after: { ended: 1 },
  })
  return done
}

export const endSession = (ctx: Ctx, { sessionId }: InputOf<Actions['endSession']>) =>
  endOne(ctx, sessionId, null)

export const endMySession = (ctx: Ctx, { sessionId }: InputOf<Actions['endMySession']>) =>
  endOne(ctx, sessionId, ctx.actor.userId)

export async function endMyOtherSessions(ctx: Ctx): Promise<OutputOf<Actions['endMyOtherSessions']>> {
  const { userId, sessionId } = ctx.actor
  const ended = await asOwnerWithin(ctx, () => endSessions(ctx.db, userId!, sessionId))
  await ctx.emit({
    type: 'security.sessions_ended',
    subjectType: 'kernel.member',
    subjectId: null,
    after: { ended },
  })
  return { ended }
}
