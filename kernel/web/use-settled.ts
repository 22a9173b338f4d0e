import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** Longest wait for cards that are slow; then they come as they come. */
const patienceMs = 3000
/** So long nothing may be read before all is taken to be there: a card that just came begins its reading. */
const quietMs = 60

let settledBefore = false

/**
 * Whether the parts of the first screen have come and read what they show, so that they can be shown together and
 * nothing moves under the thumb. Later visits show what is known at once.
 */
export function useSettled(parts: readonly { load: () => Promise<unknown> }[]): boolean {
  const reading = useIsFetching() > 0
  const [loaded, setLoaded] = useState(false)
  const [settled, setSettled] = useState(settledBefore)
  useEffect(() => {
    let here = true
    void Promise.allSettled(parts.map(({ load }) => load())).then(() => here && setLoaded(true))
    const patience = setTimeout(() => setSettled(true), patienceMs)
    return () => {
      here = false
      clearTimeout(patience)
    }
  }, [parts])
  useEffect(() => {
    if (!loaded || reading) return
    const quiet = setTimeout(() => setSettled(true), quietMs)
    return () => clearTimeout(quiet)
  }, [loaded, reading])
  useEffect(() => {
    settledBefore ||= settled
  }, [settled])
  return settled
}
