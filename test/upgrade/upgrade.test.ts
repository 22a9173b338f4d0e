import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { serverModules, version } from '#app/modules.ts'
import { orders } from '#engines/orders/module.ts'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { openPool } from '#kernel/database/connect.ts'
import { type MigrationSource, migrate } from '#kernel/database/migrate.ts'
import { buildApp } from '#kernel/server/build-app.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { callerWith } from '../caller.ts'
import { loadSnapshot, readSnapshot, releases } from './snapshot.ts'

const sources: MigrationSource[] = serverModules.map(({ module, migrations }) => ({
  module: module.name,
  folder: migrations,
}))

let admin: pg.Pool
const made: string[] = []

/** A database of its own on the suite's server. */
async function newDatabase(): Promise<string> {
  const name = `${inject('template')}_${randomUUID().slice(0, 8)}`
  await admin.query(`create database ${name}`)
  made.push(name)
  return urlOf(name)
}

function urlOf(name: string): string {
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  return url.href
}

beforeAll(() => {
  admin = openPool(inject('databaseUrl'), { max: 1 })
})
afterAll(async () => {
  for (const name of made) await admin.query(`drop database ${name} with (force)`)
  await admin.end()
})

/** Everything that the schema consists of, as text: columns, rules, indexes, triggers, functions, policies, rights. */
async function describeSchema(pool: pg.Pool): Promise<string[]> {
  const own = `('pg_catalog', 'information_schema', 'pg_toast', 'pgboss')`
  const { rows } = await pool.query<{ line: string }>(`
    select format('column %s.%s %s %s %s %s %s', table_schema, table_name, column_name, data_type, is_nullable,
      column_default, generation_expression) as line from information_schema.columns where table_schema not in ${own}
    union all select format('rule %s %s', conrelid::regclass, pg_get_constraintdef(k.oid)) from pg_constraint k
      join pg_namespace n on n.oid = connamespace where nspname not in ${own} and contype <> 'n'
    union all select format('index %s', indexdef) from pg_indexes where schemaname not in ${own}
    union all select format('trigger %s', pg_get_triggerdef(t.oid)) from pg_trigger t
      join pg_class c on c.oid = tgrelid join pg_namespace n on n.oid = relnamespace
      where not tgisinternal and nspname not in ${own}
    union all select format('function %s', pg_get_functiondef(p.oid)) from pg_proc p
      join pg_namespace n on n.oid = pronamespace where nspname not in ${own} and prokind in ('f', 'p')
    union all select format('policy %s.%s %s %s %s %s', schemaname, tablename, policyname, roles, qual, with_check)
      from pg_policies where schemaname not in ${own}
    union all select format('rights %s.%s %s %s %s', nspname, relname, relacl, relrowsecurity, relforcerowsecurity)
      from pg_class c join pg_namespace n on n.oid = relnamespace where nspname not in ${own} and relkind in ('r', 'v', 'p')`)
  return rows.map(({ line }) => line).sort()
}

describe.each(releases())('a database that %s made', (release) => {
  it('is brought to this release: the same schema as a new one, its rows there, its order read over HTTP', async () => {
    const url = await newDatabase()
    const pool = openPool(url, { max: 2 })
    const client = await pool.connect()
    const snapshot = readSnapshot(release)
    await loadSnapshot(client, snapshot)
    client.release(true)
    const installation = await openInstallation({ url, modules: serverModules, version, poolSize: 2 })
    const app = await buildApp(installation, { logger: false, webFolder: null })
    try {
      const fresh = openPool(urlOf(inject('template')), { max: 1 })
      const wanted = await describeSchema(fresh).finally(() => fresh.end())
      expect(await describeSchema(pool)).toEqual(wanted)
      for (const [table, rows] of Object.entries(snapshot.rows)) {
        const counted = await pool.query(`select count(*)::int as n from ${table}`)
        expect(counted.rows[0].n, table).toBeGreaterThanOrEqual(rows.length)
      }
      const signedIn = await app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        payload: { username: 'staff', password: demoPassword },
      })
      const [cookie] = signedIn.cookies
      const staff = callerWith(app, { cookie: `${cookie?.name}=${cookie?.value}` })
      const [order] = snapshot.rows['orders.service_order']!
      const read = await staff.call(orders.actions.readOrder, { orderId: String(order!.id) })
      expect(read).toMatchObject({ number: order!.number })
    } finally {
      await app.close()
      await installation.close()
      await pool.end()
    }
  })
})

describe('a migration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-migrations-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('that fails half-way leaves the database as it was before it', async () => {
    const pool = openPool(await newDatabase(), { max: 1 })
    await migrate(pool, sources)
    const before = await describeSchema(pool)
    writeFileSync(
      join(folder, '0001-broken.sql'),
      `create table kernel.half (id integer);
       alter table kernel.bureau add column half integer;
       insert into kernel.installation values ('half', 'done');
       select 1 / 0;`,
    )
    const broken = [...sources, { module: 'broken', folder }]
    await expect(migrate(pool, broken)).rejects.toThrow(
      /migration broken\/0001-broken.sql failed: division by zero/,
    )
    expect(await describeSchema(pool)).toEqual(before)
    const { rows } = await pool.query(`select key from kernel.installation where key = 'half'`)
    expect(rows).toEqual([])
    // And the next start tries it again.
    writeFileSync(join(folder, '0001-broken.sql'), 'create table kernel.half (id integer);')
    expect(await migrate(pool, broken)).toBe(1)
    await pool.end()
  })

  it('of a newer release stops an older program with one line', async () => {
    const pool = openPool(await newDatabase(), { max: 1 })
    await migrate(pool, sources)
    await pool.query(
      `insert into public.houqin_migration (module, name, checksum) values ('kernel', '9999-later.sql', 'x')`,
    )
    const refused = await migrate(pool, sources).catch((error: Error) => error)
    expect(refused).toMatchObject({ name: 'StartProblem' })
    expect(String(refused)).toMatch(/made by a newer houqin \(kernel\/9999-later.sql\)/)
    expect(String(refused)).not.toContain('\n')
    await pool.end()
  })
})
