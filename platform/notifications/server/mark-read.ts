import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { notifications } from '../module.ts'
import { announce } from './tell.ts'

type Actions = typeof notifications.actions

/** @throws Problem 404 for what is not the reader's own */
export async function markRead(
  ctx: Ctx,
  input: InputOf<Actions['markRead']>,
): Promise<OutputOf<Actions['markRead']>> {
  const marked = await ctx.db
    .updateTable('notifications.notification')
    .set({ read_at: input.read ? ctx.now : null })
    .where('id', '=', input.notificationId)
    .where('user_id', '=', ctx.actor.userId!)
    .returning('id')
    .executeTakeFirst()
  if (!marked) throw new Problem(404, 'kernel.not_found')
  await ctx.emit({
    type: 'notifications.marked',
    subjectType: 'notifications.notification',
    subjectId: marked.id,
    after: { read: input.read },
  })
  await announce(ctx, ctx.actor.userId!)
  return done
}

/** Everything the reader has had before their eyes; what came since stays new. */
export async function markAllRead(
  ctx: Ctx,
  input: InputOf<Actions['markAllRead']>,
): Promise<OutputOf<Actions['markAllRead']>> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('notifications.notification')
    .set({ read_at: ctx.now })
    .where('user_id', '=', ctx.actor.userId!)
    .where('read_at', 'is', null)
    .where('last_at', '<=', input.until)
    .executeTakeFirst()
  const count = Number(numUpdatedRows)
  await ctx.emit({
    type: 'notifications.marked',
    subjectType: 'notifications.notification',
    subjectId: null,
    after: { read: true, count },
  })
  await announce(ctx, ctx.actor.userId!)
  return { count }
}
