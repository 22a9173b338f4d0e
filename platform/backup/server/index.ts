import { implement } from '#kernel/server-module.ts'
import { backup } from '../module.ts'
import { changeSettings } from './change-settings.ts'
import { readBackupHealth } from './read-backup-health.ts'
import { readOverview } from './read-overview.ts'
import { readWatched } from './read-watched.ts'
import { startRun } from './start-run.ts'

export const backupServer = implement(backup, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: { readOverview, changeSettings, startRun },
  health: readBackupHealth,
  watch: readWatched,
})
