import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { reportActions } from '../actions/report-actions.ts'
import { findPlace } from './find-place.ts'
import { openRepair } from './open-repair.ts'

type Action = (typeof reportActions)['report']

/** 报修, by somebody with an account: who and which unit are known, so only the fault and the place are asked. */
export async function report(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const place = await findPlace(ctx, input)
  const { personId, name } = ctx.actor
  return openRepair(ctx, {
    place,
    kind: input.kind,
    description: input.description,
    channel: 'WEB',
    requester: { personId, name, ...(input.phone ? { phone: input.phone } : {}) },
    ...(input.urgency ? { urgency: input.urgency } : {}),
    ...(input.photos ? { photos: input.photos } : {}),
    ...(input.clientKey ? { clientKey: input.clientKey } : {}),
  })
}
