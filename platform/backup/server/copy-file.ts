import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

const CHUNK_BYTES = 1024 * 1024

export interface Copied {
  size: number
  /** SHA-256 of what was read, in hexadecimal. */
  sha256: string
}

/**
 * Copies a file and says what was copied. A file that grows meanwhile is copied as far as its end is then.
 * @param to null only reads
 */
export async function copyFile(
  from: string,
  to: string | null,
  options: { sync: boolean; signal?: AbortSignal | undefined },
): Promise<Copied> {
  const source = await open(from, 'r')
  let target: FileHandle | null = null
  try {
    target = to === null ? null : await open(to, 'wx', 0o600)
    const hash = createHash('sha256')
    // Most files are small; a large piece of memory for each would keep the collector busy.
    const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, (await source.stat()).size + 1))
    let size = 0
    for (;;) {
      options.signal?.throwIfAborted()
      const { bytesRead } = await source.read(chunk, 0, chunk.length, null)
      if (bytesRead === 0) break
      const piece = chunk.subarray(0, bytesRead)
      hash.update(piece)
      if (target) await writeAll(target, piece)
      size += bytesRead
    }
    if (options.sync) await target?.sync()
    return { size, sha256: hash.digest('hex') }
  } finally {
    await target?.close()
    await source.close()
  }
}

/** Writes all of it: a single write may take only a part when the disk is nearly full. */
async function writeAll(target: FileHandle, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await target.write(bytes, at)).bytesWritten
}

/** Writes a small file that is either there whole or not at all after a power cut, once its folder is synced. */
export async function writeSynced(file: string, content: string | Buffer, mode = 0o600): Promise<void> {
  const handle = await open(file, 'w', mode)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes the names in a folder last through a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
