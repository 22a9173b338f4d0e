import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { serverModules, version } from '#app/modules.ts'
import { openPool } from '#kernel/database/connect.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { startEmbeddedDatabase } from '#platform/embedded-database/start-embedded.ts'
import { makeWorld } from './world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Server holding the template; each worker clones it. */
    databaseUrl: string
    template: string
  }
}

/** Before the suite: one PostgreSQL, one migrated template with the small world in it. */
export default async function prepareSuite(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-suite-'))
  const external = process.env.TEST_DATABASE_URL
  const server = external ? null : await startEmbeddedDatabase({ folder, log: () => undefined, fast: true })
  const databaseUrl = external ?? server!.url
  const template = `houqin_suite_${process.pid}`
  const admin = openPool(databaseUrl, { max: 1 })
  // Tests undo what they write: a vacuum in between would count no rows on many pages, and a test that then writes a year
  // at once would be planned as if there were none.
  if (server) await admin.query('alter system set autovacuum = off')
  if (server) await admin.query('select pg_reload_conf()')
  await admin.query(`create database ${template}`)
  const url = new URL(databaseUrl)
  url.pathname = `/${template}`
  const installation = await openInstallation({ url: url.href, modules: serverModules, version, poolSize: 2 })
  await makeWorld(installation)
  await installation.close()
  project.provide('databaseUrl', databaseUrl)
  project.provide('template', template)
  return async () => {
    const { rows } = await admin.query(`select datname from pg_database where datname like '${template}%'`)
    for (const { datname } of rows) await admin.query(`drop database ${datname} with (force)`)
    await admin.end()
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
