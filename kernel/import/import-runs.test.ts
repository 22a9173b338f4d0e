import { afterEach, describe, expect, it } from 'vitest'
import { kernel } from '#kernel/module.ts'
import { readSheet } from '#kernel/sheets/read-sheet.ts'
import { writeXlsx } from '#kernel/sheets/write-sheet.ts'
import { useWorld } from '#test/harness.ts'
import { startImports, workImports } from './work-imports.ts'

const heading = '工号,姓名,单位,人员类别'
const people = (count: number, bad: readonly number[] = []) =>
  Buffer.from(
    [
      heading,
      ...Array.from(
        { length: count },
        (_, n) => `T${n},张三${n},${bad.includes(n) ? '没有的局' : '财政局'},公务员`,
      ),
    ].join('\n'),
  )

describe('an import behind the page', () => {
  const world = useWorld({ committing: true })
  const admin = () => world.as('admin')
  const faults: unknown[] = []
  const work = () => workImports(world.installation, (error) => faults.push(error))
  afterEach(async () => {
    expect(faults.splice(0)).toEqual([])
    await world.installation.pool.query(
      "delete from directory.post where person_id in (select id from directory.person where staff_no like 'T%')",
    )
    await world.installation.pool.query("delete from directory.person where staff_no like 'T%'")
  })

  async function start(bytes: Buffer, mode: 'dry-run' | 'commit' = 'commit', partial = false) {
    const url = `/api/imports/people/runs?mode=${mode}&partial=${partial}`
    const answer = await admin().upload(url, 'people.csv', bytes)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body.id as string
  }
  const read = (runId: string) => admin().call(kernel.actions.readImportRun, { runId })
  const peopleThere = async () =>
    (await world.installation.pool.query("select count(*) from directory.person where staff_no like 'T%'"))
      .rows[0].count

  it('waits, is taken up, and says what it read, took and changed', async () => {
    const runId = await start(people(1500))
    expect(await read(runId)).toMatchObject({ state: 'queued', rowsRead: 0, endedAt: null })
    expect(await work()).toBe(1)
    expect(await read(runId)).toMatchObject({
      state: 'done',
      rowsRead: 1500,
      rowsTaken: 1500,
      accepted: 1500,
      changed: 1500,
      refused: 0,
      written: true,
      problem: null,
    })
    expect(await peopleThere()).toBe(1500)
    const { items } = await admin().call(kernel.actions.listImportRuns, {})
    expect(items[0]).toMatchObject({ id: runId, fileName: 'people.csv' })
    // The sheet itself is not kept.
    const { rows } = await world.installation.pool.query(
      'select bytes from kernel.import_run where id = $1',
      [runId],
    )
    expect(rows[0].bytes).toBeNull()
  })

  it('writes nothing when one row is refused; what is wrong is paged, and comes as a sheet', async () => {
    const bad = Array.from({ length: 230 }, (_, index) => index * 3)
    const runId = await start(people(700, bad))
    await work()
    expect(await read(runId)).toMatchObject({ state: 'done', refused: 230, accepted: 470, written: false })
    expect(await peopleThere()).toBe(0)
    const first = await admin().call(kernel.actions.listImportFindings, { runId, limit: 200 })
    const second = await admin().call(kernel.actions.listImportFindings, {
      runId,
      limit: 200,
      cursor: first.next!,
    })
    expect([first.items.length, second.items.length, second.next]).toEqual([200, 30, null])
    expect(first.items[0]).toMatchObject({
      refused: true,
      line: 2,
      column: '单位',
      code: 'directory.row_unknown_unit',
    })
    expect(first.items[0]!.message).toContain('没有的局')
    const file = await admin().get(`/api/imports/runs/${runId}/findings/sheet?format=xlsx`)
    expect((await readSheet(file.bytes, 'x.xlsx')).rows).toHaveLength(230)
  })

  it('can be cancelled while it waits and while it runs; nothing is written', async () => {
    const waiting = await start(people(10))
    await admin().call(kernel.actions.cancelImport, { runId: waiting })
    expect(await work()).toBe(0)
    expect(await read(waiting)).toMatchObject({ state: 'cancelled', written: false })

    const running = await start(people(30_000))
    const working = work()
    await expect
      .poll(async () => (await read(running)).rowsRead, { timeout: 60_000, interval: 20 })
      .toBeGreaterThan(0)
    await admin().call(kernel.actions.cancelImport, { runId: running })
    await working
    expect(await read(running)).toMatchObject({ state: 'cancelled', written: false, changed: 0 })
    expect(await peopleThere()).toBe(0)
    expect(await admin().post(`/api/imports/runs/${running}/cancellation`)).toMatchObject({
      status: 409,
      body: { code: 'kernel.import_over' },
    })
  })

  it('is taken by one of two servers only, and announced to the pages', async () => {
    // The same people twice: the second waits in the database until the first is undone.
    const ids = [await start(people(50), 'dry-run'), await start(people(60), 'dry-run')]
    const told: string[] = []
    world.installation.announcements.on('any', ({ type }) => told.push(type))
    expect((await Promise.all([work(), work()])).toSorted().reduce((a, b) => a + b)).toBe(2)
    for (const id of ids) expect((await read(id)).state).toBe('done')
    const stop = startImports(world.installation, (error) => faults.push(error))
    const id = await start(people(5))
    await expect.poll(async () => (await read(id)).state, { timeout: 20_000 }).toBe('done')
    await stop()
  })

  it('whose server went away is named interrupted, and a server that only slept writes nothing any more', async () => {
    const runId = await start(people(20))
    const silent = () =>
      world.installation.pool.query(
        "update kernel.import_run set state = 'running', heard_at = now() - interval '2 minutes' where id = $1",
        [runId],
      )
    await silent()
    await work()
    expect(await read(runId)).toMatchObject({ state: 'interrupted', written: false, rowsTaken: 0 })
    expect(await peopleThere()).toBe(0)

    const slept = await start(people(3000))
    const working = work()
    await expect.poll(async () => (await read(slept)).state, { interval: 5 }).toBe('running')
    await world.installation.pool.query(
      "update kernel.import_run set state = 'interrupted', ended_at = now() where id = $1",
      [slept],
    )
    await working
    expect(await read(slept)).toMatchObject({ state: 'interrupted', written: false })
    expect(await peopleThere()).toBe(0)
  })

  it('of a file that cannot be read says why, and is seen by nobody but who started it', async () => {
    const runId = await start(Buffer.from('姓名\n张三'))
    await work()
    expect(await read(runId)).toMatchObject({ state: 'failed', problem: expect.stringContaining('工号') })
    expect((await world.as('manager').get(`/api/imports/runs/${runId}`)).status).toBe(404)
    expect((await world.other.as('admin').get(`/api/imports/runs/${runId}`)).status).toBe(404)
    expect(
      (await world.as('staff').upload('/api/imports/people/runs?mode=commit', 'x.csv', people(1))).status,
    ).toBe(403)
  })

  it('takes a large workbook in a thread of its own', async () => {
    const rows = Array.from({ length: 9000 }, (_, n) => [`T${n}`, `李四${n}`, '财政局', '公务员'])
    const columns = heading.split(',').map((one) => ({ heading: one }))
    const runId = await start(await writeXlsx({ title: '人员', columns, rows }), 'dry-run')
    await work()
    expect(await read(runId)).toMatchObject({ state: 'done', rowsRead: 9000, accepted: 9000, written: false })
    expect(await peopleThere()).toBe(0)
  })
})
