import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { placeCodeActions } from '../actions/place-code-actions.ts'
import { findPlace } from './find-place.ts'
import { placeCodeOf, selectPlaceCodes } from './place-code-rows.ts'

type Action = (typeof placeCodeActions)['createPlaceCodes']

/**
 * Makes codes for rooms of a site, or for the site itself. A place that has one in force keeps it, so that asking
 * again never makes a print on a door worthless.
 * @throws Problem 422 for a place that is not there
 */
export async function createPlaceCodes(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const rooms = input.roomIds?.length ? input.roomIds : [null]
  const ids: string[] = []
  for (const roomId of rooms) {
    const place = await findPlace(ctx, { siteId: input.siteId, roomId })
    ids.push(
      await codeFor(ctx, { siteId: input.siteId, roomId, placeText: input.placeText ?? '' }, place.label),
    )
  }
  const rows = await selectPlaceCodes(ctx, { ids }).execute()
  const byId = new Map(rows.map((row) => [row.id, placeCodeOf(ctx, row)]))
  return { items: ids.map((id) => byId.get(id)!) }
}

async function codeFor(
  ctx: Ctx,
  place: { siteId: string; roomId: string | null; placeText: string },
  label: string,
): Promise<string> {
  const there = await ctx.db
    .selectFrom('repairs.place_code')
    .select('id')
    .where('site_id', '=', place.siteId)
    .where('room_id', place.roomId ? '=' : 'is', place.roomId)
    .where('place_text', '=', place.placeText)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (there) return there.id
  const { id } = await ctx.db
    .insertInto('repairs.place_code')
    .values({
      site_id: place.siteId,
      room_id: place.roomId,
      place_text: place.placeText,
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'repairs.place_code_created',
    subjectType: 'repairs.place_code',
    subjectId: id,
    after: { place: label, text: place.placeText },
  })
  return id
}
