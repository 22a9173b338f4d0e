import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { BackupProblem } from '../backup-problem.ts'
import { syncFolder, writeSynced } from './copy-file.ts'
import { segmentShape } from './wal-segment.ts'

const Segment = Type.String({ pattern: segmentShape.source })
const Moment = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z$' })
/** Below the backup's own folder, never out of it. */
const RelativePath = Type.String({ pattern: '^(?!/)(?!.*(^|/)\\.\\.(/|$))[^\\0]+$' })

const Manifest = Type.Object({
  format: Type.Literal(1),
  name: Type.String({ pattern: '^\\d{8}-\\d{6}$' }),
  houqin: Type.String(),
  /** Major version of the programs that can open it. */
  postgres: Type.String(),
  /** Which database, over all its restores. */
  systemId: Type.String({ pattern: '^\\d+$' }),
  startedAt: Moment,
  /** From this moment on it can be restored. */
  finishedAt: Moment,
  startSegment: Segment,
  stopSegment: Segment,
  /** Folder of the log that goes on after it: relative to the folder of backups, or absolute. */
  archive: Type.String(),
  folders: Type.Array(RelativePath),
  files: Type.Array(
    Type.Object({
      path: RelativePath,
      size: Type.Integer(),
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    }),
  ),
})

/** What a backup consists of, and what it needs to be restored. */
export type Manifest = Static<typeof Manifest>

/** A backup on the disk; `manifest` is null when it cannot be trusted. */
export interface FoundBackup {
  name: string
  folder: string
  manifest: Manifest | null
}

const digestOf = (manifest: Manifest) => createHash('sha256').update(JSON.stringify(manifest)).digest('hex')

/** Writes the manifest as the last file of a backup. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const content = JSON.stringify({ digest: digestOf(manifest), manifest })
  await writeSynced(path.join(folder, 'manifest.json'), content)
  await syncFolder(folder)
}

/** @throws BackupProblem when it is missing or was changed */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, 'manifest.json')
  let read: unknown
  try {
    read = JSON.parse(await readFile(file, 'utf8'))
  } catch {
    throw untrusted(file)
  }
  const { digest, manifest } = (read ?? {}) as { digest?: unknown; manifest?: unknown }
  if (!Value.Check(Manifest, manifest) || digestOf(manifest) !== digest) throw untrusted(file)
  return manifest
}

function untrusted(file: string): BackupProblem {
  return new BackupProblem(
    `备份清单 ${file} 缺失或已损坏：请改用另一份备份。`,
    `The manifest ${file} is missing or damaged: use another backup.`,
  )
}

/** The backups in a folder, oldest first; unfinished ones have other names and are not seen. */
export async function listBackups(folder: string): Promise<FoundBackup[]> {
  if (!existsSync(folder)) return []
  const names = (await readdir(folder)).filter((name) => /^\d{8}-\d{6}$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const own = path.join(folder, name)
      const manifest = await readManifest(own).catch((error: unknown) => {
        if (error instanceof BackupProblem) return null
        throw error
      })
      return { name, folder: own, manifest }
    }),
  )
}

/** Where the log that goes on after a backup is kept. */
export function archiveOf(folder: string, manifest: Pick<Manifest, 'archive'>): string {
  return path.resolve(folder, manifest.archive)
}

/** Bytes of all files. */
export function sizeOf(manifest: Pick<Manifest, 'files'>): number {
  return manifest.files.reduce((sum, { size }) => sum + size, 0)
}
