import path from 'node:path'
import type pg from 'pg'
import { BackupProblem } from '../backup-problem.ts'
import type { KeepPolicy } from './choose-kept.ts'
import { archiveNow } from './ensure-archive.ts'
import { lockBackups } from './lock-backups.ts'
import { makeBackup } from './make-backup.ts'
import { listBackups, type Manifest, readManifest, sizeOf } from './manifest.ts'
import { pruneBackups } from './prune-backups.ts'
import { endDeadRuns, failRun, finishRun, progressWriter, type Run } from './run-log.ts'
import { noteVerified, syncCopies } from './sync-copies.ts'
import { type Verified, verifyBackup } from './verify-backup.ts'

/** A database that is backed up, and where to. */
export interface BackupPlace {
  url: string
  folder: string
  /** This release. */
  houqin: string
  clock: () => Date
}

export interface Performed {
  manifest: Manifest
  verified: Verified | null
  removed: string[]
}

interface Server {
  cluster: string
  systemId: string
}

/**
 * Makes or verifies a backup, writes down how it went, and removes what the policy no longer keeps.
 * @param begin names the try, once the lock is had; null when there is nothing to do after all
 * @param to a folder of its own, which the policy leaves alone
 * @throws BackupProblem
 */
export async function performRun(
  place: BackupPlace,
  begin: (client: pg.Client) => Promise<Run | null>,
  options: { signal?: AbortSignal; to?: string; progress?: (done: number, total: number) => void } = {},
): Promise<Performed | null> {
  return lockBackups(place.url, async (client) => {
    await endDeadRuns(client)
    const run = await begin(client)
    if (!run) return null
    const server = await askServer(client)
    const write = progressWriter(client, run)
    const progress = (done: number, total: number) => {
      write(done, total)
      options.progress?.(done, total)
    }
    try {
      const done = await (run.kind === 'backup'
        ? backUp(client, place, server, { ...options, progress })
        : verify(place, server, run, { ...options, progress }))
      await finishRun(client, run, done.manifest.name, sizeOf(done.manifest))
      if (!options.to) await syncCopies(client, place.folder, server.systemId)
      return done
    } catch (error) {
      const problem = options.signal?.aborted ? stopped() : error
      await failRun(client, run, problem)
      throw problem
    }
  })
}

type Options = { signal?: AbortSignal; to?: string; progress: (done: number, total: number) => void }

async function backUp(
  client: pg.Client,
  place: BackupPlace,
  { cluster, systemId }: Server,
  { to, signal, progress }: Options,
): Promise<Performed> {
  const elsewhere = to !== undefined && to !== place.folder
  const folder = to ?? place.folder
  const manifest = await makeBackup({ client, folder, houqin: place.houqin, elsewhere, signal, progress })
  const removed = elsewhere
    ? []
    : await pruneBackups(folder, systemId, await archiveNow(cluster), await policyOf(client), place.clock())
  return { manifest, verified: null, removed }
}

async function verify(
  { folder, clock }: BackupPlace,
  { cluster, systemId }: Server,
  run: Run,
  { signal, progress }: Options,
): Promise<Performed> {
  const own = (await listBackups(folder)).filter(({ manifest }) => manifest?.systemId === systemId)
  const name = run.copyName ?? own.at(-1)?.name
  if (!name) throw nothingThere(folder)
  const manifest = await readManifest(path.join(folder, name))
  const total = sizeOf(manifest)
  const verified = await verifyBackup(folder, manifest, cluster, {
    signal,
    progress: (done) => progress(done, total),
  })
  await noteVerified(folder, name, clock().toISOString(), verified.rows)
  return { manifest, verified, removed: [] }
}

async function askServer(client: pg.Client): Promise<Server> {
  const { rows } = await client.query<Server>(
    `select current_setting('data_directory') as cluster, system_identifier::text as "systemId" from pg_control_system()`,
  )
  return rows[0]!
}

async function policyOf(client: pg.Client): Promise<KeepPolicy> {
  const { rows } = await client.query<KeepPolicy>(
    'select keep_daily as daily, keep_weekly as weekly, keep_monthly as monthly from backup.setting',
  )
  return rows[0]!
}

function nothingThere(folder: string): BackupProblem {
  return new BackupProblem(
    `${folder} 中还没有备份，请先备份一次。`,
    `There is no backup in ${folder} yet: make one first.`,
  )
}

function stopped(): BackupProblem {
  return new BackupProblem('houqin 停止了，本次未完成。', 'houqin was stopped before it was finished.')
}
