import { statSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { isRoot } from '#platform/embedded-database/account.ts'
import { giveTo } from '#platform/embedded-database/place.ts'
import { runnableBinaries } from '#platform/embedded-database/programs.ts'
import { archiveOf, type Manifest } from './manifest.ts'
import { recoverCopy } from './recover-copy.ts'
import { gapProblem, stageLog } from './stage-log.ts'
import { unpackBackup } from './unpack-backup.ts'

/** What a trial restore found. */
export interface Verified {
  tables: number
  rows: number
  /** When the last change in it was committed; null when nothing followed the backup. */
  lastChangeAt: string | null
}

/**
 * Restores a backup with all the log after it beside the backups, starts it, reads every table (which checks the
 * checksum of every page), and removes it again.
 * @param cluster of the running database: the copy runs under the same account
 * @throws BackupProblem naming what is damaged or missing
 */
export async function verifyBackup(
  folder: string,
  manifest: Manifest,
  cluster: string,
  options: { signal?: AbortSignal | undefined; progress?: (done: number) => void },
): Promise<Verified> {
  const { uid, gid } = statSync(cluster)
  const account = isRoot() ? { uid, gid } : undefined
  const { binaries } = runnableBinaries(account, () => undefined)
  await removeTrials(folder, manifest.systemId)
  const trial = path.join(folder, `.verify-${manifest.systemId}-${manifest.name}`)
  try {
    await unpackBackup(path.join(folder, manifest.name), manifest, trial, { sync: false, ...options })
    const archive = archiveOf(folder, manifest)
    const staged = await stageLog(manifest, archive, path.join(trial, 'pg_wal'), { signal: options.signal })
    if (staged.gap) throw gapProblem(archive, staged.gap)
    giveTo(account, trial)
    const settings = { fsync: 'off', full_page_writes: 'off', autovacuum: 'off' }
    const { answer, lastChangeAt } = await recoverCopy(
      { cluster: trial, binaries, account },
      { moment: null, archive, staged, settings, signal: options.signal },
      (client) => readEverything(client, options.signal),
    )
    return { ...answer, lastChangeAt }
  } finally {
    await rm(trial, { recursive: true, force: true })
  }
}

async function removeTrials(folder: string, systemId: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`.verify-${systemId}-`))
      await rm(path.join(folder, name), { recursive: true, force: true })
  }
}

async function readEverything(
  client: pg.Client,
  signal: AbortSignal | undefined,
): Promise<{ tables: number; rows: number }> {
  await client.query(
    'set enable_indexscan = off; set enable_indexonlyscan = off; set enable_bitmapscan = off',
  )
  const { rows: tables } = await client.query<{ name: string; toast: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name, c.relkind = 't' as toast
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm', 't') and c.relpersistence = 'p'`,
  )
  let rows = 0
  for (const { name, toast } of tables) {
    signal?.throwIfAborted()
    const counted = await client.query<{ n: string }>(`select count(*) as n from ${name}`)
    if (!toast) rows += Number(counted.rows[0]!.n)
  }
  return { tables: tables.filter(({ toast }) => !toast).length, rows }
}
