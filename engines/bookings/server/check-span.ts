import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/** A beginning typed a moment ago still counts as now. */
const grace = 15 * 60_000
const longest = 366 * 86_400_000

/**
 * A span as people give it. @throws Problem 422 `bookings.ends_before`, `bookings.too_long_ever`, `bookings.in_the_past`
 */
export function checkSpan(ctx: Ctx, from: string | Date, to: string | Date): { from: Date; to: Date } {
  const span = { from: new Date(from), to: new Date(to) }
  if (span.to <= span.from) throw new Problem(422, 'bookings.ends_before', { path: 'to' })
  if (span.to.getTime() - span.from.getTime() > longest)
    throw new Problem(422, 'bookings.too_long_ever', { path: 'to' })
  if (span.from.getTime() < ctx.now.getTime() - grace)
    throw new Problem(422, 'bookings.in_the_past', { path: 'from' })
  return span
}
