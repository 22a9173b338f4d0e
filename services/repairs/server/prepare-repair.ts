import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { workActions } from '../actions/work-actions.ts'
import { prepareLists } from '../prepare-list.ts'
import type { FaultKind } from '../words.ts'
import { emitFor, lockUntilEnded } from './find-repair.ts'

type Action = (typeof workActions)['prepareRepair']

/** 细想: ticks what is ready before setting out; what is not in `ready` is not. @throws Problem 422 for an unknown code */
export async function prepareRepair(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { repair } = await lockUntilEnded(ctx, input.orderId)
  const known = new Set(prepareLists[repair.fault_kind as FaultKind].map(({ code }) => code))
  const unknown = input.ready.find((code) => !known.has(code))
  if (unknown) throw new Problem(422, 'repairs.unknown_prepare', { params: { code: unknown }, path: 'ready' })
  const there = await ctx.db
    .selectFrom('repairs.preparation')
    .select('code')
    .where('order_id', '=', input.orderId)
    .execute()
  const before = there.map(({ code }) => code)
  const gone = before.filter((code) => !input.ready.includes(code))
  const fresh = input.ready.filter((code) => !before.includes(code))
  if (gone.length > 0) {
    await ctx.db
      .deleteFrom('repairs.preparation')
      .where('order_id', '=', input.orderId)
      .where('code', 'in', gone)
      .execute()
  }
  if (fresh.length > 0) {
    await ctx.db
      .insertInto('repairs.preparation')
      .values(fresh.map((code) => ({ order_id: input.orderId, code, at: ctx.now, by_name: ctx.actor.name })))
      .execute()
  }
  await emitFor(ctx, input.orderId, 'repairs.prepared', { before, after: input.ready })
  return done
}
