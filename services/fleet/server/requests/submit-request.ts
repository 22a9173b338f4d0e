import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import { beginApproval } from './approval/begin-approval.ts'
import { checkWishes } from './check-wishes.ts'
import { divert } from './divert-request.ts'
import { insertRequest } from './insert-request.ts'
import { addWish } from './pool-wishes.ts'
import { takeFirstContact } from './take-first-contact.ts'

type Action = (typeof requestActions)['submitRequest']
type Input = InputOf<Action>

/**
 * Asks for a vehicle: straight to whom the rule asks, or by shuttle or taxi instead, or to ride along with somebody.
 * @throws Problem 422 at its field; 409 when what was offered is gone; 403 `kernel.forbidden` for others without the desk
 */
export async function submitRequest(ctx: Ctx, input: Input): Promise<OutputOf<Action>> {
  const requester = await findRequester(ctx, input.forPersonId)
  const { from, to } = checkWishes(ctx, input)
  const { id, number } = await insertRequest(ctx, {
    ...input,
    ...requester,
    contactPhone: input.contactPhone?.trim() || requester.phone,
    from,
    to,
  })
  await ctx.emit({
    type: 'fleet.request_submitted',
    subjectType: 'fleet.request',
    subjectId: id,
    after: {
      number,
      purpose: input.purpose,
      destination: input.destination,
      from,
      to,
      passengers: input.passengers,
    },
  })
  if (input.forPersonId) await takeFirstContact(ctx, [id])
  if (input.instead) {
    await divert(ctx, id, input.instead, { ...input, from })
    return { id, number, state: 'DIVERTED' }
  }
  if (input.poolWith) await addWish(ctx, { ...input, id, from }, input.poolWith)
  return { id, number, state: await beginApproval(ctx, id) }
}

/** Who asks: the actor, or whom the desk has on the telephone. */
async function findRequester(ctx: Ctx, forPersonId: string | undefined) {
  const { personId, unitId, name } = ctx.actor
  if (!forPersonId || forPersonId === personId) {
    if (!unitId) throw new Problem(422, 'fleet.no_unit')
    const phone = personId ? (await findPerson(ctx, personId))?.mobile : null
    return { unitId, requesterPersonId: personId, requesterName: name, phone: phone ?? '' }
  }
  ctx.require('fleet.dispatch')
  const person = await findPerson(ctx, forPersonId)
  if (!person || person.left_on !== null)
    throw new Problem(422, 'fleet.unknown_person', { path: 'forPersonId' })
  return {
    unitId: person.unit_id,
    requesterPersonId: person.id,
    requesterName: person.name,
    phone: person.mobile ?? '',
  }
}

function findPerson(ctx: Ctx, personId: string) {
  return ctx.db
    .selectFrom('directory.person')
    .select(['id', 'name', 'unit_id', 'mobile', 'left_on'])
    .where('id', '=', personId)
    .executeTakeFirst()
}
