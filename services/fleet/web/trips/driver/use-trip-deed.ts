import { useCallback } from 'react'
import type { Action, InputOf } from '#kernel/contract/action.ts'
import { useDeed } from '#kernel/web/offline/use-deed.ts'

const way = { refreshes: ['/fleet', '/standards'], page: '/fleet/my-trips/outbox' }

/** A step of a trip, through the outbox. @returns whether it is kept */
export function useTripDeed<A extends Action>(action: A) {
  const write = useDeed(action, way)
  return useCallback(
    (input: InputOf<A> & { tripId: string }, what: string, pictures: readonly string[] = []) =>
      write({ input, subject: input.tripId, what, pictures }),
    [write],
  )
}
