import { App } from 'antd'
import { useCallback } from 'react'
import { uuidv7 } from 'uuidv7'
import type { Action, InputOf } from '#kernel/contract/action.ts'
import { problemOf } from '../problem-of.ts'
import { addDeed } from './outbox.ts'

export interface DeedOptions {
  /** Prefixes of action paths whose answers grow stale by it. */
  refreshes: readonly string[]
  /** Page that shows what has not been sent. */
  page: string
}

/** One write as it goes into the outbox. */
interface NewDeed<A extends Action> {
  input: InputOf<A>
  /** The id of what it is about; writes about one thing go out one after the other. */
  subject: string
  /** What was done, in its maker's words. */
  what: string
  pictures?: readonly string[]
}

/**
 * Writes through the outbox: kept on the device before it resolves, sent when there is a network, carried out once.
 * Resolves to whether it is kept; a device that is full says so itself.
 */
export function useDeed<A extends Action>(
  action: A,
  options: DeedOptions,
): (deed: NewDeed<A>) => Promise<boolean> {
  const { notification } = App.useApp()
  const { refreshes, page } = options
  return useCallback(
    async ({ input, subject, what, pictures = [] }) => {
      try {
        await addDeed({
          id: uuidv7(),
          subject,
          method: action.method,
          path: action.path,
          input: input as Record<string, unknown>,
          what,
          pictures: [...pictures],
          at: Date.now(),
          refreshes: [...refreshes],
          page,
        })
        return true
      } catch (error) {
        const told = problemOf(error)
        notification.error({ title: told.title, description: told.detail || undefined, placement: 'top' })
        return false
      }
    },
    [action, refreshes, page, notification],
  )
}
