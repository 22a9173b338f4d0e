import type { Deed } from '#kernel/web/offline/shelf.ts'
import { meetings } from '../../module.ts'
import type { TaskRow } from '../../schema.ts'

type Pending = Pick<Deed, 'path' | 'at'>

const { startTask, finishTask } = meetings.actions

/** A task with the effect of what was done on it here and has not come back from the server yet, in order. */
export function projectTask<T extends TaskRow>(task: T, pending: readonly Pending[]): T {
  let now = task
  for (const deed of pending) now = projectDeed(now, deed)
  return now
}

function projectDeed<T extends TaskRow>(task: T, { path, at }: Pending): T {
  const moment = new Date(at).toISOString()
  if (path === startTask.path && task.state === 'PLANNED') {
    const can = { ...task.can, start: false, check: true, finish: true }
    return { ...task, state: 'STARTED', startedAt: moment, can }
  }
  if (path === finishTask.path && task.state === 'STARTED')
    return { ...task, state: 'DONE', doneAt: moment, can: { ...task.can, check: false, finish: false } }
  return task
}
