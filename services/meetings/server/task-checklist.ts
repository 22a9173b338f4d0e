import type { Selectable } from 'kysely'
import {
  type ChecklistAnswer,
  type ChecklistLine,
  type ChecklistScore,
  checklistFor,
  type ExecutedLine,
  expectChecklist,
  readChecklist,
  recordChecklist,
  scoreChecklist,
} from '#engines/standards/server/api.ts'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import { clausesOf } from '../clauses.ts'
import { type Step, type TaskKind, taskKinds } from '../words.ts'

export type TaskRecord = Selectable<DB['meetings.task']>

export interface TaskLine {
  line: ChecklistLine
  executed: ExecutedLine | null
}

/** The lines of a task with what was found: those in force when it was planned, whatever is issued later. */
export async function readTaskChecklist(
  ctx: Ctx,
  task: Pick<TaskRecord, 'id' | 'kind' | 'step' | 'created_at'>,
): Promise<TaskLine[]> {
  const executed = await readChecklist(ctx, { type: 'meetings.task', id: task.id })
  const results = new Map(executed.map((one) => [one.line.id, one]))
  const lines = await checklistFor(ctx, codesOf(task), task.created_at)
  return lines.map((line) => ({ line, executed: results.get(line.id) ?? null }))
}

const codesOf = (task: Pick<TaskRecord, 'kind' | 'step'>) =>
  clausesOf({ kind: task.kind as TaskKind, step: task.step as Step })

/** Says what is asked for from now on: what nobody answers counts as not done in the standard's figures. */
export async function openTaskChecklist(ctx: Ctx, task: TaskRecord): Promise<void> {
  const codes = codesOf(task)
  if (codes.length > 0) await expectChecklist(ctx, await subjectOf(ctx, task), codes, task.created_at)
}

/** How a checklist came out so far. */
export function scoreOf(lines: readonly TaskLine[]): ChecklistScore {
  return scoreChecklist(
    lines.map(({ line, executed }) => ({ mandatory: line.mandatory, result: executed?.result ?? null })),
  )
}

/** Keeps answers and counts the mandatory lines answered. @returns the checklist as it is then */
export async function answerLines(
  ctx: Ctx,
  task: TaskRecord,
  answers: readonly ChecklistAnswer[],
  at: Date = ctx.now,
): Promise<TaskLine[]> {
  await recordChecklist(ctx, await subjectOf(ctx, task), [...answers], at)
  const lines = await readTaskChecklist(ctx, task)
  const mandatory = lines.filter(({ line }) => line.mandatory)
  await ctx.db
    .updateTable('meetings.task')
    .set({
      lines_due: mandatory.length,
      lines_answered: mandatory.filter(({ executed }) => executed !== null).length,
    })
    .where('id', '=', task.id)
    .execute()
  return lines
}

/** The task as the standards engine knows it. */
async function subjectOf(ctx: Ctx, task: TaskRecord) {
  const meeting = await ctx.db
    .selectFrom('meetings.meeting as m')
    .innerJoin('bookings.booking as b', (join) =>
      join.onRef('b.bureau_id', '=', 'm.bureau_id').onRef('b.id', '=', 'm.booking_id'),
    )
    .innerJoin('bookings.claim as c', (join) =>
      join.onRef('c.bureau_id', '=', 'b.bureau_id').onRef('c.booking_id', '=', 'b.id'),
    )
    .innerJoin('meetings.room as r', (join) =>
      join.onRef('r.bureau_id', '=', 'c.bureau_id').onRef('r.id', '=', 'c.resource_id'),
    )
    .select(['m.number', 'b.unit_id', 'r.site_id'])
    .where('m.booking_id', '=', task.meeting_id)
    .orderBy((row) => row('r.id', 'is not distinct from', task.room_id), 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    type: 'meetings.task',
    id: task.id,
    label: `${meeting?.number ?? ''} ${taskKinds[task.kind as TaskKind].zh}`.trim(),
    href: `/meetings/${task.meeting_id}`,
    unitId: meeting?.unit_id ?? null,
    siteId: meeting?.site_id ?? null,
    dueAt: new Date(task.due_at),
  }
}
