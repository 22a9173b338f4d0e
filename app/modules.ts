import { readFileSync } from 'node:fs'
import { calendarServer } from '#engines/calendar/server/index.ts'
import { catalogueServer } from '#engines/catalogue/server/index.ts'
import { directoryServer } from '#engines/directory/server/index.ts'
import { metricsServer } from '#engines/metrics/server/index.ts'
import { ordersServer } from '#engines/orders/server/index.ts'
import { reportsServer } from '#engines/reports/server/index.ts'
import { standardsServer } from '#engines/standards/server/index.ts'
import { kernelServer } from '#kernel/kernel-server.ts'
import type { ServerModule } from '#kernel/server-module.ts'
import { backupServer } from '#platform/backup/server/index.ts'
import { healthServer } from '#platform/health/server/index.ts'
import { repairsContribution } from '#services/repairs/server/api.ts'
import { repairsServer } from '#services/repairs/server/index.ts'

/** This release, from package.json. */
export const version: string = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
).version

/** Rooms of technology beside the kernel; each after what it depends on. */
const platform: ServerModule[] = [backupServer, healthServer(() => serverModules, version)]

/** Engines, then services, each after what it depends on; migrations run in this order. */
const business: ServerModule[] = [
  directoryServer,
  calendarServer,
  standardsServer,
  catalogueServer,
  ordersServer,
]
// Figures and reports read this list at their first use, so the services after them are in it.
business.push(metricsServer(business), reportsServer(business, [repairsContribution]))
business.push(repairsServer)

/** Everything the server is made of. */
export const serverModules: readonly ServerModule[] = [
  kernelServer([...platform, ...business], version),
  ...platform,
  ...business,
]
