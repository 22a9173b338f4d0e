import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { serverModules } from '#app/modules.ts'
import { figureBook, valuesTogether } from '#engines/metrics/server/api.ts'
import { useWorld } from '#test/harness.ts'
import { repairs } from '../module.ts'
import { answerChecklist, placesOf, readAs, repairUnderWay, reportFault } from './test-story.ts'

describe('figures and lists of repairs', () => {
  const world = useWorld()
  const march = 'from=2026-03-01&to=2026-03-31'
  const figure = async (id: string, query = march) =>
    (await world.as('director').get(`/api/metrics/${id}?${query}`)).body

  it('come from daily work without retyping, and every row behind them opens [CLOUD-10]', async () => {
    const id = await repairUnderWay(world)
    world.clock.advance({ minutes: 45 })
    await answerChecklist(world, id)
    const worker = world.as('worker')
    await worker.call(repairs.actions.addPart, { orderId: id, name: '阀芯', quantity: 3, unitPriceFen: 1850 })
    await worker.call(repairs.actions.completeRepair, { orderId: id })
    await world.as('staff').post(`/api/orders/${id}/evaluation`, { overall: 4 })
    const { annex, finance, education } = await placesOf(world)
    await reportFault(world, { siteId: annex, placeText: '大厅', kind: 'ELEVATOR', description: '异响' })
    const values = Object.fromEntries(
      await Promise.all(
        Object.keys(repairs.metrics).map(async (metric) => [metric, (await figure(metric)).value] as const),
      ),
    )
    expect(values).toEqual({
      'repairs.reported.count': 2,
      'repairs.large.completed.count': 0,
      'repairs.small.completed.count': 1,
      'repairs.open.count': 1,
      'repairs.on-time.rate': 100,
      'repairs.respond-minutes.median': 0,
      'repairs.satisfaction.mean': 4,
      'repairs.repeat.count': 0,
      'repairs.cost-yuan.sum': 55.5,
    })
    const rows = await world.as('director').get(`/api/metrics/repairs.cost-yuan.sum/records?${march}`)
    expect(rows.body.items).toMatchObject([{ value: 55.5, href: `/repairs/${id}` }])
    expect((await figure('repairs.reported.count', `${march}&site=${annex}`)).value).toBe(1)
    expect((await figure('repairs.reported.count', `${march}&unit=${finance}`)).value).toBe(2)
    expect((await figure('repairs.reported.count', `${march}&unit=${education}`)).value).toBe(0)
    // A report reads all of them in a few passes, and they are the same.
    const book = figureBook(serverModules)
    for (const place of [{}, { siteId: annex }, { unitId: finance }]) {
      const scope = { from: '2026-03-01', to: '2026-03-31', ...place }
      await world.ctx('director', async (ctx) => {
        const readValue = valuesTogether(ctx, book)
        for (const known of book.all())
          expect(await readValue(known, scope), known.id).toEqual(await known.handler.value(ctx, scope))
      })
    }
    // Before anything happened there is nothing to say, rather than a zero.
    expect((await figure('repairs.on-time.rate', 'from=2026-01-01&to=2026-01-31')).value).toBeNull()
  })

  it('take memory of their own only when a report reads them together', async () => {
    const book = figureBook(serverModules)
    const scope = { from: '2026-03-01', to: '2026-03-31' }
    await world.ctx('director', async (ctx) => {
      const memory = async () =>
        (await sql<{ mem: string }>`select current_setting('work_mem') as mem`.execute(ctx.db)).rows[0]!.mem
      const usual = await memory()
      expect(usual).not.toBe('32MB')
      for (const known of book.all()) await known.handler.value(ctx, scope)
      expect(await memory()).toBe(usual)
      const readValue = valuesTogether(ctx, book)
      for (const known of book.all()) await readValue(known, scope)
      expect(await memory()).toBe('32MB')
    })
  })

  it('become sentences of the work report, with live figures', async () => {
    world.clock.set('2026-02-25T10:00:00+08:00')
    await reportFault(world)
    world.clock.set('2026-03-02T09:00:00+08:00')
    const made = await world
      .as('director')
      .post('/api/reports', { kind: 'monthly', year: 2026, month: 2, cutoffOn: '2026-02-28' })
    expect(made.status, JSON.stringify(made.body)).toBe(200)
    const report = await world.as('director').get(`/api/reports/${made.body.id}`)
    const done = report.body.sections.find(({ role }: { role: string }) => role === 'done')
    const text = JSON.stringify(done.blocks)
    expect(text).toContain('共受理报修')
    expect(text).toContain('repairs.reported.count')
    expect(text).toContain('水电')
  })

  it('narrow by what people look for, page by page', async () => {
    const { office, annex, education } = await placesOf(world)
    const tap = await reportFault(world)
    world.clock.advance({ minutes: 1 })
    const lift = await reportFault(world, {
      siteId: annex,
      placeText: '大厅',
      kind: 'ELEVATOR',
      description: '电梯异响',
      urgency: 'URGENT',
    })
    const list = (input: object) => world.as('dispatcher').call(repairs.actions.listRepairs, input)
    const ids = async (input: object) => (await list(input)).items.map(({ id }) => id)
    expect(await ids({})).toEqual([lift.id, tap.id])
    const first = await list({ limit: 1 })
    expect(await ids({ limit: 1, cursor: first.next! })).toEqual([tap.id])
    expect(await ids({ kind: 'ELEVATOR' })).toEqual([lift.id])
    expect(await ids({ grade: 'URGENT_REPAIR' })).toEqual([lift.id])
    expect(await ids({ siteId: office })).toEqual([tap.id])
    expect(await ids({ unitId: education })).toEqual([])
    expect(await ids({ search: '异响' })).toEqual([lift.id])
    expect(await ids({ search: tap.number })).toEqual([tap.id])
    expect(await ids({ search: '一号 滴水' })).toEqual([tap.id])
    expect(await ids({ from: '2026-03-03' })).toEqual([])
    expect(await ids({ state: ['SUBMITTED'], open: true })).toHaveLength(2)
    world.clock.advance({ hours: 5 })
    expect(await ids({ overdue: true })).toEqual([lift.id])
    expect((await readAs(world, 'dispatcher', lift.id)).overdue).toBe(true)
  })
})
