import PgBoss from 'pg-boss'
import { createContext, systemActor } from '../create-context.ts'
import type { Installation } from '../server/installation.ts'
import type { ServerModule } from '../server-module.ts'

/** Runs one job once in every bureau, each in a transaction of its own; one bureau's fault does not stop the others. */
export async function runJob(
  installation: Installation,
  serverModule: ServerModule,
  name: string,
): Promise<void> {
  const job = serverModule.jobs[name]
  if (!job) throw new Error(`no job ${serverModule.module.name}.${name}`)
  const bureaus = await installation.database.asOwner((db) =>
    db.selectFrom('kernel.bureau').select('id').execute(),
  )
  const faults: unknown[] = []
  for (const { id: bureauId } of bureaus) {
    const now = installation.clock()
    const requestId = `job:${serverModule.module.name}.${name}`
    try {
      await installation.database.transaction({ bureauId, mode: 'write', now }, (db) =>
        job(createContext({ db, bureauId, actor: systemActor, locale: 'zh-CN', requestId, now })),
      )
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0)
    throw new AggregateError(faults, `${serverModule.module.name}.${name} failed in ${faults.length} bureaus`)
}

/** Starts the clock of all jobs (pg-boss, on the same database). @returns how to stop */
export async function startJobs(
  installation: Installation,
  url: string,
  report: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    max: 3,
    application_name: 'houqin jobs',
  })
  boss.on('error', report)
  await boss.start()
  for (const serverModule of installation.modules) {
    for (const [name, { cron }] of Object.entries(serverModule.module.jobs ?? {})) {
      const queue = `${serverModule.module.name}.${name}`
      await boss.createQueue(queue, { name: queue, policy: 'singleton', retryLimit: 2 })
      await boss.schedule(queue, cron, {}, { tz: 'Asia/Shanghai' })
      await boss.work(queue, async () => {
        await runJob(installation, serverModule, name)
      })
    }
  }
  return () => boss.stop({ graceful: true, timeout: 5000 })
}
