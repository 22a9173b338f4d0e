import pg from 'pg'
import { BackupProblem } from '../backup-problem.ts'

/** Any number of ours, in houqin's own database. */
const LOCK_KEY = 7_205_759_403_792_801

/**
 * Does one piece of work on the backups of a database while nobody else does, on a session of its own as superuser.
 * The lock goes with the session, so a process that is killed leaves none behind.
 * @throws BackupProblem when another one is at it
 */
export async function lockBackups<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'houqin backup' })
  let lost: Error | undefined
  client.on('error', (error) => {
    lost = error
  })
  await client.connect()
  try {
    const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
      LOCK_KEY,
    ])
    if (!rows[0]?.locked) throw busy()
    return await work(client)
  } catch (error) {
    throw lost && !(error instanceof BackupProblem) ? databaseWent(lost) : error
  } finally {
    await client.end().catch(() => undefined)
  }
}

function busy(): BackupProblem {
  return new BackupProblem(
    '另一次备份或验证正在进行，请等它结束后再试。',
    'Another backup or verification is under way: try again when it has ended.',
  )
}

function databaseWent(cause: Error): BackupProblem {
  return new BackupProblem(
    `备份期间与数据库的连接中断（${cause.message}），本次备份已撤销。`,
    `The connection to the database was lost (${cause.message}) and this backup was undone.`,
  )
}
