import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { roomActions } from '../actions/room-actions.ts'
import { lockRoom } from './write-room.ts'

type Action = (typeof roomActions)['setEquipment']

/**
 * 盘点: says what stands in a room today, how much and in what condition; what is not on the list is no longer there.
 * The history keeps what stood before. @throws Problem 404; 422 for a name given twice
 */
export async function setEquipment(ctx: Ctx, { roomId, items }: InputOf<Action>): Promise<OutputOf<Action>> {
  const room = await lockRoom(ctx, roomId)
  const names = items.map(({ name }) => name.trim())
  const twice = names.find((name, index) => names.indexOf(name) < index)
  if (twice !== undefined)
    throw new Problem(422, 'meetings.equipment_repeated', { params: { name: twice }, path: 'items' })
  await ctx.db.deleteFrom('meetings.equipment').where('room_id', '=', roomId).execute()
  if (items.length > 0)
    await ctx.db
      .insertInto('meetings.equipment')
      .values(
        items.map((item, index) => ({
          room_id: roomId,
          kind: item.kind,
          name: names[index]!,
          quantity: item.quantity,
          condition: item.condition,
          note: item.note ?? '',
          checked_on: localDayOf(ctx.now),
          checked_by: ctx.actor.name,
        })),
      )
      .execute()
  await ctx.db
    .updateTable('bookings.resource')
    .set({ features: featuresOf(items) })
    .where('id', '=', roomId)
    .execute()
  await ctx.emit({
    type: 'meetings.equipment_checked',
    subjectType: 'meetings.room',
    subjectId: roomId,
    before: { equipment: room.equipment },
    after: { equipment: items },
  })
  return done
}

/** What the bookings engine searches a room by: what is there and works. */
export function featuresOf(
  items: readonly { name: string; quantity: number; condition: string }[],
): string[] {
  return items
    .filter(({ quantity, condition }) => quantity > 0 && condition !== 'BROKEN')
    .map(({ name }) => name.trim().slice(0, 50))
    .slice(0, 40)
}
