import { expect, it } from 'vitest'
import { meetings } from '../../module.ts'
import type { TaskRow } from '../../schema.ts'
import { projectTask } from './project-task.ts'

const task: TaskRow = {
  id: '1',
  kind: 'TEA',
  step: 'SET_UP',
  round: 1,
  startsAt: '2026-03-05T00:20:00.000Z',
  dueAt: '2026-03-05T00:40:00.000Z',
  state: 'PLANNED',
  former: false,
  owner: null,
  startedAt: null,
  doneAt: null,
  doneBy: null,
  note: '',
  linesDue: 3,
  linesAnswered: 0,
  meeting: {
    id: '2',
    number: 'HY-20260305-0001',
    title: '会',
    class: 'ORDINARY',
    from: '2026-03-05T01:00:00.000Z',
    to: '2026-03-05T02:00:00.000Z',
    headcount: 5,
    roomName: '一',
    siteName: '二',
    layout: null,
    services: [],
    note: '',
  },
  can: { start: true, check: false, finish: false },
}
const at = Date.parse('2026-03-05T00:30:00.000Z')
const { startTask, finishTask } = meetings.actions

it('shows what was done without a signal as done, in order, and nothing that could not follow', () => {
  const started = projectTask(task, [{ path: startTask.path, at }])
  expect([started.state, started.can.finish, started.startedAt]).toEqual([
    'STARTED',
    true,
    '2026-03-05T00:30:00.000Z',
  ])
  const done = projectTask(task, [
    { path: startTask.path, at },
    { path: finishTask.path, at },
  ])
  expect([done.state, done.can.finish]).toEqual(['DONE', false])
  expect(projectTask(task, [{ path: finishTask.path, at }]).state).toBe('PLANNED')
})
