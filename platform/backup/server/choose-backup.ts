import { existsSync } from 'node:fs'
import path from 'node:path'
import { EMBEDDED_MAJOR_VERSION } from '#platform/embedded-database/binaries.ts'
import { BackupProblem } from '../backup-problem.ts'
import { listBackups, type Manifest, readManifest } from './manifest.ts'

/** The backup to begin from, and the one after it in the same archive: the log up to its end reaches past the moment. */
export interface Chosen {
  /** Folder of backups it lies in. */
  folder: string
  manifest: Manifest
  until: Manifest | null
}

/**
 * Chooses what to restore from: the newest backup, or the newest one that was finished before the moment.
 * @param from a folder of backups, or one backup in it
 * @param moment null means as late as possible
 * @throws BackupProblem when there is none, or it is not clear which
 */
export async function chooseBackup(from: string, moment: Date | null): Promise<Chosen> {
  if (existsSync(path.join(from, 'manifest.json'))) {
    const manifest = await readManifest(from)
    if (moment && Date.parse(manifest.finishedAt) > moment.getTime()) throw tooEarly(from, manifest)
    return { folder: path.dirname(from), manifest: opened(manifest, from), until: null }
  }
  const found = await listBackups(from)
  const sound = found.flatMap(({ manifest }) => (manifest ? [manifest] : []))
  const [first] = sound
  if (!first) throw noBackup(from, found[0]?.folder)
  const systems = new Set(sound.map(({ systemId }) => systemId))
  if (systems.size > 1) throw severalSystems(from, sound)
  const index = moment
    ? sound.findLastIndex(({ finishedAt }) => Date.parse(finishedAt) <= moment.getTime())
    : sound.length - 1
  const manifest = sound[index]
  if (!manifest) throw tooEarly(from, first)
  const until = moment
    ? sound.find(
        (later) =>
          later.archive === manifest.archive &&
          Date.parse(later.startedAt) > moment.getTime() &&
          later !== manifest,
      )
    : undefined
  return { folder: from, manifest: opened(manifest, path.join(from, manifest.name)), until: until ?? null }
}

function opened(manifest: Manifest, folder: string): Manifest {
  if (manifest.postgres === EMBEDDED_MAJOR_VERSION) return manifest
  throw new BackupProblem(
    `备份 ${folder} 来自 PostgreSQL ${manifest.postgres}，本程序自带 ${EMBEDDED_MAJOR_VERSION}：请用 houqin ${manifest.houqin} 恢复，再升级。`,
    `The backup ${folder} is of PostgreSQL ${manifest.postgres} and this program brings ${EMBEDDED_MAJOR_VERSION}: restore it with houqin ${manifest.houqin}, then upgrade.`,
  )
}

function noBackup(from: string, damaged: string | undefined): BackupProblem {
  if (damaged)
    return new BackupProblem(
      `${from} 中没有完好的备份（${damaged} 的清单已损坏）。`,
      `There is no sound backup in ${from} (the manifest of ${damaged} is damaged).`,
    )
  return new BackupProblem(
    `${from} 中没有备份：请用 --from 指定备份文件夹。`,
    `There is no backup in ${from}: name the folder of backups in --from.`,
  )
}

function tooEarly(from: string, first: Manifest): BackupProblem {
  const since = sayMoment(first.finishedAt)
  return new BackupProblem(
    `${from} 的备份最早只能恢复到 ${since}：请指定更晚的时刻，或改用更早的备份。`,
    `The backups in ${from} begin at ${since}: name a later moment or use an older backup.`,
  )
}

function severalSystems(from: string, sound: readonly Manifest[]): BackupProblem {
  const newest = new Map(sound.map(({ systemId, name }) => [systemId, name]))
  const names = [...newest.values()].map((name) => path.join(from, name)).join(' ')
  return new BackupProblem(
    `${from} 中有 ${newest.size} 个不同数据库的备份，请用 --from 指明其中一份：${names}`,
    `${from} holds backups of ${newest.size} different databases, name one of them in --from: ${names}`,
  )
}

/** `2026-11-24 10:00:05` in China. */
export function sayMoment(moment: string | Date): string {
  const at = new Date(new Date(moment).getTime() + 8 * 3_600_000)
  return at.toISOString().slice(0, 19).replace('T', ' ')
}
