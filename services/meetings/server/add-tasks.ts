import { checklistFor } from '#engines/standards/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { clausesOf } from '../clauses.ts'
import type { PlannedTask } from '../plan-tasks.ts'
import { taskStates } from '../states.ts'

/** A task to be written: in which room, whose, and whether it is of a room the meeting has left. */
export interface NewTask extends PlannedTask {
  roomId: string | null
  ownerId: string | null
  former?: boolean
  /** It stands in for one of an earlier room or day, whose owner hears of the move. */
  again?: boolean
}

export const timesOf = (task: PlannedTask) => ({ starts_at: task.startsAt, due_at: task.dueAt })

/** Writes them, with what their checklists ask for at the standard in force now. */
export async function addTasks(ctx: Ctx, meetingId: string, tasks: readonly NewTask[]): Promise<void> {
  const due = await mandatoryLines(ctx, tasks)
  await ctx.db
    .insertInto('meetings.task')
    .values(
      tasks.map((task, index) => ({
        meeting_id: meetingId,
        kind: task.kind,
        step: task.step,
        round: task.round,
        ...timesOf(task),
        room_id: task.roomId,
        owner_person_id: task.ownerId,
        former: task.former ?? false,
        state: taskStates.initial,
        lines_due: due[index]!,
        created_at: ctx.now,
      })),
    )
    .execute()
  await ctx.emit({
    type: 'meetings.tasks_planned',
    subjectType: 'meetings.meeting',
    subjectId: meetingId,
    after: {
      tasks: tasks.map(({ kind, round }) => `${kind}/${round}`),
      ownerIds: [...new Set(tasks.flatMap(({ ownerId, again }) => (again ? [] : (ownerId ?? []))))],
    },
  })
}

/** How many mandatory lines the checklist of each task has, at the standard in force now. */
async function mandatoryLines(
  ctx: Ctx,
  tasks: readonly Pick<PlannedTask, 'kind' | 'step'>[],
): Promise<number[]> {
  const codes = tasks.map(clausesOf)
  const lines = (await checklistFor(ctx, [...new Set(codes.flat())])).filter(({ mandatory }) => mandatory)
  return codes.map((own) => lines.filter(({ clauseCode }) => own.includes(clauseCode)).length)
}
