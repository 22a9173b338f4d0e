import { EventEmitter } from 'node:events'
import type pg from 'pg'

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

/** A hub for announcements; silent until `listenEvents` feeds it. */
export function createAnnouncements(): EventEmitter {
  return new EventEmitter().setMaxListeners(0)
}

/** Hears the database's announcements, and keeps hearing them when the connection dies. @returns how to stop */
export function listenEvents(pool: pg.Pool, hub: EventEmitter): () => void {
  let client: pg.PoolClient | null = null
  let closed = false
  async function connect(): Promise<void> {
    if (closed) return
    try {
      const fresh = await pool.connect()
      if (closed) return fresh.release()
      client = fresh
      fresh.on('notification', (message) => {
        const announcement = JSON.parse(message.payload ?? '{}') as Announcement
        hub.emit('any', announcement)
        hub.emit(announcement.bureauId, announcement)
      })
      fresh.once('error', () => {
        if (client !== fresh) return
        client = null
        fresh.release(true)
        setTimeout(connect, 1000).unref()
      })
      await fresh.query('listen houqin_event')
    } catch {
      // The database is away; readiness tells the operator, and we try again.
      setTimeout(connect, 1000).unref()
    }
  }
  void connect()
  return () => {
    closed = true
    client?.release(true)
    client = null
  }
}
