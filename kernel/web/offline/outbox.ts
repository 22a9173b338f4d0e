import type { QueryClient } from '@tanstack/react-query'
import { ApiProblem, send } from '#kernel/contract/client.ts'
import { invalidatePaths } from '../invalidate-paths.ts'
import { createStore, useStore } from '../store.ts'
import { sessionKey } from '../use-session.ts'
import { blockedSubjects, nextDeed, waitMs } from './next-deed.ts'
import { loadPictures, storePicture } from './pictures.ts'
import { type Deed, openShelf, type Shelf } from './shelf.ts'

/** The writes of whoever is signed in, oldest first; sent ones stay a while. */
const deeds = createStore<readonly Deed[]>([])
const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('houqin.outbox')
let owner: string | null = null
let client: QueryClient | undefined
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
let running = false
let again = false

/** Sent ones are of use until fresh answers came, at the longest for a day. */
const keptSentMs = 24 * 3_600_000
const patienceMs = 60_000

async function reload(): Promise<void> {
  const shelf = await openShelf()
  if (!shelf || owner === null) return
  const all = await shelf.getAllFromIndex('deed', 'owner', owner)
  const old = all.filter(({ sentAt }) => sentAt !== null && Date.now() - sentAt > keptSentMs)
  for (const deed of old) await shelf.delete('deed', deed.seq!)
  deeds.set(all.filter((deed) => !old.includes(deed)).sort((a, b) => a.seq! - b.seq!))
}

others?.addEventListener('message', () => void reload())

/** Opens the outbox of an account: what it left here goes out; of anybody else's nothing is even read. */
export async function openOutbox(userId: string, queries: QueryClient): Promise<void> {
  owner = userId
  client = queries
  failures = 0
  await loadPictures(userId)
  await reload()
  void sendDeeds()
}

/** Nobody is signed in: nothing is shown and nothing goes out. */
export function closeOutbox(): void {
  owner = null
  clearTimeout(timer)
  deeds.set([])
}

/** Puts a write into the outbox; from then on it survives whatever happens to the browser. @throws where the device is full */
export async function addDeed(deed: Omit<Deed, 'seq' | 'owner' | 'sentAt' | 'refusal'>): Promise<void> {
  if (owner === null) throw new Error('an outbox needs an account')
  const whole: Deed = { ...deed, owner, sentAt: null, refusal: null }
  const shelf = await openShelf()
  const seq = shelf ? await write(shelf, whole) : (deeds.get().at(-1)?.seq ?? 0) + 1
  deeds.set([...deeds.get(), { ...whole, seq }])
  others?.postMessage('changed')
  // So that the browser does not throw it away when the device runs short.
  void navigator.storage?.persist?.()
  void sendDeeds()
}

/** Strictly: on the disk before anything is shown, as batteries end when they like. */
async function write(shelf: Shelf, deed: Deed): Promise<number> {
  const { store, done } = shelf.transaction('deed', 'readwrite', { durability: 'strict' })
  const seq = await store.put(deed)
  await done
  return seq
}

async function change(deed: Deed, next: Partial<Deed>): Promise<void> {
  const changed = { ...deed, ...next }
  const shelf = await openShelf()
  if (shelf) await write(shelf, changed)
  deeds.set(deeds.get().map((one) => (one.seq === deed.seq ? changed : one)))
  others?.postMessage('changed')
}

/** Throws away what was not delivered about a subject; whoever calls has asked. */
export async function discardDeeds(subject: string): Promise<void> {
  const shelf = await openShelf()
  const gone = deeds.get().filter((deed) => deed.subject === subject && deed.sentAt === null)
  for (const deed of gone) await shelf?.delete('deed', deed.seq!)
  deeds.set(deeds.get().filter((deed) => !gone.includes(deed)))
  others?.postMessage('changed')
  if (client) await invalidatePaths(client, [...new Set(gone.flatMap(({ refreshes }) => refreshes))])
}

/** Tries what was refused about a subject once more, as it is. */
export async function retryDeeds(subject: string): Promise<void> {
  for (const deed of deeds.get())
    if (deed.subject === subject && deed.refusal) await change(deed, { refusal: null })
  await sendDeeds()
}

/** One tab at a time; where the browser has no locks (plain http) the keys alone keep a repeat harmless. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work()
  await navigator.locks.request('houqin.outbox', { ifAvailable: true }, (lock) => (lock ? work() : undefined))
}

/** Sends what waits, in order, until all is sent or the network or the session is missing. */
export async function sendDeeds(): Promise<void> {
  if (running) {
    again = true
    return
  }
  running = true
  clearTimeout(timer)
  try {
    await alone(sendAll)
  } finally {
    running = false
  }
  const more = again
  again = false
  if (more) return sendDeeds()
  if (owner !== null && nextDeed(deeds.get())) timer = setTimeout(() => void sendDeeds(), waitMs(failures))
}

async function sendAll(): Promise<void> {
  await reload()
  const stale = new Set<string>()
  for (;;) {
    const deed = nextDeed(deeds.get())
    if (!deed || deed.owner !== owner) break
    const outcome = await deliver(deed)
    if (outcome === 'later') break
    for (const prefix of deed.refreshes) stale.add(prefix)
  }
  if (client) await invalidatePaths(client, [...stale])
}

/** Sends one; `later` when the network, the server or the session is missing. */
async function deliver(deed: Deed): Promise<'sent' | 'refused' | 'later'> {
  const abort = new AbortController()
  const impatience = setTimeout(() => abort.abort(), patienceMs)
  const headers = { 'sent-by': deed.owner, 'occurred-at': new Date(deed.at).toISOString() }
  try {
    for (const id of deed.pictures) await storePicture(deed.owner, id, headers, abort.signal)
    const target = { method: deed.method, path: deed.path, upload: false }
    await send(target, deed.input, { idempotencyKey: deed.id, headers, signal: abort.signal })
    failures = 0
    await change(deed, { sentAt: Date.now() })
    return 'sent'
  } catch (error) {
    if (isRefusal(error)) {
      await change(deed, { refusal: error.body })
      return 'refused'
    }
    failures++
    const away = error instanceof ApiProblem && (error.body.status === 401 || error.body.status === 409)
    // The session ended, or it is another person's by now: the gate asks who is there.
    if (away) await client?.refetchQueries({ queryKey: sessionKey })
    return 'later'
  } finally {
    clearTimeout(impatience)
  }
}

/** Whether the server understood and said no, as against one that is away, busy, or asks to sign in. */
function isRefusal(error: unknown): error is ApiProblem {
  if (!(error instanceof ApiProblem)) return false
  const { status, code } = error.body
  if (code === 'kernel.unreachable' || code === 'kernel.other_account') return false
  return status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status)
}

/** Sends whatever waits when there may be a network again. */
export function watchNetwork(): void {
  window.addEventListener('online', () => {
    failures = 0
    void sendDeeds()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendDeeds()
  })
}

/** All deeds kept here for whoever is signed in, sent ones too. */
export function useDeeds(): readonly Deed[] {
  return useStore(deeds)
}

/** How many wait to be sent, and how many were not taken or stand behind one that was not. */
export function useWaiting(): { waiting: number; refused: number; page: string | null } {
  const all = useDeeds().filter(({ sentAt }) => sentAt === null)
  const blocked = blockedSubjects(all)
  const refused = all.filter(({ subject }) => blocked.has(subject)).length
  return { waiting: all.length - refused, refused, page: all[0]?.page ?? null }
}

/** How many writes of anybody wait on this device; for the door, which names nobody. */
export async function countWaiting(): Promise<number> {
  const all = (await (await openShelf())?.getAll('deed')) ?? []
  return all.filter(({ sentAt }) => sentAt === null).length
}
