import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import { serverModules, version } from '#app/modules.ts'
import { demoPassword } from '#kernel/bureau/demo-accounts.ts'
import type { Ctx } from '#kernel/context.ts'
import { allRoles, type Role } from '#kernel/contract/roles.ts'
import { createContext, systemActor } from '#kernel/create-context.ts'
import { openPool } from '#kernel/database/connect.ts'
import { deliverEvents } from '#kernel/events/deliver-events.ts'
import { buildApp } from '#kernel/server/build-app.ts'
import type { Installation } from '#kernel/server/installation.ts'
import { openInstallation } from '#kernel/server/open-installation.ts'
import { runJob } from '#platform/jobs/run-jobs.ts'
import { type Caller, callerWith, moveToFreshAddress } from './caller.ts'
import { type TestClock, testClock, usualMoment } from './clock.ts'
import { type UndoneDatabase, undoneDatabase } from './undone-database.ts'
import { otherPrefix } from './world.ts'

export { type Caller, Refused } from './caller.ts'

/** What a test sees of one bureau. */
export interface BureauView {
  bureauId: string
  as(role: Role): Caller
  /** Runs code inside the bureau, as the system or as the person of a role. */
  ctx<T>(role: Role | 'system', work: (ctx: Ctx) => Promise<T>): Promise<T>
}

export interface World extends BureauView {
  /** Another bureau with the same people in it: whatever is not its own must be 404 to it. */
  other: BureauView
  nobody: Caller
  app: FastifyInstance
  installation: Installation
  clock: TestClock
  /** Nobody is signed out while the clock of this test moves by months. */
  staySignedIn(): Promise<void>
  deliver(): Promise<void>
  /** `orders.escalate` */
  runJob(name: string): Promise<void>
}

interface Worker {
  app: FastifyInstance
  installation: Installation
  clock: TestClock
  database: UndoneDatabase | null
  cookies: Map<string, string>
  end(): Promise<void>
}

async function openWorker(committing: boolean): Promise<Worker> {
  const name = `${inject('template')}_${process.env.VITEST_POOL_ID}_${randomUUID().slice(0, 8)}`
  const admin = openPool(inject('databaseUrl'), { max: 1 })
  await admin.query(`create database ${name} template ${inject('template')}`)
  await admin.end()
  const url = new URL(inject('databaseUrl'))
  url.pathname = `/${name}`
  const clock = testClock()
  const database = committing ? null : await undoneDatabase(url.href)
  const installation = await openInstallation({
    url: url.href,
    modules: serverModules,
    version,
    clock: clock.now,
    poolSize: committing ? 12 : 2,
    ...(database ? { database } : {}),
  })
  const app = await buildApp(installation, { logger: false, webFolder: null, callsPerMinute: 1_000_000 })
  return {
    app,
    installation,
    clock,
    database,
    cookies: new Map(),
    async end() {
      await app.close()
      await database?.end()
      await installation.close()
    },
  }
}

/** One application and one database for all files of a worker; a second, committing pair when a test asks for it. */
const workers = new Map<boolean, Promise<Worker>>()
function workerFor(committing: boolean): Promise<Worker> {
  const known = workers.get(committing) ?? openWorker(committing)
  workers.set(committing, known)
  return known
}

async function signInAll(worker: Worker): Promise<void> {
  if (worker.cookies.size > 0) return
  for (const prefix of ['', otherPrefix]) {
    for (const role of allRoles) {
      const response = await worker.app.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        payload: { username: prefix + role, password: demoPassword },
      })
      const cookie = response.cookies[0]
      if (!cookie) throw new Error(`${prefix + role} cannot sign in: ${response.body}`)
      worker.cookies.set(prefix + role, `${cookie.name}=${cookie.value}`)
    }
  }
}

async function bureauView(worker: Worker, code: string, prefix: string): Promise<BureauView> {
  const { installation, app, clock } = worker
  const found = await installation.pool.query('select id from kernel.bureau where code = $1', [code])
  const bureauId = found.rows[0].id as string
  const as = (role: Role) => callerWith(app, { cookie: worker.cookies.get(prefix + role)! })
  return {
    bureauId,
    as,
    async ctx(role, work) {
      const now = clock.now()
      const actor =
        role === 'system'
          ? systemActor
          : (await installation.findActor(
              { headers: { cookie: worker.cookies.get(prefix + role)! } } as Parameters<
                Installation['findActor']
              >[0],
              now,
            ))!.actor
      return installation.database.transaction({ bureauId, mode: 'write', now }, (db) =>
        work(createContext({ db, bureauId, actor, locale: 'zh-CN', requestId: 'test', now })),
      )
    },
  }
}

function worldOf(worker: Worker, main: BureauView, other: BureauView): World {
  const { installation, app, clock } = worker
  return {
    ...main,
    other,
    nobody: callerWith(app, {}),
    app,
    installation,
    clock,
    async staySignedIn() {
      await installation.database.asOwner((db) =>
        sql`update identity.session set "createdAt" = '2098-12-31', "expiresAt" = '2099-01-01'`.execute(db),
      )
    },
    async deliver() {
      while ((await deliverEvents(installation, 500)) > 0);
      // A delivery that failed waits for its next try, which no test would see.
      const failed = await installation.database.asOwner((db) =>
        sql<{ type: string; error: string }>`select e.type, o.last_error as error from kernel.outbox o
          join kernel.event e on e.bureau_id = o.bureau_id and e.id = o.event_id
          where o.attempts > 0`.execute(db),
      )
      const [first] = failed.rows
      if (first) throw new Error(`${failed.rows.length} not delivered, ${first.type}: ${first.error}`)
    },
    async runJob(name) {
      const [moduleName, job] = name.split('.') as [string, string]
      const serverModule = serverModules.find(({ module }) => module.name === moduleName)
      if (!serverModule) throw new Error(`no module ${moduleName}`)
      await runJob(installation, serverModule, job)
    },
  }
}

/**
 * The world of a test file: call it inside `describe`, read it inside tests. Every test begins at the usual moment
 * and is undone at its end.
 */
export function useWorld(options: { committing?: boolean } = {}): World {
  const world = {} as World
  let worker: Worker
  beforeAll(async () => {
    worker = await workerFor(options.committing ?? false)
    await worker.database?.begin()
    await signInAll(worker)
    const main = await bureauView(worker, 'qinglan', '')
    const other = await bureauView(worker, 'hengshui', otherPrefix)
    await worker.database?.rollback()
    Object.assign(world, worldOf(worker, main, other))
  })
  beforeEach(async () => {
    worker.clock.set(usualMoment)
    moveToFreshAddress()
    await worker.database?.begin()
  })
  afterEach(async () => {
    await worker.database?.rollback()
  })
  afterAll(async () => {
    // A committing database is the file's own, so that its rows meet nobody else's.
    if (!options.committing) return
    workers.delete(true)
    await worker.end()
  })
  return world
}
