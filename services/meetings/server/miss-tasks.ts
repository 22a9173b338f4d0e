import type { Ctx } from '#kernel/context.ts'
import { taskStates } from '../states.ts'
import { type TaskKind, taskKinds } from '../words.ts'

/** How long after its time a task may still be begun or finished before it counts as missed. */
export const graceMinutes = 60
const atOnce = 200

/**
 * Marks what nobody did in time as missed, and writes it down as left out, so that it is made good and kept on record.
 */
export async function missTasks(ctx: Ctx): Promise<void> {
  const late = await ctx.db
    .selectFrom('meetings.task')
    .select(['id', 'kind', 'meeting_id'])
    .where('state', 'in', ['PLANNED', 'STARTED'])
    .where('due_at', '<', new Date(ctx.now.getTime() - graceMinutes * 60_000).toISOString())
    .orderBy('due_at')
    .limit(atOnce)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { id, kind, meeting_id } of late) {
    await ctx.move(taskStates, 'miss', id)
    const what = `${taskKinds[kind as TaskKind].zh}未按时完成`
    await ctx.db
      .insertInto('meetings.omission')
      .values({ meeting_id, task_id: id, what, found_at: ctx.now, found_by: ctx.actor.name })
      .execute()
  }
}
