import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { bookings } from '../module.ts'
import { lockWithWaiting } from './lock-resources.ts'
import { fromNowOn, promoteWaiting } from './promote-waiting.ts'

type Actions = typeof bookings.actions

/** 登记资源: what no service keeps a register of: equipment by count, seats. @throws Problem 409 `bookings.code_taken` */
export async function createResource(ctx: Ctx, input: InputOf<Actions['createResource']>) {
  await refuseTaken(ctx, input.kind, { code: input.code, name: input.name })
  const { siteId, ...given } = input
  const { id } = await ctx.db
    .insertInto('bookings.resource')
    .values({ ...given, site_id: siteId ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'bookings.resource_created',
    subjectType: 'bookings.resource',
    subjectId: id,
    after: input,
  })
  return { id }
}

/** Name, number of pieces and the like. @throws Problem 409 `bookings.pieces_held` when bookings hold more */
export async function changeResource(ctx: Ctx, input: InputOf<Actions['changeResource']>) {
  const { resourceId, siteId, closed, ...given } = input
  const before = await ctx.db
    .selectFrom('bookings.resource')
    .selectAll()
    .where('id', '=', resourceId)
    .executeTakeFirst()
  if (!before) throw new Problem(404, 'kernel.not_found')
  await lockWithWaiting(ctx, [resourceId], [fromNowOn(ctx)])
  if (given.name !== undefined && given.name !== before.name)
    await refuseTaken(ctx, before.kind, { code: '', name: given.name })
  if (given.quantity !== undefined) await refuseHeld(ctx, resourceId, given.quantity)
  const set = {
    ...given,
    ...(siteId === undefined ? {} : { site_id: siteId }),
    ...(closed === undefined ? {} : { closed_at: closed ? (before.closed_at ?? ctx.now) : null }),
  }
  if (Object.keys(set).length === 0) return done
  await ctx.db.updateTable('bookings.resource').set(set).where('id', '=', resourceId).execute()
  await ctx.emit({
    type: 'bookings.resource_changed',
    subjectType: 'bookings.resource',
    subjectId: resourceId,
    before: Object.fromEntries(Object.keys(set).map((key) => [key, before[key as keyof typeof before]])),
    after: set,
  })
  // Locked once more, as it is now: these are the same rows.
  await promoteWaiting(ctx, await lockWithWaiting(ctx, [resourceId], [fromNowOn(ctx)]), [fromNowOn(ctx)])
  return done
}

async function refuseTaken(ctx: Ctx, kind: string, { code, name }: { code: string; name: string }) {
  const taken = await ctx.db
    .selectFrom('bookings.resource')
    .select(['code', 'name'])
    .where('kind', '=', kind)
    .where((row) => row.or([row('code', '=', code), row('name', '=', name)]))
    .executeTakeFirst()
  if (taken)
    throw new Problem(409, 'bookings.code_taken', {
      params: { code: taken.code === code ? code : name },
      path: taken.code === code ? 'code' : 'name',
    })
}

/** The trigger refuses it too; this one has words. */
async function refuseHeld(ctx: Ctx, resourceId: string, quantity: number) {
  const held = await ctx.db
    .selectFrom('bookings.hold')
    .select('id')
    .where('resource_id', '=', resourceId)
    .where((row) => row(row.fn('upper', ['occupied']), '>', ctx.now))
    .where((row) => row(row.fn<number>('upper', ['pieces']), '>', quantity + 1))
    .limit(1)
    .executeTakeFirst()
  if (held) throw new Problem(409, 'bookings.pieces_held', { path: 'quantity' })
}
