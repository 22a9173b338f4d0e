import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureCluster } from './cluster.ts'
import { DATABASE, type HoldOptions, holdServer } from './hold.ts'
import { type EmbeddedPlace, settlePlace } from './place.ts'
import { type Postmaster, sendSignal, stopPostmaster } from './postmaster.ts'

export { StartProblem } from '#kernel/database/start-problem.ts'
export { findEmbeddedBinaries } from './binaries.ts'

/** What `startEmbeddedDatabase` takes. */
export type EmbeddedOptions = {
  /** The data folder; the cluster is `<folder>/postgres`. */
  folder: string
  /** Receives progress lines for people. */
  log: (line: string) => void
  /** For tests: does not wait for the disk. A crash of the machine may lose everything. */
  fast?: boolean
  /** Use the database of a houqin that already runs on the folder, instead of refusing; for commands beside the server. */
  join?: boolean
}

/** A running database: `url` for `pg`, as superuser; `stop` ends it, or only leaves it when it was joined. */
export type EmbeddedDatabase = { url: string; stop(): Promise<void> }

/** The longest wait between attempts to bring back a database that went away under a running houqin. */
const RECOVERY_WAIT_MS = 2_000

/**
 * Starts the embedded PostgreSQL of a data folder, or takes over one that a killed houqin left running, and brings it
 * back when it crashes. Throws a StartProblem for everything that the person at the keyboard can put right.
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = path.resolve(options.folder)
  const hold = { folder, fast: options.fast ?? false, join: options.join ?? false, log: options.log }
  const settled = settlePlace(folder, options.log)
  const place = { ...settled, cluster: await ensureCluster(settled, folder, hold.fast) }
  return keep(place, hold)
}

async function keep(place: EmbeddedPlace, hold: HoldOptions): Promise<EmbeddedDatabase> {
  const first = await holdServer(place, hold)
  const url = urlOf(first.server)
  if (!first.guard) return { url, stop: () => Promise.resolve() }

  let { server, guard } = { server: first.server, guard: first.guard }
  let stopping = false
  let recovery: Promise<void> = Promise.resolve()
  const watch = () => guard.client.once('end', () => (recovery = stopping ? recovery : recover()))
  const recover = async () => {
    for (let wait = 0; !stopping; wait = Math.min(wait + 200, RECOVERY_WAIT_MS)) {
      await sleep(wait)
      hold.log('数据库中断，正在恢复…… / The database went away; bringing it back …')
      try {
        const again = await holdServer(place, { ...hold, join: false })
        if (!again.guard) continue
        server = again.server
        guard = again.guard
        watch()
        return
      } catch (error) {
        hold.log(error instanceof Error ? error.message : String(error))
      }
    }
  }
  watch()

  // For a process that ends without calling stop; a server that still outlives it is adopted by the next start.
  const stopAtExit = () => sendSignal(server, 'SIGINT')
  process.once('exit', stopAtExit)
  const stop = async () => {
    stopping = true
    await recovery
    await stopPostmaster(server)
    process.removeListener('exit', stopAtExit)
  }
  let stopped: Promise<void> | undefined
  return { url, stop: () => (stopped ??= stop()) }
}

/** The host is a folder, which stands in the query part because URLs have no place for it; the port names the socket in it. */
function urlOf(server: Postmaster): string {
  return `postgres://postgres@localhost:5432/${DATABASE}?host=${encodeURIComponent(server.socketFolder)}`
}
