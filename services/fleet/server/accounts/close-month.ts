import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { accountActions } from '../../actions/account-actions.ts'
import { daysOfMonth } from './month.ts'
import { addUp, readSums, type VehicleSums } from './read-sums.ts'

type Action = (typeof accountActions)['closeMonth']

/** Closes a month's accounts as they stand; nothing changes them from then on. @throws Problem 409 twice, 422 too early */
export async function closeMonth(ctx: Ctx, { month }: InputOf<Action>): Promise<OutputOf<Action>> {
  if (month >= localDayOf(ctx.now).slice(0, 7))
    throw new Problem(422, 'fleet.month_not_over', { params: { month }, path: 'month' })
  const first = daysOfMonth(month).from
  const closed = await ctx.db
    .insertInto('fleet.account_month')
    .values({ month: first, closed_at: ctx.now, closed_by: ctx.actor.name })
    .onConflict((clash) => clash.doNothing())
    .returning('month')
    .executeTakeFirst()
  if (!closed) throw new Problem(409, 'fleet.month_closed', { params: { month } })
  const lines = await readSums(ctx, daysOfMonth(month))
  await keepLines(ctx, first, lines)
  await ctx.emit({
    type: 'fleet.accounts_closed',
    subjectType: 'fleet.account_month',
    subjectId: null,
    after: { month, vehicles: lines.length, ...addUp(lines) },
  })
  return done
}

/** Also for the demo's months gone by. */
export async function keepLines(ctx: Ctx, first: string, lines: readonly VehicleSums[]): Promise<void> {
  if (lines.length === 0) return
  await ctx.db
    .insertInto('fleet.account_line')
    .values(
      lines.map((line) => ({
        month: first,
        vehicle_id: line.vehicleId,
        trips: line.trips,
        distance_km: line.km,
        minutes: line.minutes,
        litres: line.litres,
        energy_kwh: line.kwh,
        fuel_fen: line.fuelFen,
        charging_fen: line.chargingFen,
        toll_fen: line.tollFen,
        parking_fen: line.parkingFen,
        other_fen: line.otherFen,
        upkeep_fen: line.upkeepFen,
        insurance_fen: line.insuranceFen,
      })),
    )
    .execute()
}
