import { type Kysely, sql } from 'kysely'
import type { Static } from 'typebox'
import type { DB } from '#generated/tables.ts'
import type { Alarm } from '../schema.ts'

export interface Standing {
  /** Whether the server backs up at all. */
  embedded: boolean
  alarms: Static<typeof Alarm>[]
  /** Age of the newest backup; null when there is none. */
  ageSeconds: number | null
  /** When a finished piece of the log was last copied away. */
  archivedAt: string | null
}

interface Row {
  enabled: boolean
  embedded: boolean
  age: number | null
  late: boolean
  young: boolean
  failed: boolean
  archived_at: string | null
  stuck: boolean
}

/** How the backups stand at a moment; the same for the page, the home page and the metrics. */
export async function readStanding(db: Kysely<DB>, now: Date): Promise<Standing> {
  const { rows } = await sql<Row>`
    select s.enabled, s.embedded,
      extract(epoch from ${now}::timestamptz - c.newest)::float8 as age,
      ${now}::timestamptz - c.newest > s.warn_after_hours * interval '1 hour' as late,
      ${now}::timestamptz - s.since < s.warn_after_hours * interval '1 hour' as young,
      coalesce((select stage = 'failed' from backup.run where stage in ('done', 'failed')
        order by asked_at desc limit 1), false) as failed,
      a.last_archived_time as archived_at,
      coalesce(a.last_failed_time > a.last_archived_time or (a.last_archived_time is null and a.failed_count > 0), false) as stuck
    from backup.setting s, (select max(finished_at) as newest from backup.copy) c, pg_stat_archiver a`.execute(
    db,
  )
  const row = rows[0]!
  if (!row.embedded) return { embedded: false, alarms: [], ageSeconds: null, archivedAt: null }
  const alarms: Standing['alarms'] = []
  if (!row.enabled) alarms.push('off')
  if (row.age === null && !row.young) alarms.push('none-yet')
  if (row.late) alarms.push('too-old')
  if (row.failed) alarms.push('failed')
  if (row.stuck) alarms.push('archive-stuck')
  return { embedded: true, alarms, ageSeconds: row.age, archivedAt: row.archived_at }
}
