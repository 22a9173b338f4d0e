import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { plannedOnce } from '#kernel/database/planned-once.ts'
import { quotaPeriods } from '../words.ts'
import type { LockedResource } from './lock-resources.ts'
import { sayMinutes, sayMoment, saySpan } from './say-spans.ts'

/** What the rules look at. */
export interface Judged {
  from: Date
  to: Date
  unitId: string
  /** Itself and what is moved with it, when it is there already: they do not use up their own quota. */
  except?: readonly string[]
}

const minutesUntil = (ctx: Ctx, at: Date) => (at.getTime() - ctx.now.getTime()) / 60_000

/** Whoever manages bookings for others may go beyond the rules, though never twice and never into a closing time. */
export const beyondRules = (ctx: Ctx) => ctx.has('bookings.manage')

/**
 * The rules of one resource for one booking, new or with another time. The first that is broken is named.
 * @param closedFor why it is closed then, where that was found out already
 * @throws Problem 422 `bookings.too_short` … `bookings.quota_minutes`, 409 `bookings.blacked_out`
 */
export async function checkPolicy(
  ctx: Ctx,
  resource: LockedResource,
  judged: Judged,
  deed: 'add' | 'change',
  closedFor?: string | null,
): Promise<void> {
  await checkOpen(ctx, resource, judged, closedFor)
  if (beyondRules(ctx)) return
  checkNotice(ctx, resource, judged.from, deed)
  const params = { resource: resource.name }
  const minutes = (judged.to.getTime() - judged.from.getTime()) / 60_000
  const { shortest_minutes: least, longest_minutes: most, horizon_days: days } = resource
  if (least !== null && minutes < least)
    throw new Problem(422, 'bookings.too_short', {
      params: { ...params, limit: sayMinutes(ctx, least) },
      path: 'to',
    })
  if (most !== null && minutes > most)
    throw new Problem(422, 'bookings.too_long', {
      params: { ...params, limit: sayMinutes(ctx, most) },
      path: 'to',
    })
  if (days !== null && minutesUntil(ctx, judged.from) > days * 1440)
    throw new Problem(422, 'bookings.beyond_horizon', { params: { ...params, days }, path: 'from' })
  await checkUnit(ctx, resource, judged.unitId)
  await checkQuota(ctx, resource, judged, minutes)
}

/**
 * Whether it is in use at all then. @param closedFor as in `checkPolicy`
 * @throws Problem 409 `bookings.closed_resource`, `bookings.blacked_out`
 */
export async function checkOpen(
  ctx: Ctx,
  resource: LockedResource,
  span: Pick<Judged, 'from' | 'to'>,
  closedFor?: string | null,
): Promise<void> {
  const params = { resource: resource.name }
  if (resource.closed_at) throw new Problem(409, 'bookings.closed_resource', { params, path: 'claims' })
  const reason = closedFor === undefined ? await readClosing(ctx, resource, span) : closedFor
  if (reason === null) return
  throw new Problem(409, 'bookings.blacked_out', {
    params: { ...params, reason, ...saySpan(span.from, span.to) },
    path: 'from',
  })
}

/** Notice for a deed on a booking that begins at `from`. @throws Problem 422 `bookings.notice_…` */
export function checkNotice(
  ctx: Ctx,
  resource: LockedResource,
  from: Date,
  deed: 'add' | 'change' | 'cancel',
  refusal: 'notice_cancel_others' | `notice_${typeof deed}` = `notice_${deed}`,
): void {
  if (beyondRules(ctx)) return
  const notice = resource[`notice_${deed}_minutes`]
  if (notice === null || minutesUntil(ctx, from) >= notice) return
  throw new Problem(422, `bookings.${refusal}`, {
    params: { resource: resource.name, notice: sayMinutes(ctx, notice), from: sayMoment(from) },
    path: 'from',
  })
}

async function readClosing(
  ctx: Ctx,
  resource: LockedResource,
  { from, to }: Pick<Judged, 'from' | 'to'>,
): Promise<string | null> {
  const { rows } = await sql<{ reason: string }>`
    select reason from bookings.blackout where bureau_id = kernel.bureau() and resource_id = ${resource.id}
      and lifted_at is null and span && tstzrange(${from}::timestamptz, ${to}::timestamptz) limit 1 ${plannedOnce}`.execute(
    ctx.db,
  )
  return rows[0]?.reason ?? null
}

async function unitName(ctx: Ctx, unitId: string): Promise<string> {
  const unit = await ctx.db
    .selectFrom('directory.unit')
    .select('name')
    .where('id', '=', unitId)
    .executeTakeFirst()
  return unit?.name ?? ''
}

async function checkUnit(ctx: Ctx, resource: LockedResource, unitId: string): Promise<void> {
  if (!resource.unit_ids?.length || resource.unit_ids.includes(unitId)) return
  // Upwards: a unit has few above it, and the whole house below the one at the top.
  const { rows } = await sql<{ may: boolean }>`
    with recursive above as (
      select id, parent_id from directory.unit where bureau_id = kernel.bureau() and id = ${unitId}
      union
      select u.id, u.parent_id from directory.unit u join above on u.id = above.parent_id
      where u.bureau_id = kernel.bureau()
    ) select exists (select from above where id = any(${resource.unit_ids}::uuid[])) as may ${plannedOnce}`.execute(
    ctx.db,
  )
  if (rows[0]!.may) return
  const params = { resource: resource.name, unit: await unitName(ctx, unitId) }
  throw new Problem(422, 'bookings.not_for_unit', { params, path: 'claims' })
}

/**
 * What the unit has booked of the resource in the period that holds `at`; the resource's lock makes it exact. Found by what
 * is held of the resource, and by what was released: neither grows with what the unit books elsewhere.
 */
async function quotaUsed(
  ctx: Ctx,
  resource: LockedResource,
  { from: at, unitId, except = [] }: Judged,
): Promise<{ count: number; minutes: number }> {
  const period = (resource.quota_period ?? 'WEEK').toLowerCase()
  const begins = sql`date_trunc(${sql.lit(period)}, ${at}::timestamptz at time zone 'Asia/Shanghai')`
  const { rows } = await sql<{ count: number; minutes: number }>`
    with period as materialized (select ${begins} at time zone 'Asia/Shanghai' as begins,
      (${begins} + ${sql.lit(`1 ${period}`)}::interval) at time zone 'Asia/Shanghai' as ends),
    held as (select h.booking_id as id from period cross join lateral bookings.holds_at(${resource.id},
      -- One that was over before it began is held as long as its buffer only.
      tstzrange(period.begins - interval '1 day', period.ends)) h
      union
      select b.id from period, bookings.booking b
      join bookings.claim c on c.bureau_id = b.bureau_id and c.booking_id = b.id and c.resource_id = ${resource.id}
      where b.bureau_id = kernel.bureau() and b.unit_id = ${unitId} and b.state = 'RELEASED'
        and b.starts_at >= period.begins and b.starts_at < period.ends)
    select count(*)::int as count, coalesce(sum(extract(epoch from b.ends_at - b.starts_at) / 60), 0)::int as minutes
    from held, period, bookings.booking b
    where b.bureau_id = kernel.bureau() and b.id = held.id and b.unit_id = ${unitId}
      and b.id <> all(${[...except]}::uuid[])
      and b.starts_at >= period.begins and b.starts_at < period.ends ${plannedOnce}`.execute(ctx.db)
  return rows[0]!
}

/**
 * Whether so much more stays within the unit's quota; `minutes` null looks at what is stored already.
 * @throws Problem 422 `bookings.quota_count`, `bookings.quota_minutes`
 */
export async function checkQuota(
  ctx: Ctx,
  resource: LockedResource,
  judged: Judged,
  minutes: number | null,
): Promise<void> {
  const { quota_count: most, quota_minutes: mostMinutes, quota_period: period } = resource
  if (beyondRules(ctx) || period === null || (most === null && mostMinutes === null)) return
  const used = await quotaUsed(ctx, resource, judged)
  const params = async () => ({
    resource: resource.name,
    period: ctx.say(quotaPeriods[period]),
    unit: await unitName(ctx, judged.unitId),
  })
  if (most !== null && used.count + (minutes === null ? 0 : 1) > most)
    throw new Problem(422, 'bookings.quota_count', {
      params: { ...(await params()), limit: most },
      path: 'claims',
    })
  if (mostMinutes !== null && used.minutes + (minutes ?? 0) > mostMinutes)
    throw new Problem(422, 'bookings.quota_minutes', {
      params: {
        ...(await params()),
        limit: sayMinutes(ctx, mostMinutes),
        left: sayMinutes(ctx, Math.max(0, mostMinutes - used.minutes)),
      },
      path: 'claims',
    })
}
