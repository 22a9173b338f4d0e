import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { workImports } from '#kernel/import/work-imports.ts'
import { kernel } from '#kernel/module.ts'
import { useWorld } from '#test/harness.ts'

const heading = '工单编号,物业,位置,类别,报修单位,报修时间,完成时间,故障描述,状态,评分'
const sheet = (prefix: string, count: number) => {
  const lines = Array.from({ length: count }, (_, n) => {
    const day = `2025-${String((n % 11) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`
    return `${prefix}${n},一号办公楼,大厅,小修急修,财政局,${day} 09:00,${day} 10:00,灯具不亮,已完成,${(n % 5) + 1}`
  })
  return Buffer.from([heading, ...lines].join('\n'))
}

const rows = 2000

describe('thousands of repairs behind the page', () => {
  const world = useWorld({ committing: true })
  const admin = () => world.as('admin')
  const faults: unknown[] = []
  const work = () => workImports(world.installation, (error) => faults.push(error))
  const start = async (bytes: Buffer) =>
    (await admin().upload('/api/imports/repairs/runs?mode=commit', 'repairs.csv', bytes)).body.id as string
  const read = (runId: string) => admin().call(kernel.actions.readImportRun, { runId })
  const count = async (table: string, where: string) =>
    Number(
      (await world.installation.pool.query(`select count(*) from ${table} where ${where}`)).rows[0].count,
    )
  /** Rows that were read through the indexes of a table, once the database has counted them. */
  const reads = async (table: string) => {
    const counts = `select sum(idx_scan)::int as scans, sum(idx_tup_read)::int as read
      from pg_stat_user_indexes where relname = $1`
    const ask = async () =>
      (await world.installation.pool.query(counts, [table])).rows[0] as { scans: number; read: number }
    await expect.poll(async () => (await ask()).scans, { timeout: 10_000 }).toBeGreaterThan(rows)
    return (await ask()).read
  }

  it('are taken once though two servers want them, and say on the way how far they are', async () => {
    const runId = await start(sheet('M', rows))
    const working = Promise.all([work(), work()])
    const seen = new Set<number>()
    for (let state = 'queued'; state === 'queued' || state === 'running'; ) {
      const run = await read(runId)
      state = run.state
      seen.add(run.rowsTaken)
      await sleep(50)
    }
    expect((await working).toSorted()).toEqual([0, 1])
    expect(await read(runId)).toMatchObject({ state: 'done', accepted: rows, changed: rows, refused: 0 })
    const between = [...seen].filter((taken) => taken > 0 && taken < rows)
    expect(between.length, String([...seen])).toBeGreaterThan(0)
    expect([...seen]).toEqual([...seen].toSorted((one, other) => one - other))
    expect(await count('orders.service_order', "number like 'M%'")).toBe(rows)
    expect(await count('orders.evaluation', "by_name = '财政局'")).toBe(rows)
    expect(await count('kernel.event', "type = 'orders.imported'")).toBe(rows)
    expect(faults).toEqual([])
    // The table was empty: without statistics every foreign key would have read all rows written before.
    expect((await reads('service_order')) / rows).toBeLessThan(600)
  })

  it('stop where they are when they are cancelled midway, and leave nothing half written', async () => {
    const runId = await start(sheet('N', 2500))
    const events = await count('kernel.event', "type = 'orders.imported'")
    const working = work()
    await expect
      .poll(async () => (await read(runId)).rowsTaken, { timeout: 60_000, interval: 20 })
      .toBeGreaterThan(0)
    await admin().call(kernel.actions.cancelImport, { runId })
    await working
    const run = await read(runId)
    expect(run).toMatchObject({ state: 'cancelled', written: false, changed: 0 })
    expect(run.rowsTaken).toBeLessThan(2500)
    expect(await count('orders.service_order', "number like 'N%'")).toBe(0)
    expect(await count('kernel.event', "type = 'orders.imported'")).toBe(events)
    expect(faults).toEqual([])
  })
})
