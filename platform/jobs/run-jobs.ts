import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type pg from 'pg'
import PgBoss from 'pg-boss'
import { createContext, systemActor } from '#kernel/create-context.ts'
import { type Db, openPool } from '#kernel/database/connect.ts'
import { isConnectionLost } from '#kernel/database/database-trouble.ts'
import type { Installation } from '#kernel/server/installation.ts'
import type { ServerModule } from '#kernel/server-module.ts'

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

function scheduledJobs(modules: readonly ServerModule[]) {
  return modules.flatMap((serverModule) =>
    Object.entries(serverModule.module.jobs ?? {}).map(([name, { cron }]) => {
      return { queue: `${serverModule.module.name}.${name}`, name, cron, serverModule }
    }),
  )
}

/** Nodes that start together would deadlock over the tables of their queues. */
async function oneNodeAtATime(pool: pg.Pool, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock(7205759403792795)')
    await work()
  } finally {
    // The lock goes with the connection.
    client.release(true)
  }
}

/** A queue that is there is only told its settings: making it again would lock out the workers of other nodes. */
async function ensureQueue(boss: PgBoss, name: string): Promise<void> {
  const settings = { name, policy: 'singleton', retryLimit: 2, expireInSeconds: patience } as const
  if (await boss.getQueue(name)) await boss.updateQueue(name, settings)
  else await boss.createQueue(name, settings)
}

/**
 * The queue's statements, each repeated until the database is there again: the library marks a run as done or failed
 * without waiting for the answer, so a refusal there would end the whole server. All of them may be said twice; a run
 * that was fetched by a lost answer is given out again after its patience.
 */
export function patientQueries(pool: Pick<pg.Pool, 'query'>, isOver: () => boolean) {
  return async (text: string, values: unknown[]) => {
    for (;;) {
      try {
        return await pool.query(text, values)
      } catch (error) {
        if (isOver() || !isConnectionLost(error)) throw error
        await sleep(pause)
      }
    }
  }
}

/** Milliseconds between two tries while the database is away. */
const pause = 500

/** Starts the clock of all jobs (pg-boss, on the same database), shared with other nodes. @returns how to stop */
export async function startJobs(
  installation: Installation,
  url: string,
  report: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const pool = openPool(url, { max: 3 })
  let over = false
  const boss = new PgBoss({
    db: { executeSql: patientQueries(pool, () => over) },
    schema: 'pgboss',
    maintenanceIntervalSeconds: patience / 2,
  })
  boss.on('error', report)
  await oneNodeAtATime(pool, async () => {
    await boss.start()
    for (const { queue } of scheduledJobs(installation.modules)) await ensureQueue(boss, queue)
  })
  for (const { queue, cron, name, serverModule } of scheduledJobs(installation.modules)) {
    await boss.schedule(queue, cron, {}, { tz: 'Asia/Shanghai' })
    await boss.work(queue, async (runs) => {
      for (const { id } of runs) await runJob(installation, serverModule, name, id)
    })
  }
  return async () => {
    over = true
    await boss.stop({ graceful: true, timeout: 5000 })
    await pool.end()
  }
}
