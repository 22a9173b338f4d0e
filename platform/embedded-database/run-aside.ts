import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { connectTo } from './guard.ts'
import { DATABASE } from './hold.ts'
import type { EmbeddedPlace } from './place.ts'
import { launchPostmaster, sendSignal, stopPostmaster } from './postmaster.ts'
import { socketFolderFor } from './running.ts'
import { startSettings } from './settings.ts'

/** A server on a copy that did not come up, with everything it said. */
export class AsideFailed extends Error {
  readonly said: string
  constructor(said: string) {
    super(said.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? 'PostgreSQL ended')
    this.name = 'AsideFailed'
    this.said = said
  }
}

/**
 * Runs a PostgreSQL on a copy of a cluster, waits until its recovery is over, does the work and stops it in order.
 * The session is on houqin's own database.
 * The copy archives nothing, so that it never mixes its log into that of the original.
 * @param settings more settings, given on the command line; `fast` does not wait for the disk
 * @throws AsideFailed when the server ends before it takes connections
 */
export async function runAside<T>(
  place: Pick<EmbeddedPlace, 'cluster' | 'binaries' | 'account'>,
  settings: Record<string, string>,
  work: (client: pg.Client, said: () => string) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const { cluster, binaries, account } = place
  const socketFolder = socketFolderFor(cluster, account)
  const launch = launchPostmaster(binaries.postgres, cluster, account, {
    ...startSettings(socketFolder, false),
    logging_collector: 'off',
    archive_mode: 'off',
    hot_standby: 'off',
    ...settings,
  })
  const server = { pid: launch.child.pid ?? 0, cluster }
  const stopAtExit = () => sendSignal(server, 'SIGINT')
  process.once('exit', stopAtExit)
  try {
    const client = await connectWhenReady(socketFolder, launch, signal)
    try {
      return await work(client, launch.said)
    } finally {
      await client.end()
    }
  } finally {
    await stopPostmaster(server)
    process.removeListener('exit', stopAtExit)
  }
}

async function connectWhenReady(
  socketFolder: string,
  launch: ReturnType<typeof launchPostmaster>,
  signal: AbortSignal | undefined,
): Promise<pg.Client> {
  for (;;) {
    signal?.throwIfAborted()
    if (launch.ended()) throw new AsideFailed(launch.said())
    try {
      return await connectTo(socketFolder, DATABASE)
    } catch (error) {
      // Until the recovery is over nobody is let in; a server that has ended is seen above.
      if (!(error instanceof Error)) throw error
      await sleep(100)
    }
  }
}
