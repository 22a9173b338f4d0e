import type pg from 'pg'
import type { EmbeddedPlace } from '#platform/embedded-database/place.ts'
import { AsideFailed, runAside } from '#platform/embedded-database/run-aside.ts'
import { BackupProblem } from '../backup-problem.ts'
import { sayMoment } from './choose-backup.ts'
import { gapProblem, lastChange, type Staged } from './stage-log.ts'

export interface Recovered<T> {
  /** When the last change in it was committed; null when the log after the backup had none. */
  lastChangeAt: string | null
  answer: T
}

/**
 * Lets PostgreSQL replay the staged log in an unpacked copy, to a moment or to its end, and does the work on it.
 * @throws BackupProblem when the log ends before the moment
 */
export async function recoverCopy<T>(
  place: Pick<EmbeddedPlace, 'cluster' | 'binaries' | 'account'>,
  options: {
    moment: Date | null
    archive: string
    staged: Staged
    settings?: Record<string, string>
    signal?: AbortSignal | undefined
  },
  work: (client: pg.Client) => Promise<T>,
): Promise<Recovered<T>> {
  const { moment, staged, archive } = options
  const settings = {
    // The log is in its place already; the server only wants to be told that there is nothing more to fetch.
    restore_command: 'false',
    ...(moment
      ? {
          recovery_target_time: moment.toISOString().replace('T', ' ').replace('Z', '+00'),
          recovery_target_action: 'promote',
        }
      : {}),
    ...options.settings,
  }
  try {
    return await runAside(
      place,
      settings,
      async (client, said) => ({ answer: await work(client), lastChangeAt: lastChange(said()) }),
      options.signal,
    )
  } catch (error) {
    if (!(error instanceof AsideFailed)) throw error
    if (!/before configured recovery target was reached/.test(error.said)) throw notStarted(error)
    if (staged.gap) throw gapProblem(archive, staged.gap)
    throw endsBefore(moment!, lastChange(error.said))
  }
}

function endsBefore(moment: Date, last: string | null): BackupProblem {
  const wanted = sayMoment(moment)
  const there = last ? sayMoment(last) : '?'
  return new BackupProblem(
    `备份和日志只到 ${there}，不到 ${wanted}：请改用 --to-latest 恢复到最后的记录。`,
    `The backup and its log end at ${there}, before ${wanted}: use --to-latest to restore all there is.`,
  )
}

function notStarted(error: AsideFailed): BackupProblem {
  return new BackupProblem(
    `恢复出来的数据库无法启动：${error.message}`,
    `The restored database does not start: ${error.message}`,
  )
}
