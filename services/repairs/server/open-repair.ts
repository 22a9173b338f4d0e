import type { Static } from 'typebox'
import { createOrder, type NewOrder, type OrderRow } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import type { Receipt } from '../schema.ts'
import { type FaultKind, type Grade, itemCodeOf, skillOf } from '../words.ts'
import { keepPhotos } from './add-photos.ts'
import type { FoundPlace } from './find-place.ts'
import { emitFor } from './find-repair.ts'
import { findRepeats } from './find-repeat.ts'

export interface NewRepair {
  place: FoundPlace
  kind: FaultKind
  description: string
  urgency?: 'NORMAL' | 'URGENT'
  /** Absent: by the urgency; a major work is graded by the desk. */
  grade?: Grade
  channel: NewOrder['channel']
  requester: NonNullable<NewOrder['requester']>
  clientUnitId?: string | null
  photos?: readonly string[]
  placeCodeId?: string | null
  clientKey?: string
}

const longestTitle = 60

/** The first line of what was said, short enough for a list. */
function titleOf(description: string): string {
  const line = description.trim().split(/\r?\n/, 1)[0]!.trim()
  return line.length > longestTitle ? `${line.slice(0, longestTitle - 1)}…` : line
}

/**
 * Takes a fault in: the order with its promise, the repair with its grade, the photos, and the earlier fault it
 * repeats. The same client key again gives the first answer and makes nothing.
 * @throws Problem 422 for an item that is not in the catalogue or a photo that is not the caller's
 */
export async function openRepair(ctx: Ctx, input: NewRepair): Promise<Static<typeof Receipt>> {
  const { place, kind } = input
  const urgency = input.urgency ?? 'NORMAL'
  const grade = input.grade ?? (urgency === 'URGENT' ? 'URGENT_REPAIR' : 'MINOR_REPAIR')
  const [repeat] = await findRepeats(ctx, place, kind, ctx.now)
  const order = await createOrder(ctx, {
    line: 'repairs',
    prefix: 'WX',
    kind,
    skill: skillOf(kind),
    itemCode: itemCodeOf(kind, grade),
    title: titleOf(input.description),
    description: input.description,
    urgency,
    channel: input.channel,
    requester: input.requester,
    clientUnitId: input.clientUnitId ?? null,
    siteId: place.siteId,
    roomId: place.roomId,
    placeText: place.placeText,
    placeNames: [place.siteName, place.roomName].filter((name) => name !== null),
    ...(input.clientKey ? { clientKey: input.clientKey } : {}),
  })
  const kept = await ctx.db
    .insertInto('repairs.repair')
    .values({
      order_id: order.id,
      fault_kind: kind,
      grade,
      repeat_of_id: repeat?.id ?? null,
      place_code_id: input.placeCodeId ?? null,
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'order_id']).doNothing())
    .returning('order_id')
    .executeTakeFirst()
  if (!kept) return replayOf(ctx, order)
  if (grade === 'MAJOR_REPAIR')
    await ctx.db.insertInto('repairs.major_work').values({ id: order.id, state: 'SURVEY' }).execute()
  await keepPhotos(ctx, order.id, input.photos ?? [], 'BEFORE')
  await emitFor(ctx, order.id, 'repairs.reported', {
    after: { kind, grade, place: place.label, repeatOf: repeat?.number },
  })
  const repeatOf = repeat ? { id: repeat.id, number: repeat.number, createdAt: repeat.created_at } : null
  return { ...receiptOf(order), repeatOf, replayed: false }
}

function receiptOf(order: OrderRow) {
  return {
    id: order.id,
    number: order.number,
    state: order.state as Static<typeof Receipt>['state'],
    holder: order.holder,
    respondDueAt: order.respondDueAt,
    finishDueAt: order.finishDueAt,
  }
}

async function replayOf(ctx: Ctx, order: OrderRow): Promise<Static<typeof Receipt>> {
  const earlier = await ctx.db
    .selectFrom('repairs.repair as r')
    .innerJoin('orders.service_order as o', (join) =>
      join.onRef('o.bureau_id', '=', 'r.bureau_id').onRef('o.id', '=', 'r.repeat_of_id'),
    )
    .select(['o.id', 'o.number', 'o.created_at as createdAt'])
    .where('r.order_id', '=', order.id)
    .executeTakeFirst()
  return { ...receiptOf(order), repeatOf: earlier ?? null, replayed: true }
}
