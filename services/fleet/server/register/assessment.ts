import { sql } from 'kysely'
import { startOfLocalDay } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { driverActions } from '../../actions/driver-actions.ts'
import type { Fact } from '../../driver-schema.ts'
import { asSettled } from './complaint-facts.ts'
import { driverFacts, scoreOf } from './driver-facts.ts'
import { addMonths } from './inspection-interval.ts'
import { lockDriver } from './lock-vehicle.ts'
import { selectDrivers } from './select-drivers.ts'
import { emitForDriver } from './write-driver.ts'

type Actions = typeof driverActions

/** A driver's month from the facts, and how it was settled; a fact corrected since shows as a difference. @throws Problem 404 */
export async function readAssessment(
  ctx: Ctx,
  { driverId, month }: InputOf<Actions['readAssessment']>,
): Promise<OutputOf<Actions['readAssessment']>> {
  const driver = await selectDrivers(ctx).where('d.id', '=', driverId).executeTakeFirst()
  if (!driver) throw new Problem(404, 'kernel.not_found')
  const now = await factsOf(ctx, driverId, month)
  const settled = await ctx.db
    .selectFrom('fleet.driver_assessment')
    .selectAll()
    .where('driver_id', '=', driverId)
    .where('month', '=', `${month}-01`)
    .executeTakeFirst()
  const facts = settled ? asSettled(now, settled.facts) : now
  return {
    driverId,
    month,
    facts: [...facts],
    score: scoreOf(facts),
    settled: settled
      ? {
          at: settled.settled_at,
          by: settled.settled_by,
          note: settled.note,
          score: settled.score,
          differs: JSON.stringify(settled.facts) !== JSON.stringify(valuesOf(facts)),
        }
      : null,
    can: { settle: ctx.has('fleet.retire') && !settled && isOver(ctx, month) },
  }
}

/** 确认考核: keeps the month as its facts were. @throws Problem 404; 409 `fleet.settled_month`; 422 `fleet.month_not_over` */
export async function settleAssessment(
  ctx: Ctx,
  { driverId, month, note }: InputOf<Actions['settleAssessment']>,
): Promise<OutputOf<Actions['settleAssessment']>> {
  await lockDriver(ctx, driverId)
  if (!isOver(ctx, month)) throw new Problem(422, 'fleet.month_not_over', { path: 'month' })
  const facts = await factsOf(ctx, driverId, month)
  const score = scoreOf(facts)
  const kept = await ctx.db
    .insertInto('fleet.driver_assessment')
    .values({
      driver_id: driverId,
      month: `${month}-01`,
      facts: sql`${JSON.stringify(valuesOf(facts))}::jsonb`,
      score,
      note: note ?? '',
      settled_at: ctx.now,
      settled_by: ctx.actor.name,
    })
    .onConflict((clash) => clash.columns(['bureau_id', 'driver_id', 'month']).doNothing())
    .returning('driver_id')
    .executeTakeFirst()
  if (!kept) throw new Problem(409, 'fleet.settled_month', { params: { month } })
  await emitForDriver(ctx, driverId, 'fleet.assessment_settled', {
    after: { month, score, facts: valuesOf(facts) },
  })
  return done
}

const nextMonth = (month: string) => addMonths(`${month}-01`, 1)
const isOver = (ctx: Ctx, month: string) => startOfLocalDay(nextMonth(month)) <= ctx.now

function factsOf(ctx: Ctx, driverId: string, month: string): Promise<Fact[]> {
  return driverFacts(ctx, {
    driverId,
    from: startOfLocalDay(`${month}-01`),
    to: startOfLocalDay(nextMonth(month)),
  })
}

/** As PostgreSQL gives a list of pairs back: in the order it was written. */
const valuesOf = (facts: readonly Fact[]) => facts.map(({ key, value }) => [key, value])
