import { describe, expect, it } from 'vitest'
import { rules } from '#engines/rules/module.ts'
import { useWorld, type World } from '#test/harness.ts'
import { fleet } from '../../module.ts'

const { actions } = fleet
const shenzhen = '440300'
const car = {
  plate: '粤B20001',
  class: 'EMERGENCY_SUPPORT',
  body: 'CAR',
  energy: 'PETROL',
  displacementMl: 1800,
  priceFen: 17_600_000,
  purchasedOn: '2024-05-20',
  seats: 5,
  km: 15,
} as const

/** The bureau stands in Shenzhen, whose own cap is stricter than the national one, and stops. */
async function stricterHere(world: World, effect: 'block' | 'warn' = 'block'): Promise<void> {
  await world.as('director').call(rules.actions.setJurisdiction, { jurisdiction: shenzhen })
  await world.as('director').call(rules.actions.addValue, {
    ruleId: 'FLEET.PRICE_CAP',
    key: { vehicleClass: 'EMERGENCY_SUPPORT', bodyType: 'CAR' },
    jurisdiction: shenzhen,
    op: 'max',
    value: 150_000,
    unit: 'CNY',
    effect,
    source: {
      title: '某市公务用车配备标准',
      docNo: '某府办〔2025〕3号',
      article: '第六条',
      mark: 'A',
      checkedOn: '2026-02-01',
    },
    reason: '本市标准更严',
  })
}

describe('a cap that stops', () => {
  const world = useWorld()
  const keeper = () => world.as('dispatcher')
  const counts = async () =>
    (await world.as('auditor').call(rules.actions.readRule, { ruleId: 'FLEET.PRICE_CAP' })).counts
  const refusals = () =>
    world.as('auditor').call(rules.actions.listDecisions, { rule: 'FLEET.PRICE_CAP', refused: true })
  const stored = () =>
    world.ctx('system', async (ctx) => {
      const of = async (
        table: 'fleet.vehicle' | 'bookings.resource' | 'fleet.acquisition' | 'fleet.odometer_reading',
      ) => (await ctx.db.selectFrom(table).select('id').execute()).length
      return [
        await of('fleet.vehicle'),
        await of('bookings.resource'),
        await of('fleet.acquisition'),
        await of('fleet.odometer_reading'),
      ]
    })

  it('[FLEET-03] refuses a vehicle with the sentence, the source and what is allowed; nothing is stored, and it is counted', async () => {
    await stricterHere(world)
    const before = await stored()
    const answer = await keeper().post('/api/fleet/vehicles', car)
    expect([answer.status, answer.body.code, answer.body.path]).toEqual([422, 'rules.exceeded', 'priceFen'])
    expect(answer.body.detail).toContain('不超过150,000\u00a0元；现为176,000\u00a0元，超出26,000\u00a0元')
    expect(answer.body.detail).toContain('〔某市公务用车配备标准 某府办〔2025〕3号 第六条')
    expect(answer.body.verdicts[0]).toMatchObject({ outcome: 'BLOCK', limit: 150_000, value: 176_000 })
    expect(await stored()).toEqual(before)
    expect(await counts()).toEqual({ asked: 1, read: 0, informed: 0, warned: 0, blocked: 1 })
    // What was not stored has no page to open.
    expect((await refusals()).items).toMatchObject([{ outcome: 'BLOCK', label: '粤B20001', href: '' }])
    const { body: refused } = await world
      .as('director')
      .get('/api/metrics/rules.refused.count?from=2026-03-01&to=2026-03-31')
    expect(refused.value).toBe(1)
    // Within the cap the same vehicle comes in, and the refusal stays counted.
    expect((await keeper().post('/api/fleet/vehicles', { ...car, priceFen: 15_000_000 })).status).toBe(200)
    expect(await counts()).toMatchObject({ asked: 2, blocked: 1 })
  })

  it('[FLEET-03] stops a purchase and a change as well, each counted; a sheet of old vehicles is only told', async () => {
    await stricterHere(world)
    const { id: vehicleId } = await keeper().call(actions.registerVehicle, { ...car, priceFen: 14_000_000 })
    const before = await stored()
    const change = await keeper().patch(`/api/fleet/vehicles/${vehicleId}`, { priceFen: 17_600_000 })
    expect([change.status, change.body.code]).toEqual([422, 'rules.exceeded'])
    const { plate: _, purchasedOn: _on, km: _km, ...wish } = car
    const asked = await keeper().post('/api/fleet/acquisitions', { ...wish, model: '轿车甲', reason: '更新' })
    expect([asked.status, asked.body.code]).toEqual([422, 'rules.exceeded'])
    expect(await stored()).toEqual(before)
    expect((await refusals()).items.map(({ label, href }) => [label, href])).toEqual([
      ['轿车甲', ''],
      ['粤B20001', `/fleet/vehicles/${vehicleId}`],
    ])
    const sheet = [
      '车牌号,车辆类别,品牌型号,能源类型,排量L,购置价元,购置日期,座位数,登记里程km,状态,处置日期,处置原因',
      '粤B30001,应急保障用车,轿车,汽油,1.8,176000,2020-05-11,5,93918,在用,,',
      '粤B30002,应急保障用车,轿车,汽油,1.8,149000,2020-05-11,5,93918,在用,,',
    ]
    const { body } = await world
      .as('admin')
      .upload('/api/imports/vehicles?mode=commit', 'v.csv', Buffer.from(`\uFEFF${sheet.join('\r\n')}`))
    expect(body).toMatchObject({ changed: 2, refused: [], written: true })
    const { items } = await keeper().call(actions.listVehicles, { search: '粤B3000' })
    const verdictsOf = async (id: string) =>
      (await keeper().call(actions.readVehicle, { vehicleId: id })).verdicts!.map(({ outcome }) => outcome)
    expect(await Promise.all(items.map(({ id }) => verdictsOf(id)))).toEqual([
      ['BLOCK', 'OK'],
      ['OK', 'OK'],
    ])
    expect((await refusals()).items).toHaveLength(2)
  })
})

describe('vehicles over the standard', () => {
  const world = useWorld()
  const cases = () =>
    world.as('auditor').call(actions.listCheckRows, { code: 'over-standard', from: '2020-01-01' })

  it('[FLEET-15] [EVAL-10] are those the rules in force say, the local one where it is stricter, with its source', async () => {
    const keeper = world.as('dispatcher')
    const { id } = await keeper.call(actions.registerVehicle, car)
    // Large buses have a cap of their own and none on displacement; lorries have neither.
    const bus = { ...car, plate: '粤B20002', body: 'LARGE_BUS', displacementMl: 5900, seats: 45 } as const
    await keeper.call(actions.registerVehicle, { ...bus, priceFen: 44_000_000 })
    await keeper.call(actions.registerVehicle, {
      ...bus,
      plate: '粤B20003',
      body: 'TRUCK',
      seats: 3,
      priceFen: 30_000_000,
    })
    expect((await cases()).items).toEqual([])
    await stricterHere(world, 'warn')
    const { items } = await cases()
    expect(items).toMatchObject([{ id, label: '粤B20001', href: `/fleet/vehicles/${id}` }])
    expect(items[0]!.detail.zh).toContain('不超过150,000\u00a0元；现为176,000\u00a0元')
    expect(items[0]!.detail.zh).toContain('某府办〔2025〕3号')
    expect(items[0]!.detail.en).toContain('at most 150,000')
    const { items: checks } = await world.as('auditor').call(actions.listChecks, { from: '2020-01-01' })
    expect(checks.find(({ code }) => code === 'over-standard')!.count).toBe(1)
    const exchanged = await world.as('manager').call(actions.readExchange, { entity: 'over-standard' })
    expect(exchanged.items).toEqual([
      {
        plate: '粤B20001',
        class: 'EMERGENCY_SUPPORT',
        priceYuan: 176_000,
        capYuan: 150_000,
        displacementMl: 1800,
        capMl: 1800,
      },
    ])
    expect(exchanged.invalid).toEqual([])
  })
})
