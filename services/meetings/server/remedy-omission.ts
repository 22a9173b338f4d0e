import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { meetingActions } from '../actions/meeting-actions.ts'
import { taskStates } from '../states.ts'
import { emitFor, lockMeeting } from './find-meeting.ts'
import { answerLines, type TaskRecord } from './task-checklist.ts'

type Action = (typeof meetingActions)['remedyOmission']

/**
 * 漏项补台: how something left out was made good. A missed task is done by it, a line of a checklist is met from now
 * on; the omission itself stays on record. @throws Problem 404; 409 `meetings.omission_remedied`
 */
export async function remedyOmission(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  await lockMeeting(ctx, input.meetingId)
  const omission = await ctx.db
    .selectFrom('meetings.omission')
    .select(['id', 'task_id', 'line_id', 'remedied_at'])
    .where('id', '=', input.omissionId)
    .where('meeting_id', '=', input.meetingId)
    .forUpdate()
    .executeTakeFirst()
  if (!omission) throw new Problem(404, 'kernel.not_found')
  if (omission.remedied_at) throw new Problem(409, 'meetings.omission_remedied')
  await ctx.db
    .updateTable('meetings.omission')
    .set({ remedy: input.remedy, remedied_at: ctx.now, remedied_by: ctx.actor.name })
    .where('id', '=', omission.id)
    .execute()
  if (omission.task_id) await settleTask(ctx, omission.task_id, omission.line_id, input)
  await emitFor(ctx, input.meetingId, 'meetings.omission_remedied', {
    after: { omissionId: omission.id, remedy: input.remedy },
  })
  return done
}

async function settleTask(
  ctx: Ctx,
  taskId: string,
  lineId: string | null,
  { remedy, photoId }: InputOf<Action>,
): Promise<void> {
  const task: TaskRecord = await ctx.db
    .selectFrom('meetings.task')
    .selectAll()
    .where('id', '=', taskId)
    .executeTakeFirstOrThrow()
  if (lineId)
    await answerLines(ctx, task, [
      { lineId, result: 'OK', remark: remedy.slice(0, 1000), photoId: photoId ?? null },
    ])
  if (task.state !== 'MISSED') return
  await ctx.move(taskStates, 'makeGood', taskId, {
    set: {
      started_at: task.started_at ?? ctx.now,
      done_at: ctx.now,
      done_by: ctx.actor.name,
      done_by_person_id: ctx.actor.personId,
      note: remedy,
    },
  })
}
