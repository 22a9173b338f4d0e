import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(max-width: 767.98px)')

function subscribe(listener: () => void): () => void {
  // Chromium 86 and Safari 13 know both forms; the old one is all that some terminals have.
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the screen is a phone's (under 768 px). */
export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches)
}
