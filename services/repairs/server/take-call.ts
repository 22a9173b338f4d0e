import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { reportActions } from '../actions/report-actions.ts'
import { type FoundPlace, findPlace } from './find-place.ts'
import { openRepair } from './open-repair.ts'

type Action = (typeof reportActions)['takeCall']

/**
 * The service desk notes a caller's fault down; whoever takes the call is the first-contact owner from then on.
 * @throws Problem 422 `repairs.caller_needed` without a person, or without a name and a unit to go by
 */
export async function takeCall(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const place = await findPlace(ctx, input)
  const caller = await callerOf(ctx, input, place)
  return openRepair(ctx, {
    place,
    kind: input.kind,
    description: input.description,
    channel: 'PHONE',
    ...caller,
    ...(input.urgency ? { urgency: input.urgency } : {}),
    ...(input.grade ? { grade: input.grade } : {}),
    ...(input.photos ? { photos: input.photos } : {}),
    ...(input.clientKey ? { clientKey: input.clientKey } : {}),
  })
}

/** A person brings their unit along; for a mere name it is the unit given, else the one that uses the room. */
async function callerOf(ctx: Ctx, input: InputOf<Action>, place: FoundPlace) {
  const phone = input.callerPhone ?? null
  if (input.callerUnitId) {
    const unit = await ctx.db
      .selectFrom('directory.unit')
      .select('id')
      .where('id', '=', input.callerUnitId)
      .executeTakeFirst()
    if (!unit) throw new Problem(422, 'repairs.unknown_unit', { path: 'callerUnitId' })
  }
  if (input.callerPersonId) {
    const person = await ctx.db
      .selectFrom('directory.person')
      .select('unit_id')
      .where('id', '=', input.callerPersonId)
      .executeTakeFirst()
    if (!person) throw new Problem(422, 'repairs.unknown_person', { path: 'callerPersonId' })
    const clientUnitId = input.callerUnitId ?? person.unit_id
    return { requester: { personId: input.callerPersonId, ...(phone ? { phone } : {}) }, clientUnitId }
  }
  const name = input.callerName?.trim()
  const clientUnitId = input.callerUnitId ?? place.unitId
  if (!name || !clientUnitId) throw new Problem(422, 'repairs.caller_needed', { path: 'callerName' })
  return { requester: { personId: null, name, phone }, clientUnitId }
}
