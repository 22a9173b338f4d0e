import { existsSync } from 'node:fs'
import { chmod, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { systemErrorCode } from '#kernel/database/start-problem.ts'
import { BackupProblem } from '../backup-problem.ts'
import { copyFile, writeSynced } from './copy-file.ts'
import type { Manifest } from './manifest.ts'
import { sideBySide } from './side-by-side.ts'

/**
 * Copies a backup into a new folder and checks every file on the way against the manifest.
 * @throws BackupProblem naming the file that is missing or damaged
 */
export async function unpackBackup(
  backup: string,
  manifest: Manifest,
  target: string,
  options: { sync: boolean; signal?: AbortSignal | undefined; progress?: (done: number) => void },
): Promise<void> {
  await mkdir(target, { mode: 0o700 })
  await chmod(target, 0o700)
  for (const folder of manifest.folders) await mkdir(place(target, folder), { recursive: true, mode: 0o700 })
  let done = 0
  await sideBySide(manifest.files, async (file) => {
    const from = path.join(backup, file.path)
    if (!existsSync(from)) throw damaged(from, '缺失', 'missing')
    const copied = await copyFile(from, place(target, file.path), options).catch((error: unknown) => {
      if (systemErrorCode(error) === 'EIO') throw damaged(from, '无法读取', 'unreadable')
      throw error
    })
    if (copied.size !== file.size || copied.sha256 !== file.sha256) throw damaged(from, '已损坏', 'damaged')
    done += file.size
    options.progress?.(done)
  })
  await writeSynced(path.join(target, 'recovery.signal'), '')
}

/** `data/base/1/2` of a backup is `base/1/2` of the cluster. */
const place = (target: string, file: string) => path.join(target, file.split('/').slice(1).join('/'))

function damaged(file: string, chinese: string, english: string): BackupProblem {
  return new BackupProblem(
    `备份中的文件 ${file} ${chinese}：请改用另一份备份。`,
    `The file ${file} of the backup is ${english}: use another backup.`,
  )
}
