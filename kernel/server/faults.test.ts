import { describe, expect, inject, it } from 'vitest'
import { serverModules, version } from '#app/modules.ts'
import { kernel } from '#kernel/module.ts'
import { runJob } from '#platform/jobs/run-jobs.ts'
import { useWorld } from '#test/harness.ts'
import { layWire } from '#test/lay-wire.ts'
import { openPool } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { buildApp } from './build-app.ts'
import { openInstallation } from './open-installation.ts'

describe('when something fails', () => {
  const world = useWorld({ committing: true })

  it('a full disk refuses writing with words and a time to come back, and reading goes on', async () => {
    world.installation.node.diskFull = true
    try {
      const refused = await world.as('staff').post('/api/me/tokens', { title: '满', days: 1 })
      expect(refused.status).toBe(503)
      expect(refused.body).toMatchObject({ code: 'kernel.disk_full' })
      expect(refused.body.detail).toContain('腾出空间')
      expect(refused.headers['retry-after']).toBe('2')
      expect((await world.as('staff').get('/api/me/tokens')).status).toBe(200)
      expect((await world.app.inject('/readyz')).json()).toEqual({ status: 'disk full, reading only' })
    } finally {
      world.installation.node.diskFull = false
    }
    await world.as('staff').call(kernel.actions.createToken, { title: '有空间', days: 1 })
  })

  it('sessions that end under requests give 503 or the answer, never 500, and the server goes on', async () => {
    const killer = openPool(inject('databaseUrl'), { max: 1 })
    const statuses = new Set<number>()
    let stopped = false
    const load = Array.from({ length: 6 }, async () => {
      while (!stopped) statuses.add((await world.as('staff').get('/api/session')).status)
    })
    const { rows } = await world.installation.pool.query('select current_database() as name')
    for (let n = 0; n < 20; n++)
      await killer.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
        rows[0].name,
      ])
    stopped = true
    await Promise.all(load)
    await killer.end()
    for (const status of statuses) expect([200, 503]).toContain(status)
    expect((await world.as('staff').get('/api/session')).status).toBe(200)
    expect((await world.app.inject('/readyz')).statusCode).toBe(200)
  })

  it('a database that is away leaves the rooms’ gauges out of /metrics, and the rest of it is there', async () => {
    const { rows } = await world.installation.pool.query('select current_database() as name')
    const direct = new URL(inject('databaseUrl'))
    direct.pathname = `/${rows[0].name}`
    const wire = await layWire(direct.href)
    const installation = await openInstallation({
      url: wire.url,
      modules: serverModules,
      version,
      poolSize: 2,
    })
    const app = await buildApp(installation, { logger: false, webFolder: null })
    try {
      const whole = await app.inject('/metrics')
      expect(whole.body).toContain('houqin_backup_alarms')
      await wire.cut()
      const rest = await app.inject('/metrics')
      expect(rest.statusCode).toBe(200)
      expect(rest.body).toContain('houqin_http_request_seconds_bucket')
      expect(rest.body).not.toContain('houqin_backup_alarms')
      expect((await app.inject('/readyz')).json()).toMatchObject({ status: 'database away' })
    } finally {
      await app.close()
      await installation.close()
    }
  })

  it('a room that cannot say how it stands fails the scrape and is in the log, and the server stays ready', async () => {
    const log: string[] = []
    const stream = { write: (line: string) => void log.push(line) }
    const app = await buildApp(world.installation, { logger: { level: 'error', stream }, webFolder: null })
    const rename = (from: string, to: string) =>
      world.installation.pool.query(`alter table backup.${from} rename to ${to}`)
    await rename('copy', 'copy_elsewhere')
    try {
      const scrape = await app.inject('/metrics')
      expect(scrape.statusCode).toBe(500)
      expect(scrape.json()).toMatchObject({ code: 'kernel.defect' })
      expect(log.join()).toContain('backup.copy')
      log.length = 0
      const ready = await app.inject('/readyz')
      expect(ready.statusCode).toBe(200)
      expect(ready.json()).toMatchObject({ status: 'ready' })
      expect(log.join()).toContain('backup.copy')
    } finally {
      await rename('copy_elsewhere', 'copy')
      await app.close()
    }
    expect((await world.app.inject('/metrics')).statusCode).toBe(200)
  })

  it('a run of a job that is handed out twice has its effect once', async () => {
    const sweeper = serverModules.find(({ module }) => module.name === 'kernel')!
    const runId = '01990000-0000-7000-8000-000000000001'
    let runs = 0
    const counted = {
      ...sweeper,
      jobs: {
        'sweep-loose-rows': async () => {
          runs++
        },
      },
    }
    await Promise.all([1, 2, 3].map(() => runJob(world.installation, counted, 'sweep-loose-rows', runId)))
    // Two bureaus.
    expect(runs).toBe(2)
  })

  it('two servers that find an empty database make it once', async () => {
    const name = `${inject('template')}_empty_${process.env.VITEST_POOL_ID}`
    const admin = openPool(inject('databaseUrl'), { max: 1 })
    await admin.query(`create database ${name}`)
    const url = new URL(inject('databaseUrl'))
    url.pathname = `/${name}`
    const pools = [openPool(url.href, { max: 1 }), openPool(url.href, { max: 1 })]
    const sources = serverModules.map(({ module, migrations }) => ({
      module: module.name,
      folder: migrations,
    }))
    const counts = await Promise.all(pools.map((pool) => migrate(pool, sources)))
    const { rows } = await pools[0]!.query('select count(*) from public.houqin_migration')
    expect(counts.toSorted((a, b) => a - b)).toEqual([0, rows[0].count])
    await Promise.all([...pools, admin].map((pool) => pool.end()))
  })
})
