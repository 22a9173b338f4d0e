import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { taskActions } from '../actions/task-actions.ts'
import { taskStates } from '../states.ts'
import { isForActor, selectTasks, type TaskSelection } from './select-tasks.ts'
import {
  answerLines,
  openTaskChecklist,
  readTaskChecklist,
  scoreOf,
  type TaskLine,
} from './task-checklist.ts'

type Actions = typeof taskActions

/** A task that is the actor's to do, locked. @throws Problem 404; 403 `meetings.task_not_yours` */
async function lockTask(ctx: Ctx, taskId: string): Promise<TaskSelection> {
  await ctx.db
    .selectFrom('meetings.task')
    .select('id')
    .where('id', '=', taskId)
    .forUpdate()
    .executeTakeFirst()
  const task = await selectTasks(ctx).where('t.id', '=', taskId).executeTakeFirst()
  if (!task) throw new Problem(404, 'kernel.not_found')
  if (!isForActor(ctx, task))
    throw new Problem(403, 'meetings.task_not_yours', { params: { owner: task.owner_name ?? '' } })
  return task
}

/** A shift and the way home: what lies further back is a wrong clock. */
const longestMs = 24 * 3_600_000

/** When it was done: a phone without a signal says so itself, and is believed within bounds. */
function deedTime(ctx: Ctx, notBefore: string | null): Date {
  if (!ctx.saidAt) return ctx.now
  const earliest = Math.max(ctx.now.getTime() - longestMs, notBefore ? Date.parse(notBefore) : 0)
  return new Date(Math.min(ctx.now.getTime(), Math.max(ctx.saidAt.getTime(), earliest)))
}

/** Begins a task; one of the pool becomes the actor's own. @throws Problem 403, 404, 409 */
export async function startTask(
  ctx: Ctx,
  { taskId }: InputOf<Actions['startTask']>,
): Promise<OutputOf<Actions['startTask']>> {
  const task = await lockTask(ctx, taskId)
  await ctx.move(taskStates, 'start', taskId, {
    set: {
      started_at: deedTime(ctx, null),
      owner_person_id: task.owner_person_id ?? ctx.actor.personId,
    },
  })
  await openTaskChecklist(ctx, task)
  return done
}

/** Answers lines of the task's own checklist. @throws Problem 409 unless it is under way; 422 by line */
export async function recordTaskChecklist(
  ctx: Ctx,
  { taskId, answers }: InputOf<Actions['recordTaskChecklist']>,
): Promise<OutputOf<Actions['recordTaskChecklist']>> {
  const task = await lockTask(ctx, taskId)
  if (task.state !== 'STARTED') throw new Problem(409, 'meetings.checklist_closed')
  const ids = new Set((await readTaskChecklist(ctx, task)).map(({ line }) => line.id))
  const stray = answers.findIndex(({ lineId }) => !ids.has(lineId))
  if (stray >= 0) throw new Problem(422, 'standards.unknown_line', { path: `answers.${stray}` })
  const lines = await answerLines(ctx, task, answers, deedTime(ctx, task.started_at))
  return { score: scoreOf(lines) }
}

/** Ends a task once every mandatory line is answered, with its photo. @throws Problem 403, 404, 409, 422 */
export async function finishTask(
  ctx: Ctx,
  { taskId, note }: InputOf<Actions['finishTask']>,
): Promise<OutputOf<Actions['finishTask']>> {
  const task = await lockTask(ctx, taskId)
  if (task.state === 'STARTED') {
    const mandatory = (await readTaskChecklist(ctx, task)).filter(({ line }) => line.mandatory)
    refuse(
      ctx,
      'meetings.checklist_incomplete',
      mandatory.filter(({ executed }) => !executed),
    )
    refuse(
      ctx,
      'meetings.photo_missing',
      mandatory.filter(
        ({ line, executed }) => line.needsPhoto && executed?.result !== 'NA' && !executed?.photoId,
      ),
    )
  }
  await ctx.move(taskStates, 'finish', taskId, {
    set: {
      done_at: deedTime(ctx, task.started_at),
      done_by: ctx.actor.name,
      done_by_person_id: ctx.actor.personId,
      note: note ?? task.note,
    },
  })
  return done
}

/** Names what is missing, so that the attendant can go straight to it. */
function refuse(ctx: Ctx, code: string, lines: readonly TaskLine[]): void {
  if (lines.length === 0) return
  throw new Problem(422, code, {
    params: { lines: lines.map(({ line }) => ctx.say(line.text)).join('、') },
    path: 'checklist',
    extra: { lines: lines.map(({ line }) => ({ id: line.id, needsPhoto: line.needsPhoto })) },
  })
}
