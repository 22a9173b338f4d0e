import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Scope } from '../words.ts'
import type { BookingRecord } from './lock-booking.ts'

/**
 * Which bookings a deed on one of a series is about, as a condition on `b`: this one; this and those that follow by the
 * rule; all that are still to come. Dates edited for themselves stay out, unless it is this one.
 * @throws Problem 422 `bookings.not_in_series`
 */
export function inScope(ctx: Ctx, record: BookingRecord, scope: Scope, withDetached: boolean) {
  if (scope === 'this') return sql`b.id = ${record.id}`
  if (!record.series_id) throw new Problem(422, 'bookings.not_in_series', { path: 'scope' })
  const from = scope === 'following' ? sql`b.series_day >= ${record.series_day}::date` : sql`true`
  const own = withDetached ? sql`true` : sql`(not b.detached or b.id = ${record.id})`
  return sql`b.series_id = ${record.series_id} and ${from} and ${own}
    and (b.ends_at > ${ctx.now}::timestamptz or b.id = ${record.id})
    and b.state in ('WAITING', 'CONFIRMED', 'OFFERED', 'CHECKED_IN')`
}
