import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { roomActions } from '../actions/room-actions.ts'
import type { Equipment } from '../schema.ts'
import { findClosing } from './closings.ts'
import { historyOf } from './read-history.ts'
import { isShown, roomRowOf, selectRooms } from './select-rooms.ts'

type Action = (typeof roomActions)['readRoom']

/** Everything the page of one room shows; what is paid only for those who may see it. @throws Problem 404 */
export async function readRoom(ctx: Ctx, { roomId }: InputOf<Action>): Promise<OutputOf<Action>> {
  const row = await selectRooms(ctx).where('m.id', '=', roomId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const photos = await ctx.db
    .selectFrom('meetings.room_photo as p')
    .select(['file_id', 'at', 'by_name'])
    .where('room_id', '=', roomId)
    .where(isShown())
    .orderBy('at')
    .orderBy('id')
    .execute()
  const rents = ctx.has('meetings.read-rents')
  return {
    ...roomRowOf(ctx, row),
    equipment: await equipmentOf(ctx, roomId),
    directoryRoom:
      row.directory_room_id && row.directory_room_name
        ? { id: row.directory_room_id, name: row.directory_room_name }
        : null,
    photos: photos.map(({ file_id, at, by_name }) => ({ fileId: file_id, at, by: by_name })),
    leases: rents ? await leasesOf(ctx, roomId) : null,
    fitOuts: rents ? await fitOutsOf(ctx, roomId) : null,
    closing: await findClosing(ctx, roomId),
    history: rents ? await historyOf(ctx, roomId) : null,
  }
}

async function equipmentOf(ctx: Ctx, roomId: string): Promise<Equipment[]> {
  const rows = await ctx.db
    .selectFrom('meetings.equipment')
    .selectAll()
    .where('room_id', '=', roomId)
    .orderBy('kind')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as Equipment['kind'],
    name: row.name,
    quantity: row.quantity,
    condition: row.condition as Equipment['condition'],
    note: row.note,
    checkedOn: row.checked_on,
    checkedBy: row.checked_by,
  }))
}

async function leasesOf(ctx: Ctx, roomId: string) {
  const rows = await ctx.db
    .selectFrom('meetings.lease')
    .selectAll()
    .where('room_id', '=', roomId)
    .orderBy('from_day', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    lessor: row.lessor,
    contractNo: row.contract_no,
    fromDay: row.from_day,
    toDay: row.to_day,
    yearlyRentFen: row.yearly_rent_fen,
    note: row.note,
    endedReason: row.ended_reason,
    createdBy: row.created_by,
  }))
}

async function fitOutsOf(ctx: Ctx, roomId: string) {
  const rows = await ctx.db
    .selectFrom('meetings.fit_out')
    .selectAll()
    .where('room_id', '=', roomId)
    .orderBy('on_day', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    onDay: row.on_day,
    what: row.what,
    contractor: row.contractor,
    costFen: row.cost_fen,
    createdBy: row.created_by,
  }))
}
