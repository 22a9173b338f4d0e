import { useSyncExternalStore } from 'react'

/** A value shared by the whole page, outside React's tree. */
export interface Store<T> {
  get: () => T
  set: (value: T) => void
  subscribe: (listener: () => void) => () => void
}

/** Makes a store; listeners hear only of real changes. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Reads a store in a component. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get)
}

/** What this device remembers under a key; null when storage is closed (private windows) or empty. */
export function remembered(key: string): string | null {
  if (typeof localStorage === 'undefined') return null
  try {
    return localStorage.getItem(`hq.${key}`)
  } catch (error) {
    // A closed storage only costs the memory of a preference.
    console.debug('storage is closed', error)
    return null
  }
}

/** Remembers a preference on this device; null forgets it. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`hq.${key}`)
    else localStorage.setItem(`hq.${key}`, value)
  } catch (error) {
    console.debug('storage is closed', error)
  }
}
