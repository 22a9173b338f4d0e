import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import type { rentalActions } from '../../actions/rental-actions.ts'
import { agreedFen } from '../../rental-price.ts'
import { rentalStates } from '../../rental-states.ts'
import type { PriceBasis } from '../../rental-words.ts'
import { requestStates } from '../../states.ts'
import { momentOf } from '../requests/check-wishes.ts'
import { lockRental } from './lock-rental.ts'

type Actions = typeof rentalActions
type Rental = Awaited<ReturnType<typeof lockRental>>
type Ride = Omit<InputOf<Actions['finishRental']>, 'rentalId'>

/**
 * Records when it left and came back, how far, and what it cost; the request is done with it and can be rated.
 * @throws Problem 404; 409 `kernel.wrong_state`; 422 `fleet.back_before_leaving`, `fleet.not_back_yet`, `fleet.dearer_than_agreed`
 */
export async function finishRental(
  ctx: Ctx,
  { rentalId, ...ride }: InputOf<Actions['finishRental']>,
): Promise<OutputOf<Actions['finishRental']>> {
  const rental = await lockRental(ctx, rentalId)
  const set = columnsOf(ctx, rental, ride)
  await ctx.move(rentalStates, 'comeBack', rentalId, { set })
  await ctx.move(requestStates, 'comeBack', rental.request_id, { note: { rental: rental.number } })
  return done
}

/** What was recorded wrongly, with the reason; both stand in the history. @throws as above, 409 before it is recorded */
export async function correctRental(
  ctx: Ctx,
  { rentalId, reason, ...ride }: InputOf<Actions['correctRental']>,
): Promise<OutputOf<Actions['correctRental']>> {
  const rental = await lockRental(ctx, rentalId)
  if (rental.state !== 'RETURNED')
    throw new Problem(409, 'kernel.wrong_state', {
      params: {
        state: ctx.say(rentalStates.states[rental.state as 'ORDERED'].title),
        step: ctx.say(text('更正', 'Correct')),
      },
    })
  const set = columnsOf(ctx, rental, ride)
  await ctx.db.updateTable('fleet.rental').set(set).where('id', '=', rentalId).execute()
  const { left_at, returned_at, distance_km, cost_fen } = rental
  await ctx.emit({
    type: 'fleet.rental_corrected',
    subjectType: 'fleet.rental',
    subjectId: rentalId,
    before: { left_at, returned_at, distance_km, cost_fen },
    after: set,
    reason: reason.trim(),
  })
  return done
}

function columnsOf(ctx: Ctx, rental: Rental, ride: Ride) {
  const { distanceKm, costFen, costNote = '' } = ride
  const [leftAt, returnedAt] = [momentOf(ride.leftAt, 'leftAt'), momentOf(ride.returnedAt, 'returnedAt')]
  if (returnedAt <= leftAt) throw new Problem(422, 'fleet.back_before_leaving', { path: 'returnedAt' })
  if (returnedAt > ctx.now) throw new Problem(422, 'fleet.not_back_yet', { path: 'returnedAt' })
  const price = { priceBasis: rental.price_basis as PriceBasis, priceFen: rental.price_fen }
  const agreed = agreedFen(price, { leftAt, returnedAt, distanceKm })
  if (costFen > agreed && costNote.trim() === '')
    throw new Problem(422, 'fleet.dearer_than_agreed', {
      params: { yuan: costFen / 100, agreed: agreed / 100 },
      path: 'costNote',
    })
  return {
    left_at: leftAt,
    returned_at: returnedAt,
    distance_km: distanceKm,
    cost_fen: costFen,
    cost_note: costNote.trim(),
  }
}
