import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { directory } from '../module.ts'
import { lockRoom, lockSite } from './find-rows.ts'

type Actions = typeof directory.actions

/** @throws Problem 409 when it is closed already, 422 when the day lies before its opening */
export function requireClosable(
  row: { name: string; opened_on?: string | null; closed_on: string | null },
  day: string,
): void {
  if (row.closed_on)
    throw new Problem(409, 'directory.already_closed', { params: { name: row.name, day: row.closed_on } })
  if (row.opened_on && day < row.opened_on)
    throw new Problem(422, 'directory.closed_before_opened', { path: 'day', params: { day: row.opened_on } })
}

/** From the day on the site and its rooms are out of use; what happened there stays. */
export async function closeSite(
  ctx: Ctx,
  input: InputOf<Actions['closeSite']>,
): Promise<OutputOf<Actions['closeSite']>> {
  const site = await lockSite(ctx, input.siteId)
  requireClosable(site, input.day)
  const set = { closed_on: input.day }
  await ctx.db.updateTable('directory.site').set(set).where('id', '=', site.id).execute()
  await ctx.db
    .updateTable('directory.room')
    .set(set)
    .where('site_id', '=', site.id)
    .where('closed_on', 'is', null)
    .execute()
  await ctx.emit({
    type: 'directory.site_closed',
    subjectType: 'directory.site',
    subjectId: site.id,
    before: { closed_on: null },
    after: set,
    reason: input.reason,
  })
  return done
}

/** From the day on the room is out of use. */
export async function closeRoom(
  ctx: Ctx,
  input: InputOf<Actions['closeRoom']>,
): Promise<OutputOf<Actions['closeRoom']>> {
  const room = await lockRoom(ctx, input.roomId)
  requireClosable(room, input.day)
  const set = { closed_on: input.day }
  await ctx.db.updateTable('directory.room').set(set).where('id', '=', room.id).execute()
  await ctx.emit({
    type: 'directory.room_closed',
    subjectType: 'directory.room',
    subjectId: room.id,
    before: { closed_on: null },
    after: set,
    reason: input.reason,
  })
  return done
}
