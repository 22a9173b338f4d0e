import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { systemErrorCode } from '#kernel/database/start-problem.ts'
import { BackupProblem } from '../backup-problem.ts'
import { sayMoment } from './choose-backup.ts'
import type { Manifest } from './manifest.ts'
import { SEGMENT_BYTES, segmentAfter, segmentShape } from './wal-segment.ts'

/** How far the log goes on after a backup. */
export interface Staged {
  /** The last piece there is. */
  last: string
  /** The first piece that is missing although later ones are there. */
  gap: { segment: string; after: string } | null
}

/**
 * Puts the log that follows a backup into the copy's pg_wal, piece by piece without a gap, checking each.
 * @param until no further than this piece
 * @param leftovers a pg_wal of the database that was there before, for what was not copied away any more
 * @throws BackupProblem naming a piece that is damaged
 */
export async function stageLog(
  manifest: Manifest,
  archive: string,
  target: string,
  options: { until?: string | undefined; leftovers?: string | null; signal?: AbortSignal | undefined },
): Promise<Staged> {
  const archived = await segmentsIn(archive, '.gz')
  const loose = options.leftovers ? await segmentsIn(options.leftovers, '') : []
  const newest = [...archived, ...loose]
    .filter((name) => sameTimeline(name, manifest))
    .sort()
    .at(-1)
  let last = manifest.stopSegment
  for (;;) {
    const segment = segmentAfter(last)
    options.signal?.throwIfAborted()
    if (!newest || segment > newest || (options.until && segment > options.until)) return { last, gap: null }
    const to = path.join(target, segment)
    if (archived.includes(segment)) await unpack(path.join(archive, `${segment}.gz`), to)
    else if (loose.includes(segment))
      await pipeline(
        createReadStream(path.join(options.leftovers!, segment)),
        createWriteStream(to, { mode: 0o600 }),
      )
    else return { last, gap: { segment, after: await writtenAt(archive, last) } }
    last = segment
  }
}

async function segmentsIn(folder: string, ending: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending))
  return names
    .map((name) => name.slice(0, name.length - ending.length))
    .filter((name) => segmentShape.test(name))
}

const sameTimeline = (segment: string, { stopSegment }: Manifest) =>
  segment.slice(0, 8) === stopSegment.slice(0, 8)

async function unpack(from: string, to: string): Promise<void> {
  try {
    await pipeline(createReadStream(from), createGunzip(), createWriteStream(to, { mode: 0o600 }))
  } catch (error) {
    if (!systemErrorCode(error).startsWith('Z_')) throw error
    throw damaged(from)
  }
  if ((await stat(to)).size !== SEGMENT_BYTES) throw damaged(from)
}

function damaged(file: string): BackupProblem {
  return new BackupProblem(
    `日志归档 ${file} 已损坏：请从副本换回它，或用 --to-time 恢复到它之前的时刻。`,
    `The archived log ${file} is damaged: put a copy of it back, or restore to a moment before it with --to-time.`,
  )
}

async function writtenAt(archive: string, segment: string): Promise<string> {
  const found = await stat(path.join(archive, `${segment}.gz`)).catch(() => null)
  return found ? sayMoment(found.mtime) : '?'
}

/** The problem of a log with a hole in it. */
export function gapProblem(archive: string, gap: NonNullable<Staged['gap']>): BackupProblem {
  return new BackupProblem(
    `日志归档 ${archive} 缺少 ${gap.segment}，其后的日志无法使用：请找回该文件，或用 --to-time 恢复到约 ${gap.after} 之前。`,
    `The archive ${archive} lacks ${gap.segment} and what comes after it cannot be used: find that file, or restore with --to-time to before about ${gap.after}.`,
  )
}

/** Reads one line of the recovery's own words: when the last change it replayed was committed. */
export function lastChange(said: string): string | null {
  return /last completed transaction was at log time (.+)/.exec(said)?.[1] ?? null
}
