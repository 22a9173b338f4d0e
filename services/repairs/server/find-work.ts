import type { Selectable } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { type MajorState, majorStates } from '../states.ts'
import { type FoundRepair, lockRepair } from './find-repair.ts'

export interface FoundWork extends FoundRepair {
  work: Selectable<DB['repairs.major_work']>
}

/** The major work of an order, both locked. @throws Problem 404; 409 `repairs.not_major` before it was graded so */
export async function lockWork(ctx: Ctx, orderId: string): Promise<FoundWork> {
  const found = await lockRepair(ctx, orderId)
  if (['VOIDED', 'MERGED'].includes(found.order.state)) throw new Problem(409, 'repairs.work_over')
  const work = await ctx.db
    .selectFrom('repairs.major_work')
    .selectAll()
    .where('id', '=', orderId)
    .forUpdate()
    .executeTakeFirst()
  if (!work) throw new Problem(409, 'repairs.not_major')
  return { ...found, work }
}

/** Says no when a step that is no transition itself does not fit the state. @throws Problem 409 `kernel.wrong_state` */
export function requireWorkState(
  ctx: Ctx,
  work: FoundWork['work'],
  states: readonly MajorState[],
  step: { zh: string; en: string },
): void {
  const state = work.state as MajorState
  if (states.includes(state)) return
  throw new Problem(409, 'kernel.wrong_state', {
    params: { state: ctx.say(majorStates.states[state].title), step: ctx.say(step) },
  })
}
