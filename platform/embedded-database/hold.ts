import { setTimeout as sleep } from 'node:timers/promises'
import { StartProblem } from '#kernel/database/start-problem.ts'
import { ensureDatabase, type Guard, takeGuard } from './guard.ts'
import type { EmbeddedPlace } from './place.ts'
import { type Postmaster, stopPostmaster } from './postmaster.ts'
import { ensureRunning } from './running.ts'

/** houqin's own database; `postgres` beside it serves only for the guard. */
export const DATABASE = 'houqin'

/** How long the guard of a process that was just killed may take to come free. */
const GUARD_PATIENCE_MS = 2_000

/** A server that runs; with `guard` it is ours to stop, without it belongs to another houqin on the same folder. */
export type Held = { server: Postmaster; guard?: Guard }

/** How to hold: `fast` as in EmbeddedOptions; `join` answers somebody else's server instead of refusing. */
export type HoldOptions = { folder: string; fast: boolean; join: boolean; log: (line: string) => void }

/**
 * Gets the cluster's server running and takes the folder's guard on it. A server left over from another version of
 * the programs, or with the other kind of durability, is started anew. Throws a StartProblem when another houqin
 * has the folder.
 */
export async function holdServer(place: EmbeddedPlace, options: HoldOptions): Promise<Held> {
  const patience = Date.now() + GUARD_PATIENCE_MS
  for (;;) {
    const { server, client } = await ensureRunning(place, options.fast, options.log)
    const guard = await takeGuard(client)
    if ('client' in guard) {
      if (guard.serverVersion === place.version && guard.fast === options.fast) {
        await ensureDatabase(client, DATABASE)
        return { server, guard }
      }
      await stopPostmaster(server)
      continue
    }
    if (options.join) await ensureDatabase(client, DATABASE)
    await client.end()
    if (options.join) return { server }
    if (Date.now() > patience) throw alreadyRuns(options.folder, guard.holder)
    await sleep(100)
  }
}

function alreadyRuns(folder: string, holder: string): StartProblem {
  return new StartProblem(
    `houqin 已在数据文件夹 ${folder} 上运行（进程 ${holder}）：请先停止它，或用 HOUQIN_DATA 和 PORT 另开一个。`,
    `houqin already runs on the data folder ${folder} (process ${holder}): stop it first, or start another one with HOUQIN_DATA and PORT.`,
  )
}
