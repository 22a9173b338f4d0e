import { recordChecklist } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { attachFiles } from '#kernel/files/store-file.ts'
import type { workActions } from '../actions/work-actions.ts'
import { emitFor, lockRepair, requireHands } from './find-repair.ts'
import { readOrderChecklist, subjectOf } from './order-checklist.ts'

type Action = (typeof workActions)['remedyOmission']

/**
 * 漏项补台: how something left out was made good. Where it was a line of the checklist, the line is met from now on;
 * the omission itself stays on record.
 * @throws Problem 404; 409 `repairs.omission_remedied`
 */
export async function remedyOmission(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const found = await lockRepair(ctx, input.orderId)
  requireHands(ctx, found)
  const omission = await ctx.db
    .selectFrom('repairs.omission')
    .select(['id', 'line_id', 'remedied_at'])
    .where('id', '=', input.omissionId)
    .where('order_id', '=', input.orderId)
    .forUpdate()
    .executeTakeFirst()
  if (!omission) throw new Problem(404, 'kernel.not_found')
  if (omission.remedied_at) throw new Problem(409, 'repairs.omission_remedied')
  const photoId = input.photoId ?? null
  if (photoId) await attachFiles(ctx, [photoId], 'orders.service_order', input.orderId)
  await ctx.db
    .updateTable('repairs.omission')
    .set({
      remedy: input.remedy,
      remedy_photo_id: photoId,
      remedied_at: ctx.now,
      remedied_by: ctx.actor.name,
    })
    .where('id', '=', omission.id)
    .execute()
  if (omission.line_id) await meetLine(ctx, found.order, omission.line_id, input)
  await emitFor(ctx, input.orderId, 'repairs.omission_remedied', {
    after: { omissionId: omission.id, remedy: input.remedy },
  })
  return done
}

async function meetLine(
  ctx: Ctx,
  order: Parameters<typeof subjectOf>[0],
  lineId: string,
  input: InputOf<Action>,
): Promise<void> {
  const lines = await readOrderChecklist(ctx, order)
  const executed = lines.find(({ line }) => line.id === lineId)?.executed
  const answer = {
    lineId,
    result: 'OK' as const,
    reading: input.reading ?? executed?.reading ?? null,
    remark: input.remedy.slice(0, 1000),
    photoId: input.photoId ?? executed?.photoId ?? null,
  }
  await recordChecklist(ctx, subjectOf(order), [answer])
}
