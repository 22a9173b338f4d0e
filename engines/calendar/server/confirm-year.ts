import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { calendar } from '../module.ts'
import { ensureCalendar } from './ensure-calendar.ts'
import { isArranged } from './queries.ts'

type Action = (typeof calendar.actions)['confirmYear']

/** Notes who has compared a year with the notice. @throws Problem 409 when nothing is arranged for it */
export async function confirmYear(ctx: Ctx, { year }: InputOf<Action>): Promise<OutputOf<Action>> {
  await ensureCalendar(ctx)
  if (!(await isArranged(ctx, year)))
    throw new Problem(409, 'calendar.year_not_arranged', { params: { year } })
  const confirmed = { confirmed_at: ctx.now, confirmed_by: ctx.actor.name }
  const { id } = await ctx.db
    .insertInto('calendar.year')
    .values({ year, ...confirmed })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'year']).doUpdateSet(confirmed))
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'calendar.year_confirmed',
    subjectType: 'calendar.year',
    subjectId: id,
    after: { year },
  })
  return done
}
