import { useEffect, useState } from 'react'
import type { Text } from '../contract/text.ts'

export type EventWords = ReadonlyMap<string, Text>

const none: EventWords = new Map()
let known: EventWords = none

/** Event type → its words, of every module; empty until they have been fetched, which happens once. */
export function useEventWords(): EventWords {
  const [words, setWords] = useState(known)
  useEffect(() => {
    if (known !== none) return
    let here = true
    void import('virtual:event-words').then(
      ({ default: fetched }) => {
        known = new Map(Object.entries(fetched))
        if (here) setWords(known)
      },
      // Without a network the history goes without its words; the next page that shows one asks again.
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [])
  return words
}
