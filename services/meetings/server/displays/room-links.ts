import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { signCode } from '#kernel/identity/secret.ts'
import type { displayActions } from '../../actions/display-actions.ts'
import { type LinkKind, linkPaths } from '../../display-words.ts'
import { lockRoom } from '../write-room.ts'

type Actions = typeof displayActions
type Links = OutputOf<Actions['listRoomLinks']>

/** The addresses in force, signed anew each time, so that nothing secret is kept. @throws Problem 404 */
export async function listRoomLinks(ctx: Ctx, { roomId }: InputOf<Actions['listRoomLinks']>): Promise<Links> {
  const room = await ctx.db
    .selectFrom('meetings.room')
    .select('id')
    .where('id', '=', roomId)
    .executeTakeFirst()
  if (!room) throw new Problem(404, 'kernel.not_found')
  const rows = await ctx.db
    .selectFrom('meetings.room_link')
    .select(['id', 'kind', 'created_at', 'created_by'])
    .where('room_id', '=', roomId)
    .where('revoked_at', 'is', null)
    .orderBy('kind')
    .execute()
  return {
    items: rows.map((row) => {
      const kind = row.kind as LinkKind
      const end = kind === 'FEED' ? '.ics' : ''
      return {
        kind,
        path: linkPaths[kind] + signCode(ctx.bureauId, row.id) + end,
        createdAt: row.created_at,
        createdBy: row.created_by,
      }
    }),
  }
}

/** A new address; the one before shows nothing any more. @throws Problem 404 */
export async function makeRoomLink(
  ctx: Ctx,
  { roomId, kind }: InputOf<Actions['makeRoomLink']>,
): Promise<OutputOf<Actions['makeRoomLink']>> {
  await lockRoom(ctx, roomId)
  await revoke(ctx, roomId, kind)
  await ctx.db
    .insertInto('meetings.room_link')
    .values({ room_id: roomId, kind, created_at: ctx.now, created_by: ctx.actor.name })
    .execute()
  // The history says that, never where: its readers are not the screen's.
  await ctx.emit({
    type: 'meetings.room_link_made',
    subjectType: 'meetings.room',
    subjectId: roomId,
    after: { kind },
  })
  const { items } = await listRoomLinks(ctx, { roomId })
  return items.find((one) => one.kind === kind)!
}

/** @throws Problem 404 */
export async function revokeRoomLink(
  ctx: Ctx,
  { roomId, kind }: InputOf<Actions['revokeRoomLink']>,
): Promise<OutputOf<Actions['revokeRoomLink']>> {
  await lockRoom(ctx, roomId)
  await revoke(ctx, roomId, kind)
  await ctx.emit({
    type: 'meetings.room_link_revoked',
    subjectType: 'meetings.room',
    subjectId: roomId,
    after: { kind },
  })
  return done
}

async function revoke(ctx: Ctx, roomId: string, kind: LinkKind): Promise<void> {
  await ctx.db
    .updateTable('meetings.room_link')
    .set({ revoked_at: ctx.now, revoked_by: ctx.actor.name })
    .where('room_id', '=', roomId)
    .where('kind', '=', kind)
    .where('revoked_at', 'is', null)
    .execute()
}
