import { describe, expect, it } from 'vitest'
import { rules } from '#engines/rules/module.ts'
import { standards } from '#engines/standards/module.ts'
import { useWorld } from '#test/harness.ts'
import { type Executor, instruments } from '../../instruments.ts'
import { fleet } from '../../module.ts'
import { fleetChecks } from '../accounts/supervision/checks/index.ts'
import { furnishFleet } from '../furnish-fleet.ts'

const { actions } = fleet
const executors: Executor[] = Object.values(instruments).flatMap((clauses) => Object.values(clauses).flat())

describe('the instruments on official vehicles', () => {
  const world = useWorld()
  const list = (role: 'worker' | 'auditor' | 'director') => world.as(role).call(actions.listInstruments, {})
  const clauseOf = async (code: string) =>
    (await list('auditor')).items.flatMap(({ clauses }) => clauses).find((one) => one.code === code)!

  it('[FLEET-11] are two documents in force from a bureau’s first day, each clause with what carries it out', async () => {
    const { items } = await list('auditor')
    expect(items.map(({ code, title, version }) => [code, title.zh, version])).toEqual([
      ['HQ/GB-001', '机关公务用车服务保障暂行办法', 1],
      ['HQ/GB-002', '车改单位车辆管理暂行办法', 1],
    ])
    for (const { code, clauses } of items) {
      expect(clauses.map((one) => one.code)).toEqual(Object.keys(instruments[code]!))
      for (const clause of clauses) expect(clause.executors.length, clause.code).toBeGreaterThan(0)
    }
    const other = await world.other.as('auditor').call(actions.listInstruments, {})
    expect(other.items.map(({ id }) => id)).not.toContain(items[0]!.id)
  })

  it('[FLEET-11] name rules, reasons and checks there are, and the standard says that the service carries its clause out', async () => {
    const { items: known } = await world.as('auditor').call(rules.actions.listRules, { limit: 200 })
    const ruleIds = new Set(known.map(({ id }) => id))
    // No rule on vehicles is without a clause, and sealing is carried out by the service.
    const named = executors.flatMap((one) => (one.by === 'RULE' ? [one.rule] : []))
    expect(named.toSorted()).toEqual([...ruleIds].filter((id) => id.startsWith('FLEET.')).toSorted())
    expect(executors).toContainEqual({ by: 'RULE', rule: 'FLEET.HOLIDAY_SEALING', how: 'READ' })
    for (const one of executors) {
      if (one.by === 'RULE') expect(ruleIds, one.rule).toContain(one.rule)
      if (one.by === 'CHECK') expect(fleetChecks.map(({ code }) => code)).toContain(one.code)
      if (one.by === 'PART') expect(fleet.menu.map(({ path }) => path)).toContain(one.page)
    }
    await world.runJob('fleet.link-instruments')
    const { items } = await list('worker')
    const document = await world
      .as('worker')
      .call(standards.actions.readDocument, { documentId: items[1]!.id })
    expect(document.clauses.map(({ uses }) => uses.map(({ href }) => href))).toEqual(
      document.clauses.map(() => ['/fleet/rules']),
    )
  })

  it('[FLEET-11] count how often a rule, a light and a check bit, with the limit in force', async () => {
    await world.ctx('system', (ctx) => furnishFleet(ctx, null))
    const before = await clauseOf('CG-01')
    expect(before.executors.map(({ by, asked, bit }) => [by, asked, bit])).toEqual([
      ['RULE', 0, 0],
      ['RULE', 0, 0],
      ['RULE', null, null],
      ['RULE', null, null],
      ['CHECK', null, 0],
    ])
    await world.as('dispatcher').call(actions.registerVehicle, {
      plate: '粤B20001',
      class: 'EMERGENCY_SUPPORT',
      body: 'CAR',
      energy: 'PETROL',
      displacementMl: 1800,
      priceFen: 20_000_000,
      purchasedOn: '2025-05-20',
      seats: 5,
      km: 15,
    })
    const after = await clauseOf('CG-01')
    expect(after.executors.map(({ by, asked, bit }) => [by, asked, bit])).toEqual([
      ['RULE', 1, 1],
      ['RULE', 1, 0],
      ['RULE', null, null],
      ['RULE', null, null],
      ['CHECK', null, 1],
    ])
    const limits = (await clauseOf('GB-04')).executors.filter(({ by }) => by === 'RULE')
    expect(limits).toMatchObject([
      { how: 'ASKED', asked: 0, bit: 0, href: '/rules/FLEET.FATIGUE_DRIVING_HOURS' },
      { how: 'READ', asked: 0, bit: 0, href: '/rules/FLEET.FATIGUE_REST_MINUTES' },
      { how: 'BY_HAND', asked: null, bit: null, href: '/rules/FLEET.CENTRAL_DISPATCH' },
    ])
    expect(limits[0]!.limit!.zh).toBe('不超过4\u00a0小时')
    const sheet = [
      '派车单号,用车单位,用车人,事由,目的地,车牌号,驾驶员工号,乘车人数,出车时间,收车时间,出车里程km,收车里程km,燃油费元,路桥费元,停车费元,状态',
      'PC1,财政局,林小满,会议,机场,粤B10001,D0001,3,2026-02-03 08:00,2026-02-03 12:00,12030,12071,0,0,5,已完成',
    ]
    const bytes = Buffer.from(`\uFEFF${sheet.join('\r\n')}`)
    await world.as('admin').upload('/api/imports/trips?mode=commit', 'trips.csv', bytes)
    const kilometres = (await clauseOf('GB-05')).executors
    const gap = kilometres.filter(({ title }) => title.zh === '出车前有 … 公里说不清')
    expect(gap.map(({ weight, bit }) => [weight, bit])).toEqual([
      ['YELLOW', 0],
      ['RED', 1],
    ])
    expect(kilometres.find(({ by }) => by === 'CHECK')).toMatchObject({
      bit: 1,
      href: '/fleet/supervision/checks/unexplained-km',
    })
  })

  it('are read by all of the centre, with ways only where one may go; clients have no such page', async () => {
    const worker = await list('worker')
    const hrefs = worker.items.flatMap(({ clauses }) => clauses.flatMap((one) => one.executors))
    expect(hrefs.filter(({ by }) => by === 'CHECK').every(({ href }) => href === null)).toBe(true)
    expect(hrefs.filter(({ by }) => by === 'RULE').every(({ href }) => href?.startsWith('/rules/'))).toBe(
      true,
    )
    expect((await world.as('staff').get('/api/fleet/rules')).status).toBe(403)
  })

  it('are linked once, and leave a document to its own people once it has another code', async () => {
    const { items } = await list('auditor')
    const documentId = items[1]!.id
    await world.runJob('fleet.link-instruments')
    await world.runJob('fleet.link-instruments')
    const again = await world.as('worker').call(standards.actions.readDocument, { documentId })
    expect(again.clauses.every(({ uses }) => uses.length === 1)).toBe(true)
    expect(again.versions).toHaveLength(1)
    await world.ctx('system', async (ctx) => {
      await ctx.db
        .updateTable('standards.document')
        .set({ code: 'HQ/GB-OLD' })
        .where('id', '=', documentId)
        .execute()
    })
    expect((await list('auditor')).items.map(({ code }) => code)).toEqual(['HQ/GB-001'])
  })
})
