import { EventEmitter } from 'node:events'
import type pg from 'pg'
import { announceEvents } from './announce-events.ts'
import { startWorkLoop } from './work-loop.ts'

/** A committed event, by its ids only; whoever hears it reads what it may see. */
export interface Announcement {
  bureauId: string
  id: string
  type: string
  subjectType: string
  subjectId: string | null
  /** Set when it is for one account only. */
  userId?: string
}

/** Milliseconds before a lost connection is tried again. */
const pause = 500
/** Milliseconds between two signs of life, and how long one may take: a network that swallows packets says nothing. */
const beat = 15_000
const patience = 10_000

/** A hub for announcements (`any`, one name per bureau), gaps in them (`missed`), and own commits (`written`); silent until fed. */
export function createAnnouncements(): EventEmitter {
  return new EventEmitter().setMaxListeners(0)
}

/**
 * Hears the database's announcements on a connection of its own, and keeps hearing them when it dies. What was said
 * meanwhile is lost; `missed` tells those who listen to look for themselves. Whoever listens also announces, after
 * each own commit and every few seconds what others left.
 * @returns how to stop
 */
export function listenEvents(pool: pg.Pool, hub: EventEmitter): () => void {
  let client: pg.PoolClient | null = null
  let closed = false
  let gap = false
  let timer: NodeJS.Timeout | undefined

  async function connect(): Promise<void> {
    try {
      const fresh = await pool.connect()
      if (closed) return fresh.release(true)
      client = fresh
      fresh.on('notification', tell)
      fresh.once('end', () => lose(fresh))
      await fresh.query(`set application_name = 'houqin announcements'; listen houqin_event`)
      if (gap) hub.emit('missed')
      gap = false
      timer = setInterval(() => void feel(fresh), beat)
    } catch {
      // The database is away; readiness tells the operator, and we try again.
      if (client) lose(client)
      else again()
    }
  }
  async function feel(fresh: pg.PoolClient): Promise<void> {
    const late = new Promise<never>((_resolve, reject) => setTimeout(reject, patience).unref())
    await Promise.race([fresh.query('select 1'), late]).catch(() => lose(fresh))
  }
  function lose(lost: pg.PoolClient): void {
    if (client !== lost) return
    client = null
    lost.release(true)
    again()
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
  const ask = async <Row>(statement: pg.QueryConfig) => (await pool.query(statement)).rows as Row[]
  // Tried again by the clock when the database is away.
  const stopAnnouncing = startWorkLoop(
    { announcements: hub },
    () => announceEvents(ask),
    () => undefined,
    ['written'],
  )
  return () => {
    void stopAnnouncing()
    closed = true
    clearTimeout(timer)
    client?.release(true)
    client = null
  }
}
