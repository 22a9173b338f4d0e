import type { Db } from '#kernel/database/connect.ts'
import type { Health } from '#kernel/server-module.ts'
import { readStanding } from './read-alarms.ts'

/** What `/metrics` and `/readyz` say of the backups; nothing for a database that is not the embedded one. */
export async function readHealth(db: Db, now: Date): Promise<Health> {
  const { alarms, ageSeconds } = await readStanding(db, now)
  const gauges: Health['gauges'] = [
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
