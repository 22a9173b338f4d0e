import { Type } from 'typebox'
import { ChecklistAnswer, ChecklistLine, ChecklistScore, ExecutedLine } from '#engines/standards/schema.ts'
import {
  Day,
  Done,
  download,
  Id,
  Moment,
  Nullable,
  PageOf,
  paging,
  read,
  write,
} from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import { Format, Note, TaskKindName, TaskRow, TaskStateName } from '../schema.ts'

const taskPath = '/meetings/tasks/:taskId' as const
const taskId = Id
const filters = {
  /** Day it starts, inclusive. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  state: Type.Optional(Type.Array(TaskStateName, { maxItems: 5 })),
  kind: Type.Optional(TaskKindName),
  siteId: Type.Optional(Id),
  ownerId: Type.Optional(Id),
  /** Nobody's yet. */
  unowned: Type.Optional(Type.Boolean()),
}

/** The support of meetings as timed tasks: the attendant's day, the dispatcher's board. */
export const taskActions = {
  listTasks: read({
    path: '/meetings/tasks',
    permission: 'meetings.board',
    input: Type.Object({ ...paging, ...filters }),
    output: PageOf(TaskRow),
    summary: text('会务任务', 'Tasks of meetings'),
  }),
  exportTasks: download({
    path: '/meetings/tasks/export',
    permission: 'meetings.board',
    input: Type.Object({ ...filters, format: Format }),
    summary: text('导出会务任务', 'Export tasks of meetings'),
  }),
  listMyTasks: read({
    path: '/meetings/tasks/mine',
    permission: 'meetings.tasks',
    input: Type.Object({ day: Type.Optional(Day) }),
    output: Type.Object({ day: Day, items: Type.Array(TaskRow) }),
    summary: text('我的会务任务', 'My tasks of a day'),
  }),
  readTask: read({
    path: taskPath,
    permission: 'meetings.work',
    input: Type.Object({ taskId }),
    output: Type.Object({
      ...TaskRow.properties,
      checklist: Type.Object({
        lines: Type.Array(Type.Object({ line: ChecklistLine, executed: Nullable(ExecutedLine) })),
        score: Nullable(ChecklistScore),
      }),
    }),
    summary: text('一项会务任务', 'One task'),
  }),
  startTask: write({
    path: `${taskPath}/start`,
    permission: 'meetings.work',
    input: Type.Object({ taskId }),
    output: Done,
    summary: text('开始任务', 'Start a task'),
  }),
  recordTaskChecklist: write({
    method: 'PUT',
    path: `${taskPath}/checklist`,
    permission: 'meetings.work',
    input: Type.Object({ taskId, answers: Type.Array(ChecklistAnswer, { minItems: 1, maxItems: 100 }) }),
    output: Type.Object({ score: ChecklistScore }),
    summary: text('填写检查清单', 'Record the checklist of a task'),
  }),
  finishTask: write({
    path: `${taskPath}/completion`,
    permission: 'meetings.work',
    input: Type.Object({ taskId, note: Type.Optional(Note) }),
    output: Done,
    summary: text('完成任务', 'Finish a task'),
  }),
  assignTasks: write({
    path: '/meetings/tasks/assignment',
    permission: 'meetings.dispatch',
    input: Type.Object({
      taskIds: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
      /** Null: back to the pool. */
      personId: Nullable(Id),
    }),
    output: Type.Object({
      items: Type.Array(
        Type.Object({ taskId: Id, assigned: Type.Boolean(), reason: Nullable(Type.String()) }),
      ),
    }),
    summary: text('分派任务', 'Assign tasks'),
  }),
  listAttendants: read({
    path: '/meetings/attendants',
    permission: 'meetings.dispatch',
    input: Type.Object({ from: Moment, to: Moment }),
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Id,
          name: Type.String(),
          unitName: Type.String(),
          skilled: Type.Boolean(),
          /** Tasks of theirs at this time. */
          busy: Type.Integer(),
          /** Tasks and minutes of the day on which `from` lies. */
          tasksOfDay: Type.Integer(),
          minutesOfDay: Type.Integer(),
        }),
      ),
    }),
    summary: text('会务人员和当天任务量', 'Attendants and their load'),
  }),
}
