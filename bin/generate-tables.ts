/**
 * Writes generated/tables.ts, the row types of every table, from a freshly migrated database.
 * `--check` only says whether the file is up to date (exit 1 when not).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serverModules } from '#app/modules.ts'
import { openPool } from '#kernel/database/connect.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { startEmbeddedDatabase } from '#platform/embedded-database/start-embedded.ts'

const target = 'generated/tables.ts'
const folder = mkdtempSync(join(tmpdir(), 'houqin-tables-'))
const external = process.env.TEST_DATABASE_URL
const server = external ? null : await startEmbeddedDatabase({ folder, log: () => undefined, fast: true })
const name = `houqin_tables_${process.pid}`
const admin = openPool(external ?? server!.url)
try {
  await admin.query(`create database ${name}`)
  const url = new URL(external ?? server!.url)
  url.pathname = `/${name}`
  const pool = openPool(url.href)
  await migrate(
    pool,
    serverModules.map(({ module, migrations }) => ({ module: module.name, folder: migrations })),
  )
  await pool.end()
  const out = join(folder, 'tables.ts')
  const command = 'node_modules/kysely-codegen/dist/cli/bin.js'
  const flags = [
    '--dialect=postgres',
    `--url=${url.href}`,
    `--out-file=${out}`,
    '--exclude-pattern=public.houqin_migration',
    '--date-parser=string',
    '--numeric-parser=number',
  ]
  execFileSync(process.execPath, [command, ...flags], { stdio: ['ignore', 'ignore', 'inherit'] })
  // The pool's parsers give moments as ISO text and bigints as numbers, whatever the generator believes.
  const fresh = readFileSync(out, 'utf8')
    .replace(
      /export type Timestamp = .*/,
      'export type Timestamp = ColumnType<string, Date | string, Date | string>;',
    )
    .replace(
      /export type Int8 = .*/,
      'export type Int8 = ColumnType<number, number | string, number | string>;',
    )
    .replace(
      /export type Numeric = .*/,
      'export type Numeric = ColumnType<number, number | string, number | string>;',
    )
  const old = existsSync(target) ? readFileSync(target, 'utf8') : ''
  if (!process.argv.includes('--check')) writeFileSync(target, fresh)
  else if (fresh !== old) throw new Error(`${target} is out of date: run npm run generate`)
} finally {
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
}
