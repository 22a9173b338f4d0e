import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { StartProblem } from './start-problem.ts'

/** A folder of SQL files, run in the order of their names, before those of modules that depend on it. */
export interface MigrationSource {
  module: string
  folder: string
}

interface Migration {
  module: string
  name: string
  sql: string
  checksum: string
}

function migrationsOf({ module, folder }: MigrationSource): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { module, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

const bookkeeping = `
  create table if not exists public.houqin_migration (
    module text not null, name text not null, checksum text not null,
    run_at timestamptz not null default now(), primary key (module, name))`

/**
 * Brings the database to this release: every migration not yet run, each in a transaction of its own, under a lock
 * so that two servers starting together do it once.
 * @returns how many were run
 * @throws StartProblem when the server is too old, the database is newer, or a migration that ran was changed afterwards
 */
export async function migrate(pool: pg.Pool, sources: MigrationSource[]): Promise<number> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query(
      `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
    )
    if (Number(rows[0].server_version_num) < 150000)
      throw new StartProblem(
        `数据库版本过低：需要 PostgreSQL 15 或更高，现为 ${rows[0].server_version}`,
        `PostgreSQL 15 or later is needed, this is ${rows[0].server_version}`,
      )
    await client.query('select pg_advisory_lock(7205759403792794)')
    await client.query(bookkeeping)
    const ran = new Map<string, string>()
    for (const row of (await client.query('select module, name, checksum from public.houqin_migration')).rows)
      ran.set(`${row.module}/${row.name}`, row.checksum)
    const migrations = sources.flatMap(migrationsOf)
    refuseNewer(ran, migrations)
    let count = 0
    for (const migration of migrations) {
      const known = ran.get(`${migration.module}/${migration.name}`)
      if (known === migration.checksum) continue
      if (known)
        throw new StartProblem(
          `数据库由 houqin 的另一版本建立（${migration.module}/${migration.name}）`,
          `the database was made by another version of houqin (${migration.module}/${migration.name})`,
        )
      await runOne(client, migration)
      count++
    }
    return count
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined)
    client.release()
  }
}

/** A step that this release does not have was made by a later one, whose tables this one does not know. */
function refuseNewer(ran: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ module, name }) => `${module}/${name}`))
  const unknown = [...ran.keys()].find((step) => !known.has(step))
  if (unknown)
    throw new StartProblem(
      `数据库由更新版本的 houqin 建立（${unknown}）：请改用该版本启动，或恢复升级前的备份。`,
      `the database was made by a newer houqin (${unknown}): start that release, or restore the backup made before the upgrade`,
    )
}

async function runOne(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into public.houqin_migration (module, name, checksum) values ($1, $2, $3)', [
      migration.module,
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.module}/${migration.name} failed: ${(error as Error).message}`, {
      cause: error,
    })
  }
}
