import { ensureResource } from '#engines/bookings/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { accessoryActions } from '../../actions/accessory-actions.ts'
import { type AccessorySelection, selectAccessories } from './select-accessories.ts'

type Actions = typeof accessoryActions

/** An accessory, locked for a change. @throws Problem 404 */
export async function lockAccessory(ctx: Ctx, accessoryId: string): Promise<AccessorySelection> {
  await ctx.db
    .selectFrom('bookings.resource')
    .select('id')
    .where('id', '=', accessoryId)
    .forUpdate()
    .executeTakeFirst()
  const row = await selectAccessories(ctx).where('a.id', '=', accessoryId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}

/**
 * Registers stock that meetings can claim. Equipment that is a plain resource so far, under the same code and name,
 * becomes one, with the bookings that hold it. @throws Problem 409, 422
 */
export async function createAccessory(
  ctx: Ctx,
  input: InputOf<Actions['createAccessory']>,
): Promise<OutputOf<Actions['createAccessory']>> {
  const { code, name, quantity } = input
  const plain = await findPlain(ctx, code, name)
  await requireFree(ctx, 'code', code, plain)
  await requireFree(ctx, 'name', name, plain)
  if (plain) await requireUnheld(ctx, plain, quantity)
  await requireSite(ctx, input.siteId)
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

/** Changes name, stock and where it is kept; stock that meetings hold cannot be taken away. @throws Problem 404; 409 */
export async function changeAccessory(
  ctx: Ctx,
  { accessoryId, reason, ...input }: InputOf<Actions['changeAccessory']>,
): Promise<OutputOf<Actions['changeAccessory']>> {
  const row = await lockAccessory(ctx, accessoryId)
  const before = {
    name: row.name,
    quantity: row.quantity,
    countedIn: row.counted_in,
    siteId: row.site_id,
    note: row.note,
  }
  const after = { ...before, ...input }
  if (after.name !== before.name) await requireFree(ctx, 'name', after.name, row.id)
  if (after.quantity < before.quantity) await requireUnheld(ctx, row.id, after.quantity)
  if (after.siteId !== before.siteId) await requireSite(ctx, after.siteId)
  await ctx.db
    .updateTable('bookings.resource')
    .set({ name: after.name, quantity: after.quantity, site_id: after.siteId })
    .where('id', '=', row.id)
    .execute()
  await ctx.db
    .updateTable('meetings.accessory')
    .set({ counted_in: after.countedIn, note: after.note })
    .where('id', '=', row.id)
    .execute()
  await ctx.emit({
    type: 'meetings.accessory_changed',
    subjectType: 'meetings.accessory',
    subjectId: row.id,
    before,
    after,
    ...(reason ? { reason } : {}),
  })
  return done
}

/** Equipment of this code and name that no meeting could claim so far. */
async function findPlain(ctx: Ctx, code: string, name: string): Promise<string | null> {
  const plain = await ctx.db
    .selectFrom('bookings.resource as r')
    .leftJoin('meetings.accessory as a', (join) =>
      join.onRef('a.bureau_id', '=', 'r.bureau_id').onRef('a.id', '=', 'r.id'),
    )
    .select('r.id')
    .where('r.kind', '=', 'EQUIPMENT')
    .where('r.code', '=', code)
    .where('r.name', '=', name)
    .where('a.id', 'is', null)
    .executeTakeFirst()
  return plain?.id ?? null
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

async function requireSite(ctx: Ctx, siteId: string | null | undefined): Promise<void> {
  if (!siteId) return
  const site = await ctx.db
    .selectFrom('directory.site')
    .select('id')
    .where('id', '=', siteId)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  if (!site) throw new Problem(422, 'meetings.unknown_site', { path: 'siteId' })
}

/** The database refuses it too; here it is said in words. @throws Problem 409 `bookings.pieces_held` */
async function requireUnheld(ctx: Ctx, id: string, quantity: number): Promise<void> {
  if (await isHeld(ctx, id, quantity)) throw new Problem(409, 'bookings.pieces_held', { path: 'quantity' })
}

/** Whether somebody has, or is going to have, a piece beyond so many. */
export async function isHeld(ctx: Ctx, id: string, quantity: number): Promise<boolean> {
  const held = await ctx.db
    .selectFrom('bookings.hold')
    .select('id')
    .where('resource_id', '=', id)
    .where((row) => row(row.fn('upper', ['occupied']), '>', ctx.now))
    .where((row) => row(row.fn<number>('upper', ['pieces']), '>', quantity + 1))
    .executeTakeFirst()
  return held !== undefined
}
