import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { rentalActions } from '../../actions/rental-actions.ts'
import { requestStates } from '../../states.ts'
import { lockRequest } from '../requests/find-request.ts'
import { dropWishes } from '../requests/pool-wishes.ts'
import { takeFirstContact } from '../requests/take-first-contact.ts'
import { askFixedSupplier } from './ask-fixed-supplier.ts'

type Action = (typeof rentalActions)['rentVehicle']

/**
 * Answers an approved request with a vehicle of a fixed supplier. The request's lock decides between two dispatchers.
 * @throws Problem 404; 409 `kernel.wrong_state` for a request that awaits no vehicle; 422 `fleet.unknown_supplier`,
 *   `fleet.rental_too_small`, `fleet.needs_words`, `rules.exceeded`
 */
export async function rentVehicle(
  ctx: Ctx,
  { requestId, ...order }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  const request = await lockRequest(ctx, requestId)
  const [from, to] = [new Date(request.starts_at), new Date(request.ends_at)]
  const { id, number } = await nextNumber(ctx, from)
  const plate = order.plate.trim()
  await ctx.move(requestStates, 'rent', requestId, {
    set: { displaced_at: null, displaced_reason: null },
    note: { rental: number, plate },
  })
  const supplier = await findSupplier(ctx, order.supplierId)
  if (request.passengers > order.seats - 1)
    throw new Problem(422, 'fleet.rental_too_small', {
      params: { seats: order.seats - 1, persons: request.passengers },
      path: 'seats',
    })
  const note = order.note?.trim() ?? ''
  await askFixedSupplier(ctx, { rentalId: id, requestNumber: request.number, supplier, from, to, note })
  await ctx.db
    .insertInto('fleet.rental')
    .values({
      id,
      number,
      request_id: requestId,
      supplier_id: supplier.id,
      contract_number: supplier.contract_number,
      body: order.body,
      seats: order.seats,
      plate,
      driver_name: order.driverName.trim(),
      driver_phone: order.driverPhone.trim(),
      price_basis: order.priceBasis,
      price_fen: order.priceFen,
      reason: order.reason.trim(),
      note,
      state: 'ORDERED',
      starts_at: from,
      ends_at: to,
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .execute()
  // Whoever wished to share has a vehicle of its own now, and nobody of ours can be put into it.
  await dropWishes(ctx, requestId)
  await takeFirstContact(ctx, [requestId])
  const { supplierId, priceBasis, priceFen, seats, body } = order
  await ctx.emit({
    type: 'fleet.rental_ordered',
    subjectType: 'fleet.rental',
    subjectId: id,
    // The driver's number is not kept as long as the history is.
    after: { number, requestId, supplierId, plate, body, seats, priceBasis, priceFen },
    reason: note === '' ? order.reason.trim() : `${order.reason.trim()}；${note}`,
  })
  return { id, number }
}

async function nextNumber(ctx: Ctx, from: Date): Promise<{ id: string; number: string }> {
  const { rows } = await sql<{ id: string; number: string }>`
    select kernel.uuidv7() as id, kernel.next_number('ZL', ${localDayOf(from)}::date) as number`.execute(
    ctx.db,
  )
  return rows[0]!
}

async function findSupplier(ctx: Ctx, supplierId: string) {
  const supplier = await ctx.db
    .selectFrom('fleet.rental_supplier')
    .selectAll()
    .where('id', '=', supplierId)
    .where('closed_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (!supplier) throw new Problem(422, 'fleet.unknown_supplier', { path: 'supplierId' })
  return supplier
}
