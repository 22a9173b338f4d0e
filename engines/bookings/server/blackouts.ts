import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { bookings } from '../module.ts'
import { lockResources, lockWithWaiting } from './lock-resources.ts'
import { fromNowOn, promoteWaiting } from './promote-waiting.ts'

type Actions = typeof bookings.actions
type Blackout = OutputOf<Actions['readPolicy']>['blackouts'][number]

/** When resources are closed within a window (a `tstzrange`). */
export async function readBlackouts(
  ctx: Ctx,
  resourceIds: readonly string[],
  window: RawBuilder<unknown>,
): Promise<Blackout[]> {
  const { rows } = await sql<Blackout>`
    select id, resource_id as "resourceId", lower(span) as "from", upper(span) as "to", reason, created_by as "createdBy"
    from bookings.blackout where bureau_id = kernel.bureau() and resource_id = any(${[...resourceIds]}::uuid[])
      and lifted_at is null and span && ${window} order by lower(span), id`.execute(ctx.db)
  return rows
}

/** Closes a resource for a time. Bookings already there are named, for somebody to move them. */
export async function blackOut(
  ctx: Ctx,
  { resourceId, from, to, reason }: InputOf<Actions['blackOut']>,
): Promise<OutputOf<Actions['blackOut']>> {
  if (Date.parse(to) <= Date.parse(from)) throw new Problem(422, 'bookings.ends_before', { path: 'to' })
  const there = await ctx.db
    .selectFrom('bookings.resource')
    .select('id')
    .where('id', '=', resourceId)
    .executeTakeFirst()
  if (!there) throw new Problem(404, 'kernel.not_found')
  await lockResources(ctx, [resourceId])
  const span = sql<string>`tstzrange(${from}::timestamptz, ${to}::timestamptz)`
  const { id } = await ctx.db
    .insertInto('bookings.blackout')
    .values({ resource_id: resourceId, span, reason, created_by: ctx.actor.name })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { rows: affected } = await sql<{ id: string; title: string; from: string }>`
    select distinct b.id, b.title, b.starts_at as "from" from bookings.holds_at(${resourceId}, ${span}) h
    join bookings.booking b on b.bureau_id = h.bureau_id and b.id = h.booking_id
    where b.ends_at > ${ctx.now}::timestamptz
      and tstzrange(b.starts_at, b.ends_at) && ${span} order by b.starts_at, b.id limit 200`.execute(ctx.db)
  await ctx.emit({
    type: 'bookings.blacked_out',
    subjectType: 'bookings.resource',
    subjectId: resourceId,
    after: { id, from, to, affected: affected.length },
    reason,
  })
  return { id, affected }
}

/** Opens it again before the time; who waits for it has it at once. */
export async function liftBlackout(ctx: Ctx, { blackoutId }: InputOf<Actions['liftBlackout']>) {
  const row = await ctx.db
    .selectFrom('bookings.blackout')
    .select(['resource_id', 'lifted_at'])
    .where('id', '=', blackoutId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (row.lifted_at) throw new Problem(409, 'bookings.lifted_already')
  const resources = await lockWithWaiting(ctx, [row.resource_id], [fromNowOn(ctx)])
  await ctx.db
    .updateTable('bookings.blackout')
    .set({ lifted_at: ctx.now })
    .where('id', '=', blackoutId)
    .execute()
  await ctx.emit({
    type: 'bookings.blackout_lifted',
    subjectType: 'bookings.resource',
    subjectId: row.resource_id,
    after: { id: blackoutId },
  })
  await promoteWaiting(ctx, resources, [fromNowOn(ctx)])
  return done
}
