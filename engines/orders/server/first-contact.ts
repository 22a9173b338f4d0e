import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { OrderRecord } from './order-record.ts'

/**
 * 首问责任人: the first person of the centre who deals with a request answers for it to its end. Gives the columns
 * to set when nobody is it yet; afterwards nothing, as it never moves.
 * @throws Problem 422 `orders.no_person` for an account without a person
 */
export function firstContact(ctx: Ctx, order: Pick<OrderRecord, 'first_contact_owner_id'>) {
  if (order.first_contact_owner_id) return {}
  if (!ctx.actor.personId) throw new Problem(422, 'orders.no_person')
  return { first_contact_owner_id: ctx.actor.personId, first_contact_at: ctx.now }
}
