import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { systemErrorCode } from '#kernel/database/start-problem.ts'
import { ARCHIVE_SCRIPT } from '#platform/embedded-database/settings.ts'
import { BackupProblem } from '../backup-problem.ts'
import { copyFile, writeSynced } from './copy-file.ts'
import type { Manifest } from './manifest.ts'
import { sideBySide } from './side-by-side.ts'

/** Folders a restored server fills anew (PostgreSQL's manual, "Backing Up the Data Directory"); the log is copied apart. */
const EMPTIED = new Set([
  ...['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp'],
  ...['pg_subtrans', 'log'],
])
const LEFT_OUT =
  /^(postmaster\.(pid|opts).*|backup_label.*|tablespace_map.*|backup_manifest|.*\.signal|\.s\.PGSQL.*|current_logfiles.*)$/
const LEFT_OUT_ANYWHERE = /^(pgsql_tmp|pg_internal\.init)/

interface Tree {
  folders: string[]
  files: { path: string; size: number }[]
}

/** What of a cluster belongs in a backup. */
async function treeOf(cluster: string): Promise<Tree> {
  const tree: Tree = { folders: [], files: [] }
  async function walk(below: string): Promise<void> {
    for (const entry of await readdir(path.join(cluster, below), { withFileTypes: true })) {
      const own = below ? `${below}/${entry.name}` : entry.name
      if (LEFT_OUT_ANYWHERE.test(entry.name) || entry.name.startsWith(ARCHIVE_SCRIPT)) continue
      if (!below && LEFT_OUT.test(entry.name)) continue
      if (entry.isSymbolicLink()) throw outside(path.join(cluster, own))
      if (entry.isDirectory()) {
        tree.folders.push(own)
        if (!EMPTIED.has(own)) await walk(own)
      } else if (entry.isFile()) {
        const found = await stat(path.join(cluster, own)).catch(vanished)
        if (found) tree.files.push({ path: own, size: found.size })
      }
    }
  }
  await walk('')
  return tree
}

/** A dropped table's file may go at any moment; the log tells a restored server about it. */
function vanished(error: unknown): null {
  if (systemErrorCode(error) === 'ENOENT') return null
  throw error
}

function outside(link: string): BackupProblem {
  return new BackupProblem(
    `数据库有一部分在别处（${link} 是链接），内置备份不支持：请把它移回来，或改用 pg_basebackup。`,
    `A part of the database lives elsewhere (${link} is a link), which this backup does not do: move it back or use pg_basebackup.`,
  )
}

/**
 * Copies a running cluster's files into `target` while it is in backup mode.
 * @returns what was copied; paths relative to `target`'s parent
 */
export async function copyCluster(
  cluster: string,
  target: string,
  options: { signal?: AbortSignal | undefined; progress: (done: number, total: number) => void },
): Promise<Pick<Manifest, 'folders' | 'files'>> {
  const tree = await treeOf(cluster)
  const total = tree.files.reduce((sum, { size }) => sum + size, 0)
  const prefix = path.basename(target)
  const files: Manifest['files'] = []
  let done = 0
  for (const folder of tree.folders) await mkdir(path.join(target, folder), { recursive: true, mode: 0o700 })
  await sideBySide(tree.files, async (file) => {
    if (file.path === 'global/pg_control') return
    const copied = await copyFile(path.join(cluster, file.path), path.join(target, file.path), {
      sync: true,
      signal: options.signal,
    }).catch(vanished)
    done += file.size
    options.progress(done, total)
    if (copied) files.push({ path: `${prefix}/${file.path}`, ...copied })
  })
  const control = path.join(target, 'global', 'pg_control')
  await writeSynced(control, await readControl(path.join(cluster, 'global', 'pg_control')))
  files.push({ path: `${prefix}/global/pg_control`, ...(await copyFile(control, null, { sync: false })) })
  return { folders: tree.folders.map((folder) => `${prefix}/${folder}`), files }
}

/** The server rewrites this one file in place; two equal readings are not torn. It comes last, as the manual wants. */
async function readControl(file: string): Promise<Buffer> {
  for (let last = await readFile(file); ; ) {
    const again = await readFile(file)
    if (again.equals(last)) return again
    last = again
  }
}
