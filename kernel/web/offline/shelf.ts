import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Method } from '#kernel/contract/action.ts'
import type { ProblemBody } from '#kernel/contract/problem.ts'
import type { SessionAnswer } from '../use-session.ts'

/** One write a person made, kept on this device until the server has it. */
export interface Deed {
  /** Its place in the order of all writes of this device; given by the database. */
  seq?: number
  /** The Idempotency-Key: the same on every attempt, so that it is carried out once. */
  id: string
  /** User id of whoever made it; it never goes out under another name. */
  owner: string
  /** What it is about; the writes about one thing go out one after the other. */
  subject: string
  method: Method
  /** Of the action, with its parameters as `:orderId`. */
  path: string
  input: Record<string, unknown>
  /** In the words of its maker: 开工, 完工：已解决. */
  what: string
  /** Kept pictures that must be at the server first. */
  pictures: string[]
  /** When it was done, in milliseconds of this device. */
  at: number
  /** Prefixes of action paths whose answers grow stale by it. */
  refreshes: string[]
  /** Page that shows what has not been sent. */
  page: string
  /** When the server had it; it stays a while, until fresh answers show its effect. */
  sentAt: number | null
  /** Why the server did not take it; it and what follows on the same subject then wait for its maker. */
  refusal: ProblemBody | null
}

/** A picture on this device: taken here and not yet at the server, or kept so that it can be seen without a network. */
export interface KeptPicture {
  id: string
  owner: string
  blob: Blob
  name: string
  /** Null for one that the server does not have yet. */
  storedAt: number | null
}

/** An answer of the server, kept to be read without a network. */
export interface KeptAnswer {
  /** Owner and query key. */
  id: string
  owner: string
  key: readonly unknown[]
  answer: unknown
  at: number
}

interface Shelves extends DBSchema {
  deed: { key: number; value: Deed; indexes: { owner: string } }
  picture: { key: string; value: KeptPicture; indexes: { owner: string } }
  answer: { key: string; value: KeptAnswer; indexes: { owner: string } }
  session: { key: string; value: { id: 'session'; answer: SessionAnswer; at: number } }
}
export type Shelf = IDBPDatabase<Shelves>

let opening: Promise<Shelf | null> | undefined

/** The database of this device (IndexedDB); null where the browser keeps none (private windows): then memory has to do. */
export function openShelf(): Promise<Shelf | null> {
  opening ??= openDB<Shelves>('houqin', 1, {
    upgrade(database) {
      const deeds = database.createObjectStore('deed', { keyPath: 'seq', autoIncrement: true })
      deeds.createIndex('owner', 'owner')
      const pictures = database.createObjectStore('picture', { keyPath: 'id' })
      pictures.createIndex('owner', 'owner')
      const answers = database.createObjectStore('answer', { keyPath: 'id' })
      answers.createIndex('owner', 'owner')
      database.createObjectStore('session', { keyPath: 'id' })
    },
    blocking(_now, _wanted, event) {
      // A newer version of the application in another tab must not wait for this one.
      if (event.target instanceof IDBDatabase) event.target.close()
    },
  }).catch((error: unknown) => {
    console.debug('this browser keeps nothing', error)
    return null
  })
  return opening
}
