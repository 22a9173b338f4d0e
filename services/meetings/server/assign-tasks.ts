import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { taskActions } from '../actions/task-actions.ts'
import { meetingsProblems } from '../problems.ts'
import { requireAttendant } from './attendants.ts'

type Action = (typeof taskActions)['assignTasks']

const open = ['PLANNED', 'STARTED']

/**
 * Gives tasks to an attendant, or back to the pool; each for itself, so that one that has ended holds up no other.
 * @throws Problem 422 `meetings.unknown_attendant`
 */
export async function assignTasks(
  ctx: Ctx,
  { taskIds, personId }: InputOf<Action>,
): Promise<OutputOf<Action>> {
  if (personId) await requireAttendant(ctx, personId)
  const there = await ctx.db
    .selectFrom('meetings.task')
    .select(['id', 'state', 'owner_person_id', 'meeting_id'])
    .where('id', 'in', taskIds)
    .orderBy('id')
    .forUpdate()
    .execute()
  const known = new Map(there.map((task) => [task.id, task]))
  const changed = there.filter(
    ({ state, owner_person_id }) => open.includes(state) && owner_person_id !== personId,
  )
  if (changed.length > 0)
    await ctx.db
      .updateTable('meetings.task')
      .set({ owner_person_id: personId })
      .where(
        'id',
        'in',
        changed.map(({ id }) => id),
      )
      .execute()
  await ctx.emitAll(
    changed.map(({ id, owner_person_id, meeting_id }) => ({
      type: 'meetings.task_assigned',
      subjectType: 'meetings.task',
      subjectId: id,
      before: { ownerPersonId: owner_person_id },
      after: { ownerPersonId: personId, meetingId: meeting_id },
    })),
  )
  const words = meetingsProblems
  return {
    items: taskIds.map((taskId) => {
      const task = known.get(taskId)
      if (task && open.includes(task.state)) return { taskId, assigned: true, reason: null }
      const code = task ? 'meetings.task_settled' : 'meetings.unknown_task'
      return { taskId, assigned: false, reason: ctx.say(words[code]!) }
    }),
  }
}
