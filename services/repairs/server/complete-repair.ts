import { finishOrder, requireHands, requireOpen } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { workActions } from '../actions/work-actions.ts'
import { type MajorState, majorStates } from '../states.ts'
import { keepPhotos } from './add-photos.ts'
import { lockRepair } from './find-repair.ts'
import { type OrderLine, readOrderChecklist } from './order-checklist.ts'

type Action = (typeof workActions)['completeRepair']

/**
 * 完工: ends the work and hands it to the requester to confirm, after the checks that are the repairs' own. Where
 * work was done, every mandatory line is answered with its photo, and a repair called resolved has met them all.
 * A major work has been verified.
 * @throws Problem 422 `repairs.checklist_incomplete` and others, each naming the lines; 409 `repairs.works_not_verified`
 */
export async function completeRepair(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const { order, repair } = await lockRepair(ctx, input.orderId)
  requireOpen(ctx, order, 'finish')
  await requireHands(ctx, order)
  const result = input.result ?? 'RESOLVED'
  await keepPhotos(ctx, order.id, input.photos ?? [], 'AFTER')
  if (result === 'RESOLVED' || result === 'PARTLY_RESOLVED') {
    if (repair.grade === 'MAJOR_REPAIR') await requireVerified(ctx, order.id)
    requireChecklist(ctx, await readOrderChecklist(ctx, order), result === 'RESOLVED')
  }
  if (input.cause !== undefined) {
    await ctx.db
      .updateTable('repairs.repair')
      .set({ cause: input.cause })
      .where('order_id', '=', order.id)
      .execute()
  }
  await finishOrder(ctx, order.id, { result, note: input.note ?? '' })
  return done
}

async function requireVerified(ctx: Ctx, orderId: string): Promise<void> {
  const work = await ctx.db
    .selectFrom('repairs.major_work')
    .select('state')
    .where('id', '=', orderId)
    .executeTakeFirst()
  // An order imported as major before it lived here has no project.
  if (!work || work.state === 'VERIFIED') return
  throw new Problem(409, 'repairs.works_not_verified', {
    params: { state: ctx.say(majorStates.states[work.state as MajorState].title) },
  })
}

/** Names what is missing, so that the worker can go straight to it; `extra.lines` has the ids. */
function requireChecklist(ctx: Ctx, lines: readonly OrderLine[], allMet: boolean): void {
  const mandatory = lines.filter(({ line }) => line.mandatory)
  refuse(
    ctx,
    'repairs.checklist_incomplete',
    mandatory.filter(({ executed }) => !executed),
  )
  refuse(
    ctx,
    'repairs.photo_missing',
    mandatory.filter(
      ({ line, executed }) => line.needsPhoto && executed?.result !== 'NA' && !executed?.photoId,
    ),
  )
  if (!allMet) return
  refuse(
    ctx,
    'repairs.line_not_met',
    mandatory.filter(({ executed }) => executed?.result === 'NOT_OK'),
  )
}

function refuse(ctx: Ctx, code: string, lines: readonly OrderLine[]): void {
  if (lines.length === 0) return
  throw new Problem(422, code, {
    params: { lines: lines.map(({ line }) => ctx.say(line.text)).join('、') },
    path: 'checklist',
    extra: { lines: lines.map(({ line }) => ({ id: line.id, needsPhoto: line.needsPhoto })) },
  })
}
