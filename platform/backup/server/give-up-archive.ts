import type pg from 'pg'
import { archiveNow, endArchive } from './ensure-archive.ts'

/** What PostgreSQL keeps for an archive that takes nothing may grow to this, before it endangers the database's own disk. */
const KEPT_BYTES = 4 * 1024 ** 3

/**
 * Stops archiving when the backup folder has taken nothing for so long that the log piles up beside the database: a
 * full or missing backup disk must not take the service down. The next backup begins a new archive.
 * @returns whether it was given up
 */
export async function giveUpStuckArchive(pool: pg.Pool, keptBytes = KEPT_BYTES): Promise<boolean> {
  const { rows } = await pool.query<{ cluster: string; stuck: boolean }>(
    `select current_setting('data_directory') as cluster,
       coalesce(a.last_failed_time > coalesce(a.last_archived_time, '-infinity'), false)
         and (select sum(size) from pg_ls_waldir()) > $1 as stuck
     from pg_stat_archiver a`,
    [keptBytes],
  )
  const { cluster, stuck } = rows[0]!
  if (!stuck || (await archiveNow(cluster)) === null) return false
  await endArchive(cluster)
  return true
}
