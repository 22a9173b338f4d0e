import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { serverModules, version } from '#app/modules.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { readPidFile } from '#platform/embedded-database/postmaster.ts'
import { startEmbeddedDatabase } from '#platform/embedded-database/start-embedded.ts'
import { makeWorld } from '#test/world.ts'
import { tallyServer } from './tally-module.ts'

/** Migrates a database and puts the small world of the tests into it: two bureaus with their people and places. */
export async function furnishDatabase(url: string): Promise<void> {
  const modules = [...serverModules, tallyServer]
  const installation = await openInstallation({ url, modules, version, poolSize: 2 })
  try {
    await makeWorld(installation)
  } finally {
    await installation.close()
  }
}

/** Makes the embedded database of a data folder, and stops it again. */
export async function prepareFolder(folder: string): Promise<void> {
  const database = await startEmbeddedDatabase({ folder, log: () => undefined })
  try {
    await furnishDatabase(database.url)
  } finally {
    await database.stop()
  }
}

/** The PostgreSQL that runs on a data folder now: its first process and how to reach it as its owner. */
export function databaseOf(folder: string): { pid: number; url: string; cluster: string } {
  const cluster = realpathSync(join(folder, 'postgres'))
  const file = readPidFile(cluster)
  if (!file) throw new Error(`no database runs on ${folder}`)
  const host = encodeURIComponent(file.socketFolder)
  return { pid: file.pid, cluster, url: `postgres://postgres@localhost:5432/houqin?host=${host}` }
}
