import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { placeLabel } from '../place-label.ts'

export interface FoundPlace {
  siteId: string
  siteName: string
  roomId: string | null
  roomName: string | null
  /** The unit that uses the room, when one does. */
  unitId: string | null
  placeText: string
  label: string
}

/**
 * A place that may be reported at: an open site and, if given, one of its rooms.
 * @throws Problem 422 `repairs.unknown_place`, `repairs.unknown_room`
 */
export async function findPlace(
  ctx: Ctx,
  wanted: { siteId: string; roomId?: string | null; placeText?: string },
): Promise<FoundPlace> {
  const site = await ctx.db
    .selectFrom('directory.site')
    .select(['id', 'name'])
    .where('id', '=', wanted.siteId)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  if (!site) throw new Problem(422, 'repairs.unknown_place', { path: 'siteId' })
  const room = wanted.roomId
    ? await ctx.db
        .selectFrom('directory.room')
        .select(['id', 'name', 'unit_id'])
        .where('id', '=', wanted.roomId)
        .where('site_id', '=', site.id)
        .executeTakeFirst()
    : undefined
  if (wanted.roomId && !room) throw new Problem(422, 'repairs.unknown_room', { path: 'roomId' })
  const placeText = wanted.placeText?.trim() ?? ''
  return {
    siteId: site.id,
    siteName: site.name,
    roomId: room?.id ?? null,
    roomName: room?.name ?? null,
    unitId: room?.unit_id ?? null,
    placeText,
    label: placeLabel({ siteName: site.name, roomName: room?.name, placeText }),
  }
}

/** A place as the wire has it. */
export function placeOf({ siteId, siteName, roomId, roomName, placeText, label }: FoundPlace) {
  return { siteId, siteName, roomId, roomName, placeText, label }
}

/** The centre's highest unit: whom a fault in a corridor belongs to when no unit uses the place. Null without any. */
export async function servingUnitId(ctx: Ctx): Promise<string | null> {
  const unit = await ctx.db
    .selectFrom('directory.unit')
    .select('id')
    .where('kind', '=', 'centre')
    .where('closed_on', 'is', null)
    .orderBy((row) => row('parent_id', 'is not', null))
    .orderBy('code')
    .executeTakeFirst()
  return unit?.id ?? null
}
