import pg from 'pg'

/** Any number of ours; advisory locks of the `postgres` database, which holds nothing else, are only this one. */
const GUARD_KEY = 4_701_825

/** A session that holds the data folder for this process: PostgreSQL frees it the moment the process dies. */
export type Guard = { client: pg.Client; serverVersion: string; fast: boolean }

/**
 * Connects to the server whose socket is in the folder, as its superuser.
 * @param database `postgres` for housekeeping
 */
export async function connectTo(socketFolder: string, database: string): Promise<pg.Client> {
  const client = new pg.Client({
    host: socketFolder,
    port: 5432,
    user: 'postgres',
    database,
    ssl: false,
    application_name: `houqin ${process.pid}`,
    connectionTimeoutMillis: 10_000,
  })
  // A session that is cut says 'error' and then 'end'. The second is acted upon; the first would end the process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Takes the folder's guard on this session, or answers the process number of the houqin that has it. */
export async function takeGuard(client: pg.Client): Promise<Guard | { holder: string }> {
  const taken = await client.query<{ taken: boolean; version: string; kept: string }>(
    `SELECT pg_try_advisory_lock($1) AS taken, split_part(current_setting('server_version'), ' ', 1) AS version, current_setting('fsync') || current_setting('archive_mode') AS kept`,
    [GUARD_KEY],
  )
  const row = taken.rows[0]!
  if (row.taken) return { client, serverVersion: row.version, fast: row.kept !== 'onon' }
  const holder = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
     WHERE locktype = 'advisory' AND objid = $1 AND granted`,
    [GUARD_KEY],
  )
  return { holder: holder.rows[0]?.name.replace('houqin ', '') ?? '' }
}

/** Makes houqin's own database unless it is there; harmless when two processes do it at once. */
export async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (found.rowCount) return
  try {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`)
  } catch (error) {
    const duplicate = error instanceof pg.DatabaseError && ['42P04', '23505'].includes(error.code ?? '')
    if (!duplicate) throw error
  }
}
