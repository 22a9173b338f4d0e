import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { bookings } from '../module.ts'
import type { Policy } from '../schema.ts'
import { readBlackouts } from './blackouts.ts'
import { resourceRowOf, selectResources } from './list-resources.ts'
import { lockWithWaiting } from './lock-resources.ts'
import { fromNowOn, promoteWaiting } from './promote-waiting.ts'

type Actions = typeof bookings.actions

/** What holds where nobody has set anything. */
export const noPolicy: Policy = {
  noticeAddMinutes: null,
  noticeChangeMinutes: null,
  noticeCancelMinutes: null,
  shortestMinutes: null,
  longestMinutes: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  horizonDays: null,
  quotaCount: null,
  quotaMinutes: null,
  quotaPeriod: 'WEEK',
  unitIds: [],
  checkInMinutes: null,
  strikes: null,
}

async function policyOf(ctx: Ctx, resourceId: string): Promise<{ policy: Policy; changedBy: string }> {
  const row = await ctx.db
    .selectFrom('bookings.policy')
    .selectAll()
    .where('resource_id', '=', resourceId)
    .executeTakeFirst()
  if (!row) return { policy: noPolicy, changedBy: '' }
  return {
    changedBy: row.changed_by,
    policy: {
      noticeAddMinutes: row.notice_add_minutes,
      noticeChangeMinutes: row.notice_change_minutes,
      noticeCancelMinutes: row.notice_cancel_minutes,
      shortestMinutes: row.shortest_minutes,
      longestMinutes: row.longest_minutes,
      bufferBeforeMinutes: row.buffer_before_minutes,
      bufferAfterMinutes: row.buffer_after_minutes,
      horizonDays: row.horizon_days,
      quotaCount: row.quota_count,
      quotaMinutes: row.quota_minutes,
      quotaPeriod: row.quota_period as Policy['quotaPeriod'],
      unitIds: row.unit_ids,
      checkInMinutes: row.check_in_minutes,
      strikes: row.strikes,
    },
  }
}

/** The rules of a resource, and when it is closed from now on. */
export async function readPolicy(
  ctx: Ctx,
  { resourceId }: InputOf<Actions['readPolicy']>,
): Promise<OutputOf<Actions['readPolicy']>> {
  const there = await selectResources(ctx).where('r.id', '=', resourceId).executeTakeFirst()
  if (!there) throw new Problem(404, 'kernel.not_found')
  const { policy, changedBy } = await policyOf(ctx, resourceId)
  const units =
    policy.unitIds.length > 0
      ? await ctx.db
          .selectFrom('directory.unit')
          .select(['id', 'name'])
          .where('id', 'in', policy.unitIds)
          .execute()
      : []
  const blackouts = await readBlackouts(ctx, [resourceId], sql`tstzrange(${ctx.now}::timestamptz, null)`)
  return { name: there.name, resource: resourceRowOf(ctx, there), policy, units, changedBy, blackouts }
}

/**
 * Sets the rules for bookings from now on; those there stay as they are. Wider buffers are kept free at once, or refused
 * where bookings already stand too close. @throws Problem 409 `bookings.buffers_clash`, 422 `bookings.too_short`
 */
export async function setPolicy(ctx: Ctx, { resourceId, ...policy }: InputOf<Actions['setPolicy']>) {
  const there = await ctx.db
    .selectFrom('bookings.resource')
    .select(['id', 'name'])
    .where('id', '=', resourceId)
    .executeTakeFirst()
  if (!there) throw new Problem(404, 'kernel.not_found')
  const { shortestMinutes: least, longestMinutes: most } = policy
  if (least !== null && most !== null && least > most)
    throw new Problem(422, 'bookings.too_short', {
      params: { resource: there.name, limit: least },
      path: 'longestMinutes',
    })
  const resources = await lockWithWaiting(ctx, [resourceId], [fromNowOn(ctx)])
  const { policy: before } = await policyOf(ctx, resourceId)
  const columns = {
    notice_add_minutes: policy.noticeAddMinutes,
    notice_change_minutes: policy.noticeChangeMinutes,
    notice_cancel_minutes: policy.noticeCancelMinutes,
    shortest_minutes: policy.shortestMinutes,
    longest_minutes: policy.longestMinutes,
    buffer_before_minutes: policy.bufferBeforeMinutes,
    buffer_after_minutes: policy.bufferAfterMinutes,
    horizon_days: policy.horizonDays,
    quota_count: policy.quotaCount,
    quota_minutes: policy.quotaMinutes,
    quota_period: policy.quotaPeriod,
    unit_ids: policy.unitIds,
    check_in_minutes: policy.checkInMinutes,
    strikes: policy.strikes,
    changed_at: ctx.now,
    changed_by: ctx.actor.name,
  }
  await ctx.db
    .insertInto('bookings.policy')
    .values({ resource_id: resourceId, ...columns })
    .onConflict((clash) => clash.columns(['bureau_id', 'resource_id']).doUpdateSet(columns))
    .execute()
  await widenHolds(ctx, resourceId, policy)
  await ctx.emit({
    type: 'bookings.policy_set',
    subjectType: 'bookings.resource',
    subjectId: resourceId,
    before,
    after: policy,
  })
  await promoteWaiting(ctx, resources, [fromNowOn(ctx)])
  return done
}

/** Puts the new buffers around bookings still to come. */
async function widenHolds(
  ctx: Ctx,
  resourceId: string,
  { bufferBeforeMinutes: before, bufferAfterMinutes: after }: Policy,
): Promise<void> {
  const wide = (
    booking: string,
  ) => sql`tstzrange(${sql.ref(`${booking}.starts_at`)} - make_interval(mins => ${before}),
    ${sql.ref(`${booking}.ends_at`)} + make_interval(mins => ${after}))`
  const { rows } = await sql<{ count: number }>`
    select count(distinct b.id)::int as count from bookings.hold h
    join bookings.booking b on b.bureau_id = h.bureau_id and b.id = h.booking_id
    join bookings.hold o on o.bureau_id = h.bureau_id and o.resource_id = h.resource_id and o.booking_id <> h.booking_id
      and o.pieces && h.pieces
    join bookings.booking c on c.bureau_id = o.bureau_id and c.id = o.booking_id
    where h.bureau_id = kernel.bureau() and h.resource_id = ${resourceId} and b.starts_at > ${ctx.now}::timestamptz
      and c.ends_at > ${ctx.now}::timestamptz and ${wide('b')} && ${wide('c')}`.execute(ctx.db)
  if (rows[0]!.count > 0)
    throw new Problem(409, 'bookings.buffers_clash', {
      params: { count: rows[0]!.count },
      path: 'bufferAfterMinutes',
    })
  // First as narrow as both, then as wide as the new: on the way no booking reaches into the old buffer of another.
  for (const occupied of [sql`h.occupied * ${wide('b')}`, wide('b')])
    await sql`
      update bookings.hold h set occupied = ${occupied} from bookings.booking b
      where b.bureau_id = h.bureau_id and b.id = h.booking_id and h.bureau_id = kernel.bureau()
        and h.resource_id = ${resourceId} and b.starts_at > ${ctx.now}::timestamptz and h.occupied <> ${wide('b')}`.execute(
      ctx.db,
    )
}
