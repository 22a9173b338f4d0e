import type pg from 'pg'
import { BackupProblem } from '../backup-problem.ts'

/** A try to make or to verify a backup. */
export interface Run {
  id: string
  kind: 'backup' | 'verify'
  cause: 'schedule' | 'person' | 'command'
  /** The backup to verify; null takes the newest. */
  copyName: string | null
}

/** Ends the tries of processes that are gone; only for whoever has the lock. */
export async function endDeadRuns(client: pg.Client): Promise<void> {
  await client.query(
    `update backup.run set stage = 'failed', finished_at = now(), problem_zh = '进程中途结束，未完成。',
       problem_en = 'The process ended before it was finished.' where stage = 'running'`,
  )
}

/** Begins a try that nobody asked for on the page. */
export async function beginRun(
  client: pg.Client,
  kind: Run['kind'],
  cause: Run['cause'],
  askedBy: string,
): Promise<Run> {
  const { rows } = await client.query<{ id: string }>(
    `insert into backup.run (kind, cause, stage, asked_by, asked_at, started_at)
     values ($1, $2, 'running', $3, now(), now()) returning id`,
    [kind, cause, askedBy],
  )
  return { id: rows[0]!.id, kind, cause, copyName: null }
}

/** Begins the oldest try that somebody asked for; null when there is none. */
export async function claimRun(client: pg.Client): Promise<Run | null> {
  const { rows } = await client.query<Run>(
    `update backup.run set stage = 'running', started_at = now()
     where id = (select id from backup.run where stage = 'waiting' order by asked_at limit 1 for update skip locked)
     returning id, kind, cause, copy_name as "copyName"`,
  )
  return rows[0] ?? null
}

/** Writes down how far a try is, at most once a second. */
export function progressWriter(client: pg.Client, run: Run): (done: number, total: number) => void {
  let writtenAt = Number.NEGATIVE_INFINITY
  return (done, total) => {
    if (performance.now() - writtenAt < 1000) return
    writtenAt = performance.now()
    // A lost session is met by the work itself, which reports it.
    client
      .query('update backup.run set done_bytes = $2, total_bytes = $3 where id = $1', [run.id, done, total])
      .catch(() => undefined)
  }
}

/** Writes down the end of a try that went well. */
export async function finishRun(client: pg.Client, run: Run, copyName: string, bytes: number): Promise<void> {
  await client.query(
    `update backup.run set stage = 'done', finished_at = clock_timestamp(), copy_name = $2, done_bytes = $3, total_bytes = $3
     where id = $1`,
    [run.id, copyName, bytes],
  )
}

/** Writes down why a try failed. */
export async function failRun(client: pg.Client, run: Run, error: unknown): Promise<void> {
  const words =
    error instanceof BackupProblem
      ? error.words
      : { zh: `内部错误：${String(error)}`, en: `Internal error: ${String(error)}` }
  await client.query(
    `update backup.run set stage = 'failed', finished_at = clock_timestamp(), problem_zh = $2, problem_en = $3 where id = $1`,
    [run.id, words.zh, words.en],
  )
}
