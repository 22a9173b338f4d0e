import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { chooseKept, type KeepPolicy } from './choose-kept.ts'
import { syncFolder } from './copy-file.ts'
import { archiveOf, listBackups, type Manifest } from './manifest.ts'

/**
 * Removes the backups of a database that the policy does not keep, and the log that no kept daily one needs.
 * @param current the archive that is being written; it stays even when nothing in it is kept yet
 * @returns names of the backups removed
 */
export async function pruneBackups(
  folder: string,
  systemId: string,
  current: string | null,
  policy: KeepPolicy,
  now: Date,
): Promise<string[]> {
  const own = (await listBackups(folder)).flatMap(({ manifest }) =>
    manifest?.systemId === systemId ? [manifest] : [],
  )
  const { kept, daily } = chooseKept(own, policy, now)
  const gone = own.filter(({ name }) => !kept.has(name))
  for (const { name } of gone) {
    // A half-removed backup must not look like a whole one.
    const doomed = path.join(folder, `.removing-${systemId}-${name}`)
    await rename(path.join(folder, name), doomed)
    await syncFolder(folder)
    await rm(doomed, { recursive: true })
  }
  await pruneLog(folder, own, daily, current)
  return gone.map(({ name }) => name)
}

async function pruneLog(
  folder: string,
  own: readonly Manifest[],
  daily: ReadonlySet<string>,
  current: string | null,
): Promise<void> {
  for (const archive of new Set(own.map((manifest) => archiveOf(folder, manifest)))) {
    // An archive in another folder belongs to that folder's backups.
    if (path.dirname(archive) !== path.join(folder, 'wal') || !existsSync(archive)) continue
    const needed = own.filter((one) => archiveOf(folder, one) === archive && daily.has(one.name))
    const first = needed.map(({ startSegment }) => startSegment).sort()[0]
    if (!first && archive !== current) {
      await rm(archive, { recursive: true })
      continue
    }
    for (const name of await readdir(archive)) {
      if (first && /^[0-9A-F]{24}/.test(name) && name.slice(0, 24) < first) await rm(path.join(archive, name))
    }
  }
}
