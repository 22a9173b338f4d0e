import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { systemErrorCode } from '#kernel/database/start-problem.ts'

/**
 * Makes a folder and those above it. Not by Node's `recursive`, which never ends on a file system that refuses new
 * folders with ENOENT (`/proc`, an automounter whose server is away).
 * @returns whether the folder is a new one
 */
export async function makeFolder(folder: string, mode: number): Promise<boolean> {
  const above = path.dirname(folder)
  if (above !== folder && !existsSync(above)) await makeFolder(above, mode)
  try {
    await mkdir(folder, { mode })
    return true
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false
    throw error
  }
}
