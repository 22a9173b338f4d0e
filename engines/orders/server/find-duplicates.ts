import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { orders } from '../module.ts'
import type { OrderRow } from '../schema.ts'
import { orderRowOf } from './answer-order.ts'
import { readOrderRecord } from './order-record.ts'
import { selectOrders } from './select-orders.ts'

type Actions = typeof orders.actions

export interface Place {
  siteId: string
  roomId?: string | null
  /** Where no room is known, the words for the place tell. */
  placeText?: string
}

const openStates = ['SUBMITTED', 'ACCEPTED', 'OFFERED', 'ASSIGNED', 'TAKEN', 'IN_PROGRESS', 'PAUSED']
const mostShown = 20

/** Open orders of the same kind at the same room, or at the same named spot of the site; newest first. */
export async function duplicatesAt(
  ctx: Ctx,
  place: Place,
  same: { line: string; kind: string; exceptId?: string },
): Promise<OrderRow[]> {
  let query = selectOrders(ctx)
    .where('o.site_id', '=', place.siteId)
    .where('o.line', '=', same.line)
    .where('o.kind', '=', same.kind)
    .where('o.state', 'in', openStates)
  query = place.roomId
    ? query.where('o.room_id', '=', place.roomId)
    : query.where('o.room_id', 'is', null).where('o.place_text', '=', place.placeText ?? '')
  if (same.exceptId) query = query.where('o.id', '<>', same.exceptId)
  const rows = await query.orderBy('o.created_at', 'desc').limit(mostShown).execute()
  return rows.map((row) => orderRowOf(ctx, row))
}

export async function listDuplicates(
  ctx: Ctx,
  input: InputOf<Actions['listDuplicates']>,
): Promise<OutputOf<Actions['listDuplicates']>> {
  const order = await readOrderRecord(ctx, input.orderId)
  const place = { siteId: order.site_id, roomId: order.room_id, placeText: order.place_text }
  return { items: await duplicatesAt(ctx, place, { line: order.line, kind: order.kind, exceptId: order.id }) }
}
