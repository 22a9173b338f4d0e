import { createContext, type RefObject, useContext } from 'react'
import { createStore, type Store } from '#kernel/web/store.ts'
import type { Span } from './axis.ts'
import type { Place } from './grid-cursor.ts'
import type { TimeGridProps } from './grid-shapes.ts'
import type { GridLayout } from './lay-lines.ts'
import type { GridSpeech } from './use-grid-words.ts'

/** What is being drawn, moved or stretched, by hand or by keys. */
export interface Ghost {
  /** `drop`: dragged here from outside of the grid. */
  kind: 'make' | 'move' | 'drop'
  id: string | null
  line: number
  span: Span
  /** Why it cannot be dropped here, in words. */
  clash: string | null
  /** The keyboard moves it: the grid scrolls so that it stays in sight. */
  byKeys: boolean
}

export interface Said {
  words: string
  bad: boolean
}

/**
 * What changes while a hand or a key is at work stands in stores beside React's tree: a drag draws the ghost anew, not
 * the five hundred items under it.
 */
export interface GridStores {
  ghost: Store<Ghost | null>
  /** `focus` when the keyboard brought it there. */
  cursor: Store<Place & { focus: boolean }>
  said: Store<Said | null>
}

export function createGridStores(): GridStores {
  return {
    ghost: createStore<Ghost | null>(null),
    cursor: createStore<Place & { focus: boolean }>({ line: 0, at: 0, id: null, focus: false }),
    said: createStore<Said | null>(null),
  }
}

/** What the newest rendering knows, for handlers that outlive it. */
export interface GridNow {
  props: TimeGridProps
  layout: GridLayout
  words: GridSpeech
  clash: (rowId: string, span: Span, exceptId: string | null) => string | null
}

export interface GridDesk extends GridStores {
  now: RefObject<GridNow>
}

const DeskContext = createContext<GridDesk | null>(null)
export const DeskProvider = DeskContext.Provider

/** The stores of the grid around. */
export function useDesk(): GridDesk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('a piece of the time grid stands outside of it')
  return desk
}
