import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { attachFiles } from '#kernel/files/store-file.ts'
import type { tripActions } from '../../actions/trip-actions.ts'
import { lockOwnTrip, lockTrip } from './lock-trip.ts'
import { reconcileTrips } from './reconcile-trips.ts'

type Actions = typeof tripActions

/** Notes a cost with its receipt. @throws Problem 403, 404; 409 `fleet.cost_too_early`; 422 for a photo that is not theirs */
export async function addTripCost(
  ctx: Ctx,
  input: InputOf<Actions['addTripCost']>,
): Promise<OutputOf<Actions['addTripCost']>> {
  const trip = await lockOwnTrip(ctx, input.tripId)
  if (trip.state === 'ASSIGNED') throw new Problem(409, 'fleet.cost_too_early')
  const { tripId, kind, amountFen, receiptId = null } = input
  if (receiptId) await attachFiles(ctx, [receiptId], 'fleet.trip', tripId)
  const { id } = await ctx.db
    .insertInto('fleet.trip_cost')
    .values({
      trip_id: tripId,
      kind,
      amount_fen: amountFen,
      litres: kind === 'FUEL' ? (input.litres ?? null) : null,
      energy_kwh: kind === 'CHARGING' ? (input.energyKwh ?? null) : null,
      receipt_id: receiptId,
      note: input.note?.trim() ?? '',
      at: believed(ctx),
      by_name: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'fleet.trip_cost_added',
    subjectType: 'fleet.trip',
    subjectId: tripId,
    after: { kind, amountFen, receiptId },
  })
  if (trip.state === 'COMPLETED') await reconcileTrips(ctx, [tripId])
  return { id }
}

/** A cost stands in no order with the steps: the phone's moment, unless it lies in the future. */
const believed = (ctx: Ctx) => (ctx.saidAt && ctx.saidAt < ctx.now ? ctx.saidAt : ctx.now)

/** Says what a cost should have been, as an entry of its own that makes up the difference. @throws Problem 404, 422 */
export async function correctTripCost(
  ctx: Ctx,
  { tripId, costId, amountFen, reason }: InputOf<Actions['correctTripCost']>,
): Promise<OutputOf<Actions['correctTripCost']>> {
  await lockTrip(ctx, tripId)
  const { rows } = await sql<{ kind: string; standing: number }>`
    select c.kind, (select sum(e.amount_fen)::float8 from fleet.trip_cost e where e.bureau_id = c.bureau_id
      and (e.id = c.id or e.corrects_id = c.id)) as standing
    from fleet.trip_cost c where c.bureau_id = kernel.bureau() and c.id = ${costId} and c.trip_id = ${tripId}
      and c.corrects_id is null`.execute(ctx.db)
  const [cost] = rows
  if (!cost) throw new Problem(404, 'kernel.not_found')
  const difference = amountFen - cost.standing
  if (difference === 0) return done
  await ctx.db
    .insertInto('fleet.trip_cost')
    .values({
      trip_id: tripId,
      kind: cost.kind,
      amount_fen: difference,
      corrects_id: costId,
      note: reason.trim(),
      at: ctx.now,
      by_name: ctx.actor.name,
    })
    .execute()
  await ctx.emit({
    type: 'fleet.trip_cost_corrected',
    subjectType: 'fleet.trip',
    subjectId: tripId,
    before: { kind: cost.kind, amountFen: cost.standing },
    after: { kind: cost.kind, amountFen },
    reason,
  })
  await reconcileTrips(ctx, [tripId])
  return done
}
