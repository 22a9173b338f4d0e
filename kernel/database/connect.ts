import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { DB } from '#generated/tables.ts'
import { planName } from './planned-once.ts'
import { reachWriter, serversOf } from './reach-writer.ts'

export type Db = Kysely<DB>

/** What nearly every moment looks like; years of five digits and before Christ are left to `Date`. */
const usualMoment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/

/** PostgreSQL's text form of a moment in UTC, `2026-11-22 01:37:09.123+00`, as ISO 8601; lists have thousands of them. */
export function isoMoment(value: string): string {
  if (usualMoment.test(value))
    return `${value.slice(0, 10)}T${value.slice(11, 19)}.${`${value.slice(20, -3)}000`.slice(0, 3)}Z`
  return new Date(`${value.replace(' ', 'T')}Z`.replace('+00Z', 'Z')).toISOString()
}

/** Rows carry what the wire carries: moments and days as ISO text, counts and decimals as numbers. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, isoMoment)
types.setTypeParser(pg.types.builtins.DATE, (value) => value)
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/**
 * A pool of connections as the owner of the schema; only the kernel holds one. `schema` is for the sign-in library.
 * @param url one server, or several of which one takes writes, see `serversOf`
 */
export function openPool(url: string, options: { max?: number; schema?: string } = {}): pg.Pool {
  const servers = serversOf(url)
  const pool = new pg.Pool({
    connectionString: servers[0],
    ...(servers.length > 1 ? reachWriter(servers) : {}),
    max: options.max ?? 16,
    // The sign-in library compares moments as Date; texts would never be past.
    ...(options.schema ? {} : { types }),
    options: `-c timezone=UTC${options.schema ? ` -c search_path=${options.schema}` : ''}`,
    connectionTimeoutMillis: 10_000,
    // A peer that vanished without a word is noticed, instead of being waited for.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  })
  // A connection that dies while idle (database restarted) must not end the process; the pool replaces it.
  pool.on('error', () => undefined)
  // One that dies between two statements of a transaction neither: the next statement on it fails and says so.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Kysely on exactly one connection, whose transaction somebody else keeps. */
export function kyselyOn(client: pg.PoolClient): Db {
  const query = client.query.bind(client) as PostgresPoolClient['query']
  const borrowed: PostgresPoolClient = {
    query: ((sent: string, values: unknown[]) => {
      const name = planName(sent)
      return name ? client.query({ name, text: sent, values }) : query(sent, values)
    }) as PostgresPoolClient['query'],
    release: () => undefined,
  }
  const pool: PostgresPool = { connect: async () => borrowed, end: async () => undefined }
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
}
