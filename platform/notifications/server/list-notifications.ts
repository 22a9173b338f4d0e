import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { notifications } from '../module.ts'

type Actions = typeof notifications.actions

/** The reader's own news, newest first. What happened again keeps its place: a list must not move under the finger. */
export async function listNotifications(
  ctx: Ctx,
  input: InputOf<Actions['listNotifications']>,
): Promise<OutputOf<Actions['listNotifications']>> {
  let query = ctx.db
    .selectFrom('notifications.notification')
    .selectAll()
    .where('user_id', '=', ctx.actor.userId!)
    .where('shown', '=', true)
  if (input.unread !== undefined) query = query.where('read_at', input.unread ? 'is' : 'is not', null)
  if (input.type) query = query.where('type', '=', input.type)
  const { items, next } = await keysetPage(query, input, {
    by: [{ column: 'created_at', direction: 'desc' }],
  })
  return {
    items: items.map((row) => ({
      id: row.id,
      type: row.type,
      title: { zh: row.title_zh, en: row.title_en },
      body: { zh: row.body_zh, en: row.body_en },
      href: row.href,
      urgent: row.urgent,
      times: row.times,
      createdAt: row.created_at,
      lastAt: row.last_at,
      readAt: row.read_at,
    })),
    next,
  }
}

export async function countUnread(ctx: Ctx): Promise<OutputOf<Actions['countUnread']>> {
  const { count } = await ctx.db
    .selectFrom('notifications.notification')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('user_id', '=', ctx.actor.userId!)
    .where('read_at', 'is', null)
    .where('shown', '=', true)
    .executeTakeFirstOrThrow()
  return { count }
}
