import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { meetingActions } from '../actions/meeting-actions.ts'

type Input = InputOf<(typeof meetingActions)['bookMeeting']>

/** Each is a meeting room in use, once, and those who sit find a place in the main room and its overflow. @throws Problem 422 */
export async function checkFurtherRooms(ctx: Ctx, input: Input): Promise<void> {
  const further = input.furtherRooms ?? []
  if (further.length === 0) return
  const ids = [input.roomId, ...further.map(({ roomId }) => roomId)]
  const rooms = await ctx.db
    .selectFrom('meetings.room as m')
    .innerJoin('bookings.resource as r', (join) =>
      join.onRef('r.bureau_id', '=', 'm.bureau_id').onRef('r.id', '=', 'm.id'),
    )
    .select(['m.id', 'r.name', 'r.capacity'])
    .where('m.id', 'in', ids)
    .where('r.closed_at', 'is', null)
    .execute()
  const known = new Map(rooms.map((room) => [room.id, room]))
  for (const [index, { roomId }] of further.entries()) {
    const path = `furtherRooms.${index}.roomId`
    const room = known.get(roomId)
    if (!room) throw new Problem(422, 'meetings.unknown_room', { path })
    if (ids.indexOf(roomId) < index + 1)
      throw new Problem(422, 'meetings.room_repeated', { params: { room: room.name }, path })
  }
  const seated = [input.roomId, ...further.filter(({ use }) => use === 'BRANCH').map(({ roomId }) => roomId)]
  const places = seated.reduce((sum, id) => sum + (known.get(id)?.capacity ?? 0), 0)
  if (input.headcount > places)
    throw new Problem(422, 'bookings.too_few_places', {
      params: {
        resource: known.get(input.roomId)?.name ?? '',
        capacity: places,
        headcount: input.headcount,
      },
      path: 'headcount',
    })
}
