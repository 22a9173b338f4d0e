import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { rentalActions } from '../../actions/rental-actions.ts'
import { rentalStates } from '../../rental-states.ts'
import { requestStates } from '../../states.ts'
import { lockRental } from './lock-rental.ts'

type Action = (typeof rentalActions)['cancelRental']

/**
 * Calls a rented vehicle off; its request waits for another vehicle, or is cancelled with it.
 * @throws Problem 404; 409 `kernel.wrong_state` once it is recorded or called off
 */
export async function cancelRental(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const rental = await lockRental(ctx, input.rentalId)
  const reason = input.reason.trim()
  await ctx.move(rentalStates, 'cancel', rental.id, { set: { cancel_reason: reason }, reason })
  const note = { rental: rental.number }
  if (input.request === 'CANCEL')
    await ctx.move(requestStates, 'cancel', rental.request_id, {
      set: { closing_reason: reason },
      reason,
      note,
    })
  else await ctx.move(requestStates, 'unassign', rental.request_id, { reason, note })
  return done
}

/**
 * Calls off what was rented for a locked request that is no longer needed.
 * @returns what the desk has to ring the supplier about; null where nothing was rented
 */
export async function callOffRental(ctx: Ctx, requestId: string, reason: string) {
  const rental = await ctx.db
    .selectFrom('fleet.rental as n')
    .innerJoin('fleet.rental_supplier as s', (join) =>
      join.onRef('s.bureau_id', '=', 'n.bureau_id').onRef('s.id', '=', 'n.supplier_id'),
    )
    .select(['n.id', 'n.number', 'n.plate', 's.name as supplier'])
    .where('n.request_id', '=', requestId)
    .where('n.state', '=', 'ORDERED')
    .executeTakeFirst()
  if (!rental) return null
  await ctx.move(rentalStates, 'cancel', rental.id, { set: { cancel_reason: reason }, reason })
  return rental
}
