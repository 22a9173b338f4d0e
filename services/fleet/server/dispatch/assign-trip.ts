import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { dispatchActions } from '../../actions/dispatch-actions.ts'
import { createTrip } from './create-trip.ts'

type Action = (typeof dispatchActions)['assignTrip']

/** 派车: one or several requests to a vehicle and a driver; see `createTrip`. */
export async function assignTrip(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  return createTrip(ctx, {
    ...input,
    from: input.from ? new Date(input.from) : undefined,
    to: input.to ? new Date(input.to) : undefined,
  })
}
