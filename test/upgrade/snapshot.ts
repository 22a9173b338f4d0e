import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type pg from 'pg'
import { serverModules } from '#app/modules.ts'

/** A database as a release left it: how it was made, and what was in it. */
export interface Snapshot {
  release: string
  /** In the order they were run. */
  migrations: { module: string; name: string; checksum: string }[]
  /** Rows by table. */
  rows: Record<string, Record<string, unknown>[]>
}

/** The releases there is a snapshot of. */
export function releases(): string[] {
  const ending = '.json.gz'
  return readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
}

/** @returns the snapshot of a release */
export function readSnapshot(release: string): Snapshot {
  return JSON.parse(gunzipSync(readFileSync(join(import.meta.dirname, `${release}.json.gz`))).toString())
}

/**
 * Makes an empty database what the release left. Its migrations are the files of today, which are never edited; their
 * checksums prove it.
 */
export async function loadSnapshot(client: pg.PoolClient, { migrations, rows }: Snapshot): Promise<void> {
  await client.query(`create table public.houqin_migration (
    module text not null, name text not null, checksum text not null,
    run_at timestamptz not null default now(), primary key (module, name))`)
  for (const { module, name, checksum } of migrations) {
    const folder = serverModules.find((one) => one.module.name === module)?.migrations ?? ''
    const sql = readFileSync(join(folder, name), 'utf8')
    if (createHash('sha256').update(sql).digest('hex') !== checksum)
      throw new Error(`${module}/${name} was edited after its release`)
    await client.query(sql)
    await client.query('insert into public.houqin_migration (module, name, checksum) values ($1, $2, $3)', [
      module,
      name,
      checksum,
    ])
  }
  // The rows are whole, so nothing has to be checked or filled in; they come in the order of their tables' names.
  await client.query(`set session_replication_role = replica`)
  for (const [table, content] of Object.entries(rows)) {
    await client.query(`delete from ${table}`)
    const { rows: columns } = await client.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    )
    const list = columns.map(({ name }) => name).join(', ')
    await client.query(
      `insert into ${table} (${list}) overriding system value select ${list} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(content)],
    )
  }
  await client.query(`reset session_replication_role`)
}
