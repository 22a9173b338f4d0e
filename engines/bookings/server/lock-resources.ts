import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { plannedOnce } from '#kernel/database/planned-once.ts'
import type { ResourceKind } from '../words.ts'

/** A resource with its rules, locked until the transaction ends. */
export interface LockedResource {
  id: string
  kind: ResourceKind
  name: string
  quantity: number
  capacity: number | null
  site_id: string | null
  closed_at: string | null
  notice_add_minutes: number | null
  notice_change_minutes: number | null
  notice_cancel_minutes: number | null
  shortest_minutes: number | null
  longest_minutes: number | null
  horizon_days: number | null
  quota_count: number | null
  quota_minutes: number | null
  quota_period: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR' | null
  unit_ids: string[] | null
  check_in_minutes: number | null
}

/** What the rules need of a resource `r` and its policy `p`. */
export const resourceColumns = sql`
  r.id, r.kind, r.name, r.quantity, r.capacity, r.site_id, r.closed_at, p.notice_add_minutes, p.notice_change_minutes,
  p.notice_cancel_minutes, p.shortest_minutes, p.longest_minutes, p.horizon_days, p.quota_count, p.quota_minutes,
  p.quota_period, p.unit_ids, p.check_in_minutes`

export type Locked = ReadonlyMap<string, LockedResource>

/**
 * Locks resources in the order of their ids, so that nobody waits in a circle, and with them everything that is decided
 * about them: who is next, how much of a quota is left. The constraint in the database holds without it.
 * @throws Problem 422 `bookings.unknown_resource` when one is not there
 */
export async function lockResources(ctx: Ctx, ids: readonly string[]): Promise<Locked> {
  const wanted = [...new Set(ids)]
  await sql`select from bookings.resource where bureau_id = kernel.bureau() and id = any(${wanted}::uuid[])
    order by id for no key update ${plannedOnce}`.execute(ctx.db)
  // Read once they are locked: a statement that waited would give the rules as they were when it began to wait.
  const { rows } = await sql<LockedResource>`
    select ${resourceColumns}
    from bookings.resource r
    left join bookings.policy p on p.bureau_id = r.bureau_id and p.resource_id = r.id
    where r.bureau_id = kernel.bureau() and r.id = any(${wanted}::uuid[]) order by r.id ${plannedOnce}`.execute(
    ctx.db,
  )
  if (rows.length < wanted.length) throw new Problem(422, 'bookings.unknown_resource', { path: 'claims' })
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Locks these and, as freeing them may promote who waits for them, whatever those who wait want besides.
 * @param spans the times that may become free; who waits for another time is not concerned
 */
export async function lockWithWaiting(
  ctx: Ctx,
  ids: readonly string[],
  spans: readonly { from: Date; to: Date }[],
): Promise<Locked> {
  return untilEnough(ctx, () => tryWithWaiting(ctx, ids, spans))
}

/** @returns null when somebody has begun to wait, for more than that, before the locks were had */
export async function tryWithWaiting(
  ctx: Ctx,
  ids: readonly string[],
  spans: readonly { from: Date; to: Date }[],
): Promise<Locked | null> {
  if (ids.length === 0) return new Map()
  const resources = await lockResources(ctx, [...ids, ...(await wantedByWaiting(ctx, ids, spans))])
  const wanted = await wantedByWaiting(ctx, ids, spans)
  return wanted.every((id) => resources.has(id)) ? resources : null
}

/**
 * Takes locks until they are all that turns out to be needed. Those of an attempt that was not enough are given back
 * first: only from the beginning can more be taken in order, so that nobody waits in a circle.
 */
export async function untilEnough<T>(ctx: Ctx, attempt: () => Promise<T | null>): Promise<T> {
  for (;;) {
    await sql`savepoint locks`.execute(ctx.db)
    const got = await attempt()
    if (got === null) await sql`rollback to savepoint locks`.execute(ctx.db)
    await sql`release savepoint locks`.execute(ctx.db)
    if (got !== null) return got
  }
}

/** What those want, besides, who wait for one of these around that time. */
async function wantedByWaiting(
  ctx: Ctx,
  ids: readonly string[],
  spans: readonly { from: Date; to: Date }[],
): Promise<string[]> {
  const from = new Date(Math.min(...spans.map((span) => span.from.getTime())))
  const to = new Date(Math.max(...spans.map((span) => span.to.getTime())))
  const { rows } = await sql<{ resource_id: string }>`
    select distinct other.resource_id from bookings.booking b
    join bookings.claim c on c.bureau_id = b.bureau_id and c.booking_id = b.id and c.resource_id = any(${[...ids]}::uuid[])
    join bookings.claim other on other.bureau_id = b.bureau_id and other.booking_id = b.id
    where b.bureau_id = kernel.bureau() and b.state = 'WAITING'
      and b.starts_at < ${widen(to, 1)}::timestamptz and b.ends_at > ${widen(from, -1)}::timestamptz`.execute(
    ctx.db,
  )
  return rows.map((row) => row.resource_id)
}

/** By the longest buffer there is, on the safe side. */
export const widen = (at: Date, sign: 1 | -1) => new Date(at.getTime() + sign * 2 * 86_400_000)
