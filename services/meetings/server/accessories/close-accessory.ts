import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { accessoryActions } from '../../actions/accessory-actions.ts'
import { endClosing, recordClosing, requireOpen, setClosed } from '../closings.ts'
import { lockAccessory } from './write-accessory.ts'

type Actions = typeof accessoryActions

/** No further meeting can claim it from now on; who has it, or has booked it, keeps it. @throws Problem 404, 409 */
export async function closeAccessory(
  ctx: Ctx,
  { accessoryId, reason }: InputOf<Actions['closeAccessory']>,
): Promise<OutputOf<Actions['closeAccessory']>> {
  const row = await lockAccessory(ctx, accessoryId)
  await requireOpen(ctx, row)
  const closing = { resourceId: row.id, name: row.name, fromDay: localDayOf(ctx.now), reason }
  await recordClosing(ctx, { ...closing, blackoutId: null })
  await setClosed(ctx, row.id, true)
  await emitFor(ctx, row.id, 'meetings.accessory_closed', reason)
  return done
}

/** Meetings can claim it again. @throws Problem 404, 409 */
export async function reopenAccessory(
  ctx: Ctx,
  { accessoryId, reason }: InputOf<Actions['reopenAccessory']>,
): Promise<OutputOf<Actions['reopenAccessory']>> {
  const row = await lockAccessory(ctx, accessoryId)
  await endClosing(ctx, row)
  await setClosed(ctx, row.id, false)
  await emitFor(ctx, row.id, 'meetings.accessory_reopened', reason)
  return done
}

async function emitFor(
  ctx: Ctx,
  subjectId: string,
  type: 'meetings.accessory_closed' | 'meetings.accessory_reopened',
  reason: string,
): Promise<void> {
  await ctx.emit({ type, subjectType: 'meetings.accessory', subjectId, reason })
}
