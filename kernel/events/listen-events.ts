import { EventEmitter } from 'node:events'
import pg from 'pg'

/** A committed event, by its ids only; whoever hears it reads what it may see. */
export interface Announcement {
  bureauId: string
  id: string
  type: string
  subjectType: string
  subjectId: string | null
}

/** Milliseconds before a lost connection is tried again. */
const pause = 500
/** Milliseconds between two signs of life, and how long one may take: a network that swallows packets says nothing. */
const beat = 15_000
const patience = 10_000

/** A hub for announcements (`any`, and one name per bureau) and for gaps in them (`missed`); silent until fed. */
export function createAnnouncements(): EventEmitter {
  return new EventEmitter().setMaxListeners(0)
}

/**
 * Hears the database's announcements on a connection of its own to where the pool leads, and keeps hearing them when it dies. What was said
 * meanwhile is lost; `missed` tells those who listen to look for themselves.
 * @returns how to stop
 */
export function listenEvents(pool: pg.Pool, hub: EventEmitter): () => Promise<void> {
  let client: pg.Client | null = null
  let closed = false
  let gap = false
  let timer: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      ...pool.options,
      application_name: 'houqin announcements',
      connectionTimeoutMillis: patience,
      query_timeout: patience,
    })
    client = fresh
    fresh.on('notification', tell)
    // 'end' always follows, and is acted upon.
    fresh.on('error', () => undefined)
    fresh.once('end', again)
    try {
      await fresh.connect()
      await fresh.query('listen houqin_event')
      if (gap) hub.emit('missed')
      gap = false
      timer = setInterval(() => void fresh.query('select 1').catch(() => fresh.end()), beat)
    } catch {
      // The database is away; readiness tells the operator, and we try again.
      fresh.removeListener('end', again)
      void fresh.end().catch(() => undefined)
      again()
    }
  }
  function again(): void {
    gap = true
    clearInterval(timer)
    if (!closed) timer = setTimeout(connect, pause)
  }
  function tell(message: pg.Notification): void {
    const announcement = JSON.parse(message.payload ?? '{}') as Announcement
    hub.emit('any', announcement)
    hub.emit(announcement.bureauId, announcement)
  }

  void connect()
  return async () => {
    closed = true
    clearTimeout(timer)
    await client?.end().catch(() => undefined)
  }
}
