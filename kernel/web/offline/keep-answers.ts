import type { QueryClient } from '@tanstack/react-query'
import { createStore, useStore } from '../store.ts'
import { type Session, sessionKey, withAllowed } from '../use-session.ts'
import type { WebModule } from '../web-module.ts'
import { openShelf } from './shelf.ts'
import { isLeaving } from './wipe.ts'

/** A shift and the way home; older answers would send people to the wrong door. */
const longestMs = 24 * 3_600_000

/** When the server was last heard by somebody who keeps answers; null before. */
const heard = createStore<number | null>(null)

/** The moment up to which what is on screen is known to be true, in milliseconds. */
export function useHeardAt(): number | null {
  return useStore(heard)
}

/** Which reads of whom are kept, over all modules. */
function keepsFor(modules: readonly WebModule[], session: Session) {
  const all = modules.flatMap(({ kept }) => (kept && session.allowed(kept.permission) ? [kept] : []))
  return (key: readonly unknown[]) =>
    all.some(({ reads }) => reads(String(key[0]), (key[1] ?? {}) as Record<string, unknown>))
}

/** Keeps the session and the answers of the one signed in as they come. @returns how to stop */
export function keepAnswers(
  client: QueryClient,
  modules: readonly WebModule[],
  session: Session,
): () => void {
  const keeps = keepsFor(modules, session)
  const owner = session.userId
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return
    const { queryKey: key, state } = event.query
    if (key[0] === sessionKey[0] || !keeps(key) || state.data === undefined) return
    const at = state.dataUpdatedAt
    heard.set(Math.max(heard.get() ?? 0, at))
    const id = `${owner} ${JSON.stringify(key)}`
    void openShelf().then((shelf) => {
      if (!isLeaving()) return shelf?.put('answer', { id, owner, key, answer: state.data, at })
    })
  })
}

/** Remembers who is signed in, for a start without a network. */
export async function keepSession({ allowed: _, ...answer }: Session, at: number): Promise<void> {
  const shelf = await openShelf()
  if (!isLeaving()) await shelf?.put('session', { id: 'session', answer, at })
}

/** Brings back what is kept, with the moment it was read, before anything is on screen. */
export async function loadKept(client: QueryClient): Promise<void> {
  const shelf = await openShelf()
  const session = await shelf?.get('session', 'session')
  if (!shelf || !session || Date.now() - session.at > longestMs) return
  client.setQueryData(sessionKey, withAllowed(session.answer), { updatedAt: session.at })
  const answers = await shelf.getAllFromIndex('answer', 'owner', session.answer.userId)
  for (const { id, key, answer, at } of answers) {
    if (Date.now() - at > longestMs) {
      await shelf.delete('answer', id)
      continue
    }
    // What is kept must not be forgotten while nobody looks at it.
    client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY })
    client.setQueryData(key, answer, { updatedAt: at })
    heard.set(Math.max(heard.get() ?? 0, at))
  }
}
