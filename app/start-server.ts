import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { demoAccounts, demoPassword } from '#kernel/bureau/demo-accounts.ts'
import { StartProblem } from '#kernel/database/start-problem.ts'
import { startDelivery } from '#kernel/events/deliver-events.ts'
import { listenEvents } from '#kernel/events/listen-events.ts'
import { startImports } from '#kernel/import/work-imports.ts'
import { buildApp } from '#kernel/server/build-app.ts'
import type { Installation } from '#kernel/server/installation.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { runBackups } from '#platform/backup/server/run-backups.ts'
import { watchDisk } from '#platform/embedded-database/watch-disk.ts'
import { startJobs } from '#platform/jobs/run-jobs.ts'
import { startSending } from '#platform/notifications/server/send-due.ts'
import { allowNetworks } from '#platform/outbound/address-guard.ts'
import { startWebhooks } from '#platform/webhooks/server/send-webhooks.ts'
import { backupFolder } from './backup-folder.ts'
import { loadDemo, wantsDemo } from './load-demo.ts'
import { serverModules, version } from './modules.ts'
import { openDatabase } from './open-database.ts'
import { plainly } from './say-plainly.ts'

type Settings = Record<string, string | undefined>

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Starts everything and keeps running until a signal; on trouble prints one line and exits with 1. */
export async function startServer(settings: Settings, modules = serverModules): Promise<void> {
  const closers: (() => Promise<unknown> | unknown)[] = []
  let closing = false
  async function close(code: number): Promise<void> {
    if (closing) return
    closing = true
    for (const one of closers.reverse()) {
      await Promise.resolve(one()).catch((error: unknown) => process.stderr.write(`${String(error)}\n`))
    }
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close(0))
  try {
    await open(settings, modules, closers)
  } catch (error) {
    process.stderr.write(`${plainly(error)}\n`)
    await close(1)
  }
}

async function open(
  settings: Settings,
  modules: typeof serverModules,
  closers: (() => unknown)[],
): Promise<void> {
  const root = resolve(import.meta.dirname, '..')
  const port = Number(settings.PORT || 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new StartProblem(`PORT 不是端口号：${settings.PORT}`, `PORT is not a port number: ${settings.PORT}`)
  openNetworks(settings.HOUQIN_OUTBOUND_ALLOW)
  const database = await openDatabase(settings, root, say)
  closers.push(database.stop)
  say('检查数据库结构 / checking the database schema …')
  const installation = await openInstallation({
    url: database.url,
    modules,
    version,
    publicUrl: settings.HOUQIN_URL || undefined,
    report: (error) => process.stderr.write(`${error.message}\n`),
  })
  closers.push(installation.close)
  if (await wantsDemo(installation, settings, database.embedded)) await loadDemo(installation, say)
  const webFolder = join(root, 'dist', 'web')
  const app = await buildApp(installation, {
    logger: { level: settings.LOG_LEVEL || 'warn' },
    webFolder: existsSync(webFolder) ? webFolder : null,
    publicUrl: settings.HOUQIN_URL || undefined,
    trustProxy: settings.HOUQIN_TRUST_PROXY === '1',
  })
  closers.push(() => app.close())
  const report = (error: unknown) => app.log.error({ err: error })
  if (database.folder) closers.push(await guardDisk(installation, database.folder, settings))
  const stopListening = listenEvents(installation.pool, installation.announcements)
  closers.push(stopListening)
  closers.push(startDelivery(installation, report))
  closers.push(startImports(installation, report))
  closers.push(startSending(installation, report))
  closers.push(startWebhooks(installation, report))
  closers.push(await startJobs(installation, database.url, report))
  const { url, embedded } = database
  const folder = backupFolder(settings, root)
  const place = embedded ? { url, folder, houqin: version, clock: installation.clock } : null
  closers.push(await runBackups(installation, place, report))
  closers.push(() => drain(installation, Number(settings.HOUQIN_DRAIN_SECONDS || 0)))
  await app.listen({ port, host: settings.HOST || '0.0.0.0' })
  announce((app.server.address() as AddressInfo).port, await hasDemo(installation))
}

/** Inner networks that webhooks, robots and single sign-on may reach; a government network is private throughout. */
function openNetworks(words: string | undefined): void {
  try {
    allowNetworks(words ?? '')
  } catch (error) {
    throw new StartProblem(`HOUQIN_OUTBOUND_ALLOW 有误：${words}`, `HOUQIN_OUTBOUND_ALLOW: ${String(error)}`)
  }
}

/** Writing is refused while less than `HOUQIN_LEAST_FREE_MB` (256) megabytes are free below the embedded database. */
function guardDisk({ node }: Pick<Installation, 'node'>, folder: string, settings: Settings) {
  return watchDisk(folder, Number(settings.HOUQIN_LEAST_FREE_MB || 256), (full) => {
    node.diskFull = full
    say(
      full
        ? '磁盘快满了，暂停保存，只能查看 / the disk is nearly full: reading only until there is room'
        : '磁盘空间已恢复 / there is room on the disk again',
    )
  })
}

/** Says `stopping` at /readyz for so many seconds while everything still works, so that a balancer sends no more. */
async function drain({ node }: Pick<Installation, 'node'>, seconds: number): Promise<void> {
  node.stopping = true
  await setTimeout(seconds * 1000)
}

async function hasDemo(installation: Awaited<ReturnType<typeof openInstallation>>): Promise<boolean> {
  const row = await installation.database.asOwner((db) =>
    db.selectFrom('kernel.bureau').select('id').where('demo', '=', true).executeTakeFirst(),
  )
  return row !== undefined
}

function announce(port: number, demo: boolean): void {
  say(`\nhouqin 后勤 ${version}  http://localhost:${port}`)
  if (demo) {
    say(`演示账号 / demo accounts: ${demoAccounts.map(({ username }) => username).join(' ')}`)
    say(`密码 / password: ${demoPassword}`)
  } else say('打开上面的地址，登录或建立机关 / open the address to sign in or to set up a bureau')
  say('按 Ctrl-C 停止 / press Ctrl-C to stop')
}
