import { existsSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { Announcement } from '#kernel/events/listen-events.ts'
import type { Installation } from '#kernel/server/installation.ts'
import { BackupProblem } from '../backup-problem.ts'
import { archiveNow } from './ensure-archive.ts'
import { giveUpStuckArchive } from './give-up-archive.ts'
import { lockBackups } from './lock-backups.ts'
import { type BackupPlace, performRun } from './perform-run.ts'
import { beginRun, claimRun, endDeadRuns, type Run } from './run-log.ts'
import { isDue, type Schedule } from './schedule.ts'
import { syncCopies } from './sync-copies.ts'

/** How often the clock is looked at. */
const TICK_MS = 20_000
/** How long a backup that is under way may take to undo itself when the server stops. */
const STOP_PATIENCE_MS = 20_000

/**
 * Makes and verifies backups in the server's process: by the clock, and when somebody asks on the page. Several
 * servers on one database may all run this; a lock in it lets one work at a time.
 * @param place null when the database is not the embedded one: then only that is noted
 * @returns how to stop; a backup under way is undone
 */
export async function runBackups(
  installation: Installation,
  place: BackupPlace | null,
  report: (error: unknown) => void,
): Promise<() => Promise<void>> {
  await noteFacts(installation, place)
  if (!place) return async () => undefined
  const stopping = new AbortController()
  let busy: Promise<void> | null = null
  const tick = () => {
    if (busy || stopping.signal.aborted) return
    busy = work(installation, place, stopping.signal)
      .catch((error: unknown) => {
        // A BackupProblem stands in the log of tries, where the page shows it.
        if (!(error instanceof BackupProblem)) report(error)
      })
      .finally(() => {
        busy = null
      })
  }
  const hear = ({ type }: Announcement) => {
    if (type === 'backup.asked') tick()
  }
  installation.announcements.on('any', hear)
  const timer = setInterval(tick, TICK_MS)
  tick()
  return async () => {
    clearInterval(timer)
    installation.announcements.off('any', hear)
    stopping.abort()
    // A disk that does not answer must not keep the server from stopping; what is left is cleared away by the next.
    await Promise.race([busy, sleep(STOP_PATIENCE_MS, undefined, { ref: false })])
  }
}

/** What the page says of this installation, as this start finds it. */
async function noteFacts(installation: Installation, place: BackupPlace | null): Promise<void> {
  // Only of the embedded database: another one may not tell us where its files are.
  const server = place ? await readDatabase(installation.pool) : null
  const sameDisk = place && server ? onSameDisk(place.folder, server.cluster) : null
  await installation.pool.query('update backup.setting set embedded = $1, folder = $2, same_disk = $3', [
    place !== null,
    place?.folder ?? null,
    sameDisk,
  ])
  if (!place || !server) return
  await lockBackups(place.url, async (client) => {
    await endDeadRuns(client)
    await syncCopies(client, place.folder, server.systemId)
  }).catch((error: unknown) => {
    // Another server or a command is at it, and does the same at its end.
    if (!(error instanceof BackupProblem)) throw error
  })
}

/** A folder that is not there yet will be made on the disk of the nearest one above it that is. */
function onSameDisk(folder: string, cluster: string): boolean {
  let above = folder
  while (!existsSync(above)) above = path.dirname(above)
  return statSync(realpathSync(above)).dev === statSync(cluster).dev
}

async function work(installation: Installation, place: BackupPlace, signal: AbortSignal): Promise<void> {
  const { rows } = await installation.pool.query<{ waiting: boolean }>(
    `select exists (select from backup.run where stage = 'waiting') as waiting`,
  )
  const stuck = await giveUpStuckArchive(installation.pool)
  if (!rows[0]?.waiting && !stuck && !(await dueNow(installation, place))) return
  await performRun(
    place,
    // Looked at again under the lock: another server may have done it meanwhile.
    async (client): Promise<Run | null> =>
      (await claimRun(client)) ??
      (stuck || (await dueNow(installation, place))
        ? beginRun(client, 'backup', 'schedule', 'houqin')
        : null),
    { signal },
  )
}

interface Seen extends Schedule {
  lastGood: string | null
  lastFailed: string | null
  copies: number
}

async function dueNow(installation: Installation, place: BackupPlace): Promise<boolean> {
  const { rows } = await installation.pool.query<Seen>(
    `select enabled, start_at as "startAt", since,
       (select max(started_at) from backup.copy) as "lastGood",
       (select max(finished_at) from backup.run where kind = 'backup' and stage = 'failed'
         and started_at > coalesce((select max(started_at) from backup.copy), '-infinity')) as "lastFailed",
       (select count(*) from backup.copy) as copies
     from backup.setting`,
  )
  const seen = rows[0]!
  const { cluster } = await readDatabase(installation.pool)
  const restored = Number(seen.copies) > 0 && (await archiveNow(cluster)) === null
  return isDue(seen, { ...seen, restored }, place.clock())
}

/** Which database this is, and where its files are. */
async function readDatabase(on: pg.Pool | pg.Client): Promise<{ cluster: string; systemId: string }> {
  const { rows } = await on.query<{ cluster: string; systemId: string }>(
    `select current_setting('data_directory') as cluster, system_identifier::text as "systemId" from pg_control_system()`,
  )
  return rows[0]!
}
