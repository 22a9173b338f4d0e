import { deedTime } from '#engines/orders/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { attachFiles } from '#kernel/files/store-file.ts'
import type { workActions } from '../actions/work-actions.ts'
import type { PhotoStage } from '../words.ts'
import { emitFor, lockUntilEnded } from './find-repair.ts'

type Action = (typeof workActions)['addPhotos']

/** Ties uploaded pictures to a repair at a stage. @throws Problem 422 for a file that is not the caller's own upload */
export async function keepPhotos(
  ctx: Ctx,
  orderId: string,
  fileIds: readonly string[],
  stage: PhotoStage,
): Promise<void> {
  if (fileIds.length === 0) return
  await attachFiles(ctx, fileIds, 'orders.service_order', orderId)
  const { at } = await deedTime(ctx, orderId)
  await ctx.db
    .insertInto('repairs.photo')
    .values(
      fileIds.map((file_id) => ({
        order_id: orderId,
        file_id,
        stage,
        at,
        by_name: ctx.actor.name,
      })),
    )
    .execute()
}

/** More pictures of a repair, while its order has not ended. */
export async function addPhotos(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  await lockUntilEnded(ctx, input.orderId)
  await keepPhotos(ctx, input.orderId, input.photos, input.stage)
  await emitFor(ctx, input.orderId, 'repairs.photos_added', {
    after: { stage: input.stage, files: input.photos },
  })
  return done
}
