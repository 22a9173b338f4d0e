import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { Problem } from '../contract/problem.ts'
import { type Db, kyselyOn } from './connect.ts'
import { isConnectionLost } from './database-trouble.ts'

export interface TransactionOptions {
  /** The bureau whose rows are visible; null sees no business row at all. */
  bureauId: string | null
  mode: 'read' | 'write'
  /** The one moment of this transaction. */
  now: Date
}

/** The only way to the data: one transaction, as the application's role, inside one bureau. */
export interface Database {
  transaction<T>(options: TransactionOptions, work: (db: Db) => Promise<T>): Promise<T>
  /** Steps over bureaus as the owner; for the kernel's own look-ups (whose session is it?), never for services. */
  asOwner<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** One statement as the owner, in one round trip; for what every request asks first, and nothing else. */
  ask<Row>(statement: Statement): Promise<Row[]>
}

/** A statement that keeps its name is planned once a connection. */
export interface Statement {
  name: string
  text: string
  values: unknown[]
}

const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The statements that enter a bureau; one round trip. The values are checked, so they need no parameters. */
export function enterStatements({ bureauId, now }: Pick<TransactionOptions, 'bureauId' | 'now'>): string {
  if (bureauId !== null && !uuidShape.test(bureauId)) throw new TypeError('bureauId is not a UUID')
  return (
    `set local role houqin_app; set local app.bureau = '${bureauId ?? ''}'; ` +
    `set local app.now = '${now.toISOString()}'; set local app.moving = ''`
  )
}

/** Serialization failures and deadlocks: the work may be run again from the start. */
function mayRetry(error: unknown): boolean {
  const code = (error as { code?: string }).code
  return code === '40001' || code === '40P01'
}

/** A connection that fails within so many milliseconds is tried again; who has waited longer shall have an answer. */
const patience = 1000
const pause = 50

/** A connection with an open transaction. One from the pool may have died a moment ago: then another is tried. */
async function beginOn(pool: pg.Pool, begin: string): Promise<pg.PoolClient> {
  for (const began = performance.now(); ; await sleep(pause)) {
    let client: pg.PoolClient | undefined
    try {
      client = await pool.connect()
      await client.query(begin)
      return client
    } catch (error) {
      client?.release(true)
      if (performance.now() - began > patience || !isConnectionLost(error)) throw error
    }
  }
}

/**
 * The database as the server uses it, on a pool.
 * @param mayWrite answers false while the disk is so full that only reading is safe
 * @param written hears of every commit that may have written something
 */
export function databaseOn(
  pool: pg.Pool,
  mayWrite: () => boolean = () => true,
  written: () => void = () => undefined,
): Database {
  async function once<T>(begin: string, work: (db: Db) => Promise<T>): Promise<T> {
    const client = await beginOn(pool, begin)
    let broken: Error | undefined
    try {
      const result = await work(kyselyOn(client))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => {
        broken = lost
      })
      throw error
    } finally {
      client.release(broken)
    }
  }
  return {
    async transaction(options, work) {
      if (options.mode === 'write' && !mayWrite()) throw new Problem(503, 'kernel.disk_full')
      const begin = `begin ${options.mode === 'read' ? 'read only' : ''}; ${enterStatements(options)}`
      for (let attempt = 1; ; attempt++) {
        try {
          const result = await once(begin, work)
          if (options.mode === 'write') written()
          return result
        } catch (error) {
          if (attempt >= 3 || !mayRetry(error)) throw error
        }
      }
    },
    asOwner: (work) => once('begin', work),
    ask: async (statement) => (await pool.query(statement)).rows,
  }
}
