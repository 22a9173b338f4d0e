import type { QueryClient } from '@tanstack/react-query'
import { type Session, sessionKey } from '../use-session.ts'
import type { WebModule } from '../web-module.ts'
import { keepAnswers, keepSession } from './keep-answers.ts'
import { closeOutbox, openOutbox } from './outbox.ts'
import { forgetSession, wipeOthers } from './wipe.ts'

/** Opens outbox and kept answers for whoever is signed in, and closes them when nobody is any more. */
export function followOwner(client: QueryClient, modules: readonly WebModule[]): void {
  let owner: string | null = null
  let stop: () => void = () => undefined
  let verified = 0
  const look = () => {
    const state = client.getQueryState<Session | null>(sessionKey)
    const session = state?.data
    if (session === undefined) return
    if (session && state && state.dataUpdatedAt > verified) {
      verified = state.dataUpdatedAt
      void keepSession(session, verified)
    }
    if (session === null) void forgetSession()
    const next = session?.userId ?? null
    if (next === owner) return
    owner = next
    stop()
    stop = () => undefined
    if (!session) return closeOutbox()
    stop = keepAnswers(client, modules, session)
    void wipeOthers(session.userId).then(() => openOutbox(session.userId, client))
  }
  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.query.queryKey[0] === sessionKey[0]) look()
  })
  look()
}
