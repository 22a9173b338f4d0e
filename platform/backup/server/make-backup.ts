import { existsSync, statSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { systemErrorCode } from '#kernel/database/start-problem.ts'
import { type Account, isRoot } from '#platform/embedded-database/account.ts'
import { EMBEDDED_MAJOR_VERSION } from '#platform/embedded-database/binaries.ts'
import { giveTo } from '#platform/embedded-database/place.ts'
import { BackupProblem } from '../backup-problem.ts'
import { copyCluster } from './copy-cluster.ts'
import { copyFile, syncFolder, writeSynced } from './copy-file.ts'
import { endArchive, ensureArchive } from './ensure-archive.ts'
import { makeFolder } from './make-folder.ts'
import { type Manifest, writeManifest } from './manifest.ts'
import { sideBySide } from './side-by-side.ts'
import { segmentAfter } from './wal-segment.ts'

export interface MakeOptions {
  /** A session as superuser, held for this alone; it has the lock (`lock-backups`). */
  client: pg.Client
  /** Folder of backups, made when missing. */
  folder: string
  /** This release. */
  houqin: string
  /** The log is archived into another folder already, and stays there. */
  elsewhere?: boolean
  signal?: AbortSignal | undefined
  progress?: (doneBytes: number, totalBytes: number) => void
}

/**
 * Copies the running database as of now, without disturbing it, and makes its log go on beside the copy. It is made
 * under another name and renamed when it is whole.
 * @returns its manifest
 * @throws BackupProblem, for instance when the disk is full
 */
export async function makeBackup(options: MakeOptions): Promise<Manifest> {
  const { client, folder } = options
  const { cluster, systemId, name } = await askServer(client, folder)
  const unfinished = path.join(folder, `.unfinished-${systemId}-${name}`)
  let begun: string | null = null
  try {
    const fresh = await makeFolder(folder, isRoot() ? 0o711 : 0o700)
    if (fresh) giveTo(ownerOf(cluster), folder)
    await removeUnfinished(folder, systemId)
    await explain(folder)
    await mkdir(path.join(unfinished, 'data'), { recursive: true, mode: 0o700 })
    const log = await ensureArchive(client, cluster, { folder, name, elsewhere: options.elsewhere ?? false })
    const { archive } = log
    if (log.began) begun = archive
    const manifest = await copyWhileMarked(options, { cluster, systemId, name, unfinished, archive })
    await writeManifest(unfinished, manifest)
    giveTo(ownerOf(cluster), unfinished)
    await rename(unfinished, path.join(folder, name))
    await syncFolder(folder)
    return manifest
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if (begun) {
      // A log without a backup before it is of no use.
      await endArchive(cluster)
      await rm(begun, { recursive: true, force: true })
    }
    throw worded(error, folder)
  }
}

/** Root's backups belong to the database's account, so that a server that runs as it can remove them in time. */
function ownerOf(cluster: string): Account | undefined {
  const { uid, gid } = statSync(cluster)
  return isRoot() ? { uid, gid } : undefined
}

interface Server {
  cluster: string
  systemId: string
  name: string
}

async function askServer(client: pg.Client, folder: string): Promise<Server> {
  const { rows } = await client.query<Server>(
    `select current_setting('data_directory') as cluster, system_identifier::text as "systemId",
       to_char(clock_timestamp() at time zone 'Asia/Shanghai', 'YYYYMMDD-HH24MISS') as name
     from pg_control_system()`,
  )
  const server = rows[0]!
  if (!existsSync(path.join(folder, server.name))) return server
  await client.query('select pg_sleep(1)') // names tell seconds
  return askServer(client, folder)
}

async function copyWhileMarked(
  { client, houqin, folder, signal, progress = () => undefined }: MakeOptions,
  { cluster, systemId, name, unfinished, archive }: Server & { unfinished: string; archive: string },
): Promise<Manifest> {
  const target = path.join(unfinished, 'data')
  const startedAt = await serverTime(client)
  // The slot keeps the log since now in place, however long the copy takes; it goes with the session.
  await client.query(`select pg_create_physical_replication_slot('houqin_backup', true, true)`)
  await client.query('select pg_backup_start($1, fast => true)', [name])
  const copied = await copyCluster(cluster, target, { signal, progress })
  // A change of its own between start and stop, so that a moment before the stop always has one after it.
  await client.query('select pg_current_xact_id()')
  const { rows } = await client.query<{ stop: string; label: string }>(
    `select pg_walfile_name(lsn - 1) as stop, labelfile as label
     from pg_backup_stop(wait_for_archive => false)`,
  )
  const { stop, label } = rows[0]!
  const start = /^START WAL LOCATION: .* \(file ([0-9A-F]{24})\)$/m.exec(label)?.[1]
  if (!start) throw new Error(`no start in the backup label: ${label}`)
  await writeSynced(path.join(target, 'backup_label'), label)
  copied.files.push({
    path: 'data/backup_label',
    ...(await copyFile(path.join(target, 'backup_label'), null, { sync: false })),
  })
  for (let segment = start; segment <= stop; segment = segmentAfter(segment)) {
    const own = `pg_wal/${segment}`
    const one = await copyFile(path.join(cluster, own), path.join(target, own), { sync: true, signal })
    copied.files.push({ path: `data/${own}`, ...one })
  }
  await client.query(`select pg_drop_replication_slot('houqin_backup')`)
  await sideBySide(['data', ...copied.folders], (below) => syncFolder(path.join(unfinished, below)))
  const beside = path.relative(folder, archive)
  return {
    format: 1,
    name,
    houqin,
    postgres: EMBEDDED_MAJOR_VERSION,
    systemId,
    startedAt,
    finishedAt: await serverTime(client),
    startSegment: start,
    stopSegment: stop,
    archive: beside.startsWith('..') ? archive : beside,
    ...copied,
  }
}

async function serverTime(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ now: string }>(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`,
  )
  return rows[0]!.now
}

/** What a backup that was killed left behind; the lock says that no other one is at work on this database. */
async function removeUnfinished(folder: string, systemId: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`.unfinished-${systemId}-`) || name.startsWith(`.removing-${systemId}-`))
      await rm(path.join(folder, name), { recursive: true, force: true })
  }
}

/** Whoever finds the folder on a bad day should know what to do with it. */
async function explain(folder: string): Promise<void> {
  const file = path.join(folder, 'README.txt')
  if (existsSync(file)) return
  await writeSynced(
    file,
    `houqin 后勤的备份。恢复：停止 houqin，在程序文件夹运行  npm run restore -- --from "${folder}"
Backups of houqin. To restore: stop houqin and run in its folder  npm run restore -- --from "${folder}"
`,
  )
}

function worded(error: unknown, folder: string): unknown {
  const code = systemErrorCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new BackupProblem(
      `备份文件夹 ${folder} 所在磁盘已满，本次备份已撤销：请腾出空间后重试。`,
      `The disk of the backup folder ${folder} is full and this backup was undone: make room and try again.`,
    )
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EIO'].includes(code))
    return new BackupProblem(
      `备份文件夹 ${folder} 无法使用（${code}）：请检查磁盘是否挂载、权限是否正确。`,
      `The backup folder ${folder} cannot be used (${code}): check that its disk is there and its permissions.`,
    )
  return error
}
