import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { meetingActions } from '../actions/meeting-actions.ts'
import { emitFor, findMeeting } from './find-meeting.ts'
import { readTaskChecklist } from './task-checklist.ts'

type Action = (typeof meetingActions)['recordOmission']

/**
 * Something left out of a meeting's support, found by whoever may read the meeting: the organiser, the desk, an
 * attendant. @throws Problem 404; 422 for a task or line that is not this meeting's
 */
export async function recordOmission(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const meeting = await findMeeting(ctx, input.meetingId)
  const taskId = input.taskId ?? null
  const lineId = input.lineId ?? null
  if (lineId && !taskId) throw new Problem(422, 'meetings.unknown_task', { path: 'taskId' })
  if (taskId) {
    const task = await ctx.db
      .selectFrom('meetings.task')
      .select(['id', 'kind', 'step', 'created_at'])
      .where('id', '=', taskId)
      .where('meeting_id', '=', meeting.id)
      .executeTakeFirst()
    if (!task) throw new Problem(422, 'meetings.unknown_task', { path: 'taskId' })
    if (lineId && !(await readTaskChecklist(ctx, task)).some(({ line }) => line.id === lineId))
      throw new Problem(422, 'standards.unknown_line', { path: 'lineId' })
  }
  const { id } = await ctx.db
    .insertInto('meetings.omission')
    .values({
      meeting_id: meeting.id,
      task_id: taskId,
      line_id: lineId,
      what: input.what,
      found_at: ctx.now,
      found_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await emitFor(ctx, meeting.id, 'meetings.omission_recorded', {
    after: { taskId, lineId, what: input.what },
  })
  return { id }
}
