import { localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { SheetColumn } from '#kernel/sheets/write-sheet.ts'
import type { taskActions } from '../actions/task-actions.ts'
import { taskStates } from '../states.ts'
import { taskKinds } from '../words.ts'
import { filterTasks, selectTasks, taskRowOf } from './select-tasks.ts'
import { readTaskChecklist, scoreOf } from './task-checklist.ts'

type Actions = typeof taskActions

/** The tasks, in order of time. */
export async function listTasks(
  ctx: Ctx,
  input: InputOf<Actions['listTasks']>,
): Promise<OutputOf<Actions['listTasks']>> {
  const { items, next } = await keysetPage(filterTasks(ctx, input), input, {
    by: [{ column: 'starts_at', ref: 't.starts_at', direction: 'asc' }],
    idRef: 't.id',
  })
  return { items: items.map((row) => taskRowOf(ctx, row)), next }
}

const mostExported = 50_000

/** The same tasks as a sheet. */
export async function exportTasks(ctx: Ctx, input: InputOf<Actions['exportTasks']>): Promise<FileAnswer> {
  const rows = await filterTasks(ctx, input)
    .orderBy('t.starts_at')
    .orderBy('t.id')
    .limit(mostExported)
    .execute()
  const title = ctx.say({ zh: '会务任务', en: 'Tasks of meetings' })
  const headings = [
    '会议编号',
    '会议名称',
    '会议室',
    '任务',
    '开始',
    '完成期限',
    '负责人',
    '状态',
    '完成时间',
  ]
  const columns: SheetColumn[] = headings.map((heading) => ({ heading, kind: 'text' }))
  const content = {
    title,
    columns,
    rows: rows.map((row) => {
      const task = taskRowOf(ctx, row)
      return [
        task.meeting.number,
        task.meeting.title,
        task.meeting.roomName,
        ctx.say(taskKinds[task.kind]),
        localMinute(task.startsAt),
        localMinute(task.dueAt),
        task.owner?.name ?? '',
        ctx.say(taskStates.states[task.state].title),
        task.doneAt ? localMinute(task.doneAt) : '',
      ]
    }),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', title)
}

/** The attendant's day by time: the own tasks and the pool's; cancelled ones are left out. */
export async function listMyTasks(
  ctx: Ctx,
  input: InputOf<Actions['listMyTasks']>,
): Promise<OutputOf<Actions['listMyTasks']>> {
  const day = input.day ?? localDayOf(ctx.now)
  const rows = await filterTasks(ctx, { from: day, to: day })
    .where('t.state', '<>', 'CANCELLED')
    .where((row) =>
      row.or([row('t.owner_person_id', '=', ctx.actor.personId), row('t.owner_person_id', 'is', null)]),
    )
    .orderBy('t.starts_at')
    .orderBy('t.id')
    .limit(200)
    .execute()
  return { day, items: rows.map((row) => taskRowOf(ctx, row)) }
}

/** One task with its checklist. @throws Problem 404 */
export async function readTask(
  ctx: Ctx,
  { taskId }: InputOf<Actions['readTask']>,
): Promise<OutputOf<Actions['readTask']>> {
  const row = await selectTasks(ctx).where('t.id', '=', taskId).executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  const lines = await readTaskChecklist(ctx, row)
  const answered = lines.some(({ executed }) => executed)
  return { ...taskRowOf(ctx, row), checklist: { lines, score: answered ? scoreOf(lines) : null } }
}
