import type { Db } from '#kernel/database/connect.ts'
import type { Watched } from '#kernel/server-module.ts'
import { readStanding } from './read-standing.ts'

/** What `/metrics` and `/readyz` say of the backups; nothing for a database that is not the embedded one. */
export async function readWatched(db: Db, now: Date): Promise<Watched> {
  const { alarms, ageSeconds } = await readStanding(db, now)
  const gauges: Watched['gauges'] = [
    {
      name: 'houqin_backup_alarms',
      help: 'What is wrong with the backups, as a count; see the page Backup',
      value: alarms.length,
    },
  ]
  if (ageSeconds !== null)
    gauges.push({
      name: 'houqin_backup_age_seconds',
      help: 'Age of the newest backup of the embedded database',
      value: ageSeconds,
    })
  return { gauges, notes: alarms.map((alarm) => `backup: ${alarm}`) }
}
