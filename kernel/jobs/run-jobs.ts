import { sql } from 'kysely'
import PgBoss from 'pg-boss'
import { createContext, systemActor } from '../create-context.ts'
import { type Db, openPool } from '../database/connect.ts'
import type { Installation } from '../server/installation.ts'
import type { ServerModule } from '../server-module.ts'

/** Seconds after which a run whose server is not heard of is given to another; one that still works then is no fault. */
const patience = 60

/** False when the bureau has had this run. Of two servers at once the second waits here for the first's commit. */
async function claimRun(db: Db, job: string, runId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into kernel.job_run (run_id, job) values (${runId}, ${job}) on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}

/**
 * Runs one job once in every bureau, each in a transaction of its own; one bureau's fault does not stop the others.
 * @param runId the same run tried again does nothing in the bureaus that have had it
 */
export async function runJob(
  installation: Installation,
  serverModule: ServerModule,
  name: string,
  runId?: string,
): Promise<void> {
  const job = serverModule.jobs[name]
  if (!job) throw new Error(`no job ${serverModule.module.name}.${name}`)
  const bureaus = await installation.database.asOwner((db) =>
    db.selectFrom('kernel.bureau').select('id').execute(),
  )
  const faults: unknown[] = []
  const fullName = `${serverModule.module.name}.${name}`
  for (const { id: bureauId } of bureaus) {
    const now = installation.clock()
    const requestId = `job:${fullName}`
    try {
      await installation.database.transaction({ bureauId, mode: 'write', now }, async (db) => {
        if (runId && !(await claimRun(db, fullName, runId))) return
        await job(createContext({ db, bureauId, actor: systemActor, locale: 'zh-CN', requestId, now }))
      })
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${fullName} failed in ${faults.length} bureaus`)
}

/** Starts the clock of all jobs (pg-boss, on the same database), shared with other nodes. @returns how to stop */
export async function startJobs(
  installation: Installation,
  url: string,
  report: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const pool = openPool(url, { max: 3 })
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: 'pgboss',
    maintenanceIntervalSeconds: patience / 2,
  })
  boss.on('error', report)
  await boss.start()
  for (const serverModule of installation.modules) {
    for (const [name, { cron }] of Object.entries(serverModule.module.jobs ?? {})) {
      const queue = `${serverModule.module.name}.${name}`
      const options = { policy: 'singleton', retryLimit: 2, expireInSeconds: patience } as const
      await boss.createQueue(queue, { name: queue, ...options })
      // A queue made by an earlier release keeps its settings unless told.
      await boss.updateQueue(queue, { name: queue, ...options })
      await boss.schedule(queue, cron, {}, { tz: 'Asia/Shanghai' })
      await boss.work(queue, async (runs) => {
        for (const { id } of runs) await runJob(installation, serverModule, name, id)
      })
    }
  }
  return async () => {
    await boss.stop({ graceful: true, timeout: 5000 })
    await pool.end()
  }
}
