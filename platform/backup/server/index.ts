import { implement } from '#kernel/server-module.ts'
import { backup } from '../module.ts'
import { changeSettings } from './change-settings.ts'
import { readHealth } from './read-health.ts'
import { readAlarms, readOverview } from './read-overview.ts'
import { startRun } from './start-run.ts'

export const backupServer = implement(backup, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: { readOverview, readAlarms, changeSettings, startRun },
  health: readHealth,
})
