import { useCallback } from 'react'
import type { Action, InputOf } from '#kernel/contract/action.ts'
import { useDeed } from '#kernel/web/offline/use-deed.ts'

const way = { refreshes: ['/meetings', '/standards'], page: '/meetings/tasks/outbox' }

/** A step of the work on a task, through the outbox. @returns whether it is kept */
export function useTaskDeed<A extends Action>(action: A) {
  const write = useDeed(action, way)
  return useCallback(
    (input: InputOf<A> & { taskId: string }, what: string, pictures: readonly string[] = []) =>
      write({ input, subject: input.taskId, what, pictures }),
    [write],
  )
}
