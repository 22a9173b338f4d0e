import { ensureResource } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { containing } from '#kernel/database/containing.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { roomActions } from '../actions/room-actions.ts'

type Actions = typeof roomActions

/** What a meeting can claim along with its room, by code. */
export async function listAccessories(
  ctx: Ctx,
  input: InputOf<Actions['listAccessories']>,
): Promise<OutputOf<Actions['listAccessories']>> {
  let query = ctx.db
    .selectFrom('meetings.accessory as a')
    .innerJoin('bookings.resource as r', (join) =>
      join.onRef('r.bureau_id', '=', 'a.bureau_id').onRef('r.id', '=', 'a.id'),
    )
    .leftJoin('directory.site as site', (join) =>
      join.onRef('site.bureau_id', '=', 'r.bureau_id').onRef('site.id', '=', 'r.site_id'),
    )
    .select(['a.id', 'r.code', 'r.name', 'r.quantity', 'a.counted_in', 'a.note', 'r.closed_at'])
    .select(['site.id as site_id', 'site.name as site_name'])
  if (input.search?.trim())
    query = query.where((row) =>
      row.or([
        row('r.name', 'ilike', containing(input.search!.trim())),
        row('r.code', 'ilike', containing(input.search!.trim())),
      ]),
    )
  const { items, next } = await keysetPage(query, input, {
    by: [{ column: 'code', ref: 'r.code', direction: 'asc' }],
    idRef: 'a.id',
  })
  return {
    items: items.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      quantity: row.quantity,
      countedIn: row.counted_in,
      site: row.site_id && row.site_name ? { id: row.site_id, name: row.site_name } : null,
      note: row.note,
      closedAt: row.closed_at,
      can: { change: ctx.has('meetings.manage-rooms') },
    })),
    next,
  }
}

/** Registers stock that meetings can claim. @throws Problem 409, 422 */
export async function createAccessory(
  ctx: Ctx,
  input: InputOf<Actions['createAccessory']>,
): Promise<OutputOf<Actions['createAccessory']>> {
  const { code, name, quantity } = input
  await requireFree(ctx, 'code', code, null)
  await requireFree(ctx, 'name', name, null)
  if (input.siteId) {
    const site = await ctx.db
      .selectFrom('directory.site')
      .select('id')
      .where('id', '=', input.siteId)
      .executeTakeFirst()
    if (!site) throw new Problem(422, 'meetings.unknown_site', { path: 'siteId' })
  }
  const siteId = input.siteId ?? null
  const id = await ensureResource(ctx, { kind: 'EQUIPMENT', code, name, quantity, siteId })
  await ctx.db
    .insertInto('meetings.accessory')
    .values({ id, counted_in: input.countedIn ?? '个', note: input.note ?? '' })
    .execute()
  await ctx.emit({
    type: 'meetings.accessory_created',
    subjectType: 'meetings.accessory',
    subjectId: id,
    after: { code, name, quantity },
  })
  return { id }
}

/** Changes name and stock; stock that meetings hold cannot be taken away. @throws Problem 404; 409 */
export async function changeAccessory(
  ctx: Ctx,
  input: InputOf<Actions['changeAccessory']>,
): Promise<OutputOf<Actions['changeAccessory']>> {
  const before = await ctx.db
    .selectFrom('meetings.accessory as a')
    .innerJoin('bookings.resource as r', (join) =>
      join.onRef('r.bureau_id', '=', 'a.bureau_id').onRef('r.id', '=', 'a.id'),
    )
    .select(['a.id', 'r.name', 'r.quantity', 'a.note'])
    .where('a.id', '=', input.accessoryId)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new Problem(404, 'kernel.not_found')
  const { name = before.name, quantity = before.quantity, note = before.note } = input
  if (name !== before.name) await requireFree(ctx, 'name', name, before.id)
  if (quantity < before.quantity) await requireUnheld(ctx, before.id, quantity)
  await ctx.db.updateTable('bookings.resource').set({ name, quantity }).where('id', '=', before.id).execute()
  await ctx.db.updateTable('meetings.accessory').set({ note }).where('id', '=', before.id).execute()
  await ctx.emit({
    type: 'meetings.accessory_changed',
    subjectType: 'meetings.accessory',
    subjectId: before.id,
    before: { name: before.name, quantity: before.quantity },
    after: { name, quantity },
  })
  return done
}

async function requireFree(
  ctx: Ctx,
  column: 'code' | 'name',
  value: string,
  own: string | null,
): Promise<void> {
  const other = await ctx.db
    .selectFrom('bookings.resource')
    .select('id')
    .where('kind', '=', 'EQUIPMENT')
    .where(column, '=', value)
    .executeTakeFirst()
  if (other && other.id !== own)
    throw new Problem(409, `meetings.${column}_taken`, { params: { [column]: value }, path: column })
}

/** The database refuses it too; here it is said in words. */
async function requireUnheld(ctx: Ctx, id: string, quantity: number): Promise<void> {
  const held = await ctx.db
    .selectFrom('bookings.hold')
    .select('id')
    .where('resource_id', '=', id)
    .where((row) => row(row.fn('upper', ['occupied']), '>', ctx.now))
    .where((row) => row(row.fn<number>('upper', ['pieces']), '>', quantity + 1))
    .executeTakeFirst()
  if (held) throw new Problem(409, 'bookings.pieces_held', { path: 'quantity' })
}
