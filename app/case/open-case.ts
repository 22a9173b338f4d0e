import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPool } from '#kernel/database/connect.ts'
import { startDelivery } from '#kernel/events/deliver-events.ts'
import { buildApp } from '#kernel/server/build-app.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { startEmbeddedDatabase } from '#platform/embedded-database/start-embedded.ts'
import { serverModules, version } from '../modules.ts'

export interface OpenedCase {
  /** http://127.0.0.1:port */
  address: string
  close(): Promise<void>
}

interface CaseDatabase {
  url: string
  drop(): Promise<void>
}

/** A new database beside the one of `DATABASE_URL`, so that a case never meets other data. */
async function databaseBeside(given: string): Promise<CaseDatabase> {
  const name = `houqin_case_${process.pid}_${Date.now()}`
  const admin = openPool(given, { max: 1 })
  await admin.query(`create database ${name}`)
  const url = new URL(given)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await admin.query(`drop database ${name} with (force)`)
      await admin.end()
    },
  }
}

async function embeddedDatabase(say: (line: string) => void): Promise<CaseDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-case-'))
  say('启动内置数据库 / starting the embedded database …')
  const server = await startEmbeddedDatabase({ folder, log: () => undefined, fast: true })
  return {
    url: server.url,
    async drop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts an empty installation on a free port, with a database that goes away with it. */
export async function openCase(
  settings: Record<string, string | undefined>,
  say: (line: string) => void,
): Promise<OpenedCase> {
  const database = settings.DATABASE_URL
    ? await databaseBeside(settings.DATABASE_URL)
    : await embeddedDatabase(say)
  try {
    const installation = await openInstallation({
      url: database.url,
      modules: serverModules,
      version,
      poolSize: 4,
    })
    const app = await buildApp(installation, {
      logger: { level: 'error' },
      webFolder: null,
      callsPerMinute: 1_000_000,
    })
    const stopDelivery = startDelivery(installation, (error) => app.log.error({ err: error }))
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as AddressInfo
    return {
      address: `http://127.0.0.1:${port}`,
      async close() {
        await app.close()
        await stopDelivery()
        await installation.close()
        await database.drop()
      },
    }
  } catch (error) {
    await database.drop()
    throw error
  }
}
