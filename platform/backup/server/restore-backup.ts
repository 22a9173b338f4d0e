import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { systemErrorCode } from '#kernel/database/start-problem.ts'
import { type EmbeddedPlace, giveTo, linkCluster, settlePlace } from '#platform/embedded-database/place.ts'
import { isPostmasterOf, readPidFile } from '#platform/embedded-database/postmaster.ts'
import { BackupProblem } from '../backup-problem.ts'
import { chooseBackup, sayMoment } from './choose-backup.ts'
import { syncFolder } from './copy-file.ts'
import { archiveNow } from './ensure-archive.ts'
import { archiveOf } from './manifest.ts'
import { recoverCopy } from './recover-copy.ts'
import { gapProblem, stageLog } from './stage-log.ts'
import { unpackBackup } from './unpack-backup.ts'

export interface RestoreOptions {
  /** A folder of backups, or one backup. */
  from: string
  /** The data folder to restore into. */
  data: string
  /** Where to stop; null goes as far as the log does. */
  moment: Date | null
  /** Move a database that is there aside. */
  force: boolean
  now: Date
  log: (line: string) => void
}

export interface Restored {
  backup: string
  /** When the last change in it was committed; null when nothing followed the backup. */
  lastChangeAt: string | null
  /** Where the database that was there before is now. */
  aside: string | null
}

/**
 * Restores a data folder from a backup and the log after it. Everything happens in a copy beside, which is put into
 * place when it has come to the moment; until then nothing that was there is touched.
 * @throws BackupProblem
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { from, data, moment, log } = options
  if (moment && moment > options.now) throw inFuture(moment)
  refuseOccupied(path.join(data, 'postgres'), options.force)
  const chosen = await chooseBackup(from, moment)
  const backup = path.join(chosen.folder, chosen.manifest.name)
  log(`从备份 ${backup} 恢复…… / Restoring from the backup ${backup} …`)
  const place = settlePlace(data, log)
  const present = existsSync(place.cluster) && readdirSync(place.cluster).length > 0
  await removeAbandoned(place.cluster)
  const copy = { ...place, cluster: `${place.cluster}.restore-${process.pid}` }
  try {
    await unpackBackup(backup, chosen.manifest, copy.cluster, { sync: true })
    log('备份完好。正在重放其后的日志…… / The backup is sound. Replaying the log after it …')
    const archive = archiveOf(chosen.folder, chosen.manifest)
    const staged = await stageLog(chosen.manifest, archive, path.join(copy.cluster, 'pg_wal'), {
      until: chosen.until?.stopSegment,
      leftovers: present ? await leftoversOf(place.cluster, archive, chosen.manifest.systemId) : null,
    })
    if (staged.gap && !moment) throw gapProblem(archive, staged.gap)
    giveTo(copy.account, copy.cluster)
    const { lastChangeAt } = await recoverCopy(copy, { moment, archive, staged }, async () => undefined)
    const aside = present ? await moveAside(place.cluster, options.now) : null
    await putInPlace(copy.cluster, place, data)
    return { backup, lastChangeAt, aside }
  } catch (error) {
    await rm(copy.cluster, { recursive: true, force: true })
    throw systemErrorCode(error) === 'ENOSPC' ? diskFull(data) : error
  }
}

function refuseOccupied(cluster: string, force: boolean): void {
  if (!existsSync(cluster)) return // a link that leads nowhere is settlePlace's to report
  if (statSync(cluster).isDirectory() && readdirSync(cluster).length === 0) return
  if (!force) throw occupied(cluster)
  const real = realpathSync(cluster)
  const file = readPidFile(real)
  if (file && isPostmasterOf(real, file.pid)) throw runs(real, file.pid)
}

function occupied(cluster: string): BackupProblem {
  return new BackupProblem(
    `${cluster} 已有数据库：请用 --data 指定另一个文件夹；或加 --force，原数据库会改名保留。`,
    `${cluster} holds a database already: name another folder in --data, or add --force, which keeps the present one under another name.`,
  )
}

function runs(cluster: string, pid: number): BackupProblem {
  return new BackupProblem(
    `数据库 ${cluster} 正在运行（进程 ${pid}）：请先停止 houqin。`,
    `The database ${cluster} is running (process ${pid}): stop houqin first.`,
  )
}

/** Copies of restores whose process is gone. */
async function removeAbandoned(cluster: string): Promise<void> {
  const folder = path.dirname(cluster)
  for (const name of readdirSync(folder)) {
    const maker = /^postgres\.restore-(\d+)$/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) await rm(path.join(folder, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return systemErrorCode(error) === 'EPERM'
  }
}

/** The log of the database that is still there, as far as it was not copied away; only of this very past. */
async function leftoversOf(cluster: string, archive: string, systemId: string): Promise<string | null> {
  const control = path.join(cluster, 'global', 'pg_control')
  if (!existsSync(control) || (await archiveNow(cluster)) !== archive) return null
  // The system identifier is the first field of the file, in the machine's order of bytes.
  const own = (await readFile(control)).readBigUInt64LE(0)
  return own === BigInt(systemId) ? path.join(cluster, 'pg_wal') : null
}

async function moveAside(cluster: string, now: Date): Promise<string> {
  const aside = `${cluster}.before-restore-${sayMoment(now).replaceAll(/[-:]/g, '').replace(' ', '-')}`
  await rename(cluster, aside)
  return aside
}

async function putInPlace(copy: string, place: EmbeddedPlace, data: string): Promise<void> {
  await rename(copy, place.cluster)
  await syncFolder(path.dirname(place.cluster))
  linkCluster(data, place.cluster)
}

function inFuture(moment: Date): BackupProblem {
  return new BackupProblem(`${sayMoment(moment)} 还没有到。`, `${sayMoment(moment)} is in the future.`)
}

function diskFull(data: string): BackupProblem {
  return new BackupProblem(
    `${data} 所在磁盘已满，恢复已撤销：请腾出空间，或用 --data 指定另一个磁盘。`,
    `The disk of ${data} is full and the restore was undone: make room or name another disk in --data.`,
  )
}
