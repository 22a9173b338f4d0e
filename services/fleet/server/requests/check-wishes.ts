import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { requestActions } from '../../actions/request-actions.ts'

export type Wishes = Omit<
  InputOf<typeof requestActions.submitRequest>,
  'poolWith' | 'instead' | 'forPersonId'
>

const minute = 60_000
const day = 1440 * minute
/** Somebody who fills the form slowly still sends it. */
const lateMs = 15 * minute
const longestDays = 31
const furthestDays = 366

/**
 * What no form can say of itself: times that can be, a distance where the route of approval depends on it.
 * @throws Problem 422 at its field
 */
export function checkWishes(ctx: Ctx, wishes: Wishes): { from: Date; to: Date } {
  const from = momentOf(wishes.from, 'from')
  const to = momentOf(wishes.to, 'to')
  const ahead = from.getTime() - ctx.now.getTime()
  if (to <= from) throw new Problem(422, 'fleet.ends_before', { path: 'to' })
  // An emergency may have begun before somebody had time to write it down.
  if (ahead < (wishes.emergency ? -day : -lateMs))
    throw new Problem(422, 'fleet.in_the_past', { path: 'from' })
  if (ahead > furthestDays * day) throw new Problem(422, 'fleet.too_far_ahead', { path: 'from' })
  if (to.getTime() - from.getTime() > longestDays * day)
    throw new Problem(422, 'fleet.too_long', { params: { days: longestDays }, path: 'to' })
  if (wishes.reach === 'BEYOND' && !wishes.distanceKm)
    throw new Problem(422, 'fleet.distance_needed', { path: 'distanceKm' })
  return { from, to }
}

/** @throws Problem 422 for what no calendar knows */
export function momentOf(value: string, path: string): Date {
  const at = new Date(value)
  if (Number.isNaN(at.getTime())) throw new Problem(422, 'fleet.no_such_moment', { path })
  return at
}
