/**
 * The server as `npm start` runs it, in a process of its own, with two differences: it answers on loopback only, and
 * nobody is told to slow down, because all load comes from one caller. Prints its address.
 */
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { serverModules, version } from '#app/modules.ts'
import { startDelivery } from '#kernel/events/deliver-events.ts'
import { listenEvents } from '#kernel/events/listen-events.ts'
import { buildApp } from '#kernel/server/build-app.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { startJobs } from '#platform/jobs/run-jobs.ts'

const url = process.env.DATABASE_URL!
const report = (error: unknown) => process.stderr.write(`${String(error)}\n`)
const installation = await openInstallation({ url, modules: serverModules, version })
const webFolder = join(resolve(import.meta.dirname, '..'), 'dist', 'web')
const app = await buildApp(installation, {
  logger: { level: 'error' },
  webFolder: existsSync(webFolder) ? webFolder : null,
  callsPerMinute: 10_000_000,
  // The bench has nine accounts, and each stands for a score of people with their pages open.
  streams: { most: 2000, anAccount: 2000 },
})
const stopListening = listenEvents(installation.pool, installation.announcements)
const stopDelivery = startDelivery(installation, report)
const stopJobs = await startJobs(installation, url, report)
await app.listen({ port: 0, host: '127.0.0.1' })
process.on('SIGTERM', async () => {
  await app.close()
  await stopJobs()
  await stopDelivery()
  stopListening()
  await installation.close()
  process.exit(0)
})
process.stdout.write(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}\n`)
