import { statfs } from 'node:fs/promises'
import path from 'node:path'

/** Milliseconds between two looks at the free space. */
const look = 2_000

/**
 * Watches the disk below the database of a data folder. PostgreSQL that cannot write its log stops altogether, so houqin
 * stops writing before: reading goes on.
 * @param leastFreeMb megabytes that must stay free
 * @param tell hears whenever it becomes too little, or enough again
 * @returns how to stop, once the first look is done
 */
export async function watchDisk(
  folder: string,
  leastFreeMb: number,
  tell: (full: boolean) => void,
): Promise<() => void> {
  let full = false
  async function check(): Promise<void> {
    const { bavail, bsize } = await statfs(path.join(folder, 'postgres'))
    const isFull = (bavail * bsize) / 1024 ** 2 < leastFreeMb
    if (isFull !== full) tell(isFull)
    full = isFull
  }
  await check()
  const timer = setInterval(() => void check(), look)
  return () => clearInterval(timer)
}
