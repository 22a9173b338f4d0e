import { describe, expect, it } from 'vitest'
import { rules } from '#engines/rules/module.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { dispatchStory } from '../dispatch/dispatch-story.ts'

const { actions } = fleet

describe('a rule the service goes by without holding a number against it', () => {
  const world = useWorld()
  const story = dispatchStory(world)
  const usesOf = (name: string, days: { from?: string; to?: string } = {}) =>
    world.as('auditor').call(rules.actions.readRule, { ruleId: `FLEET.${name}`, ...days })
  const kindsOf = async (name: string, days: { from?: string; to?: string } = {}) =>
    (await usesOf(name, days)).askedBy.map((one) => [
      one.title.zh,
      one.asked,
      one.read,
      one.warned,
      one.blocked,
    ])

  it('[FLEET-11] is counted with each decision it shaped, by kind of thing, and with no look at a page', async () => {
    const { vehicles, drivers } = await story.furnish()
    const ride = await story.approved('10:00', '12:00')
    await world.as('dispatcher').call(actions.listProposals, { requestId: ride })
    await world.as('dispatcher').call(actions.readVehicle, { vehicleId: vehicles[0]! })
    expect(await kindsOf('FATIGUE_REST_MINUTES')).toEqual([])
    await story.assign(vehicles[0]!, drivers[0]!, [ride])
    await story.assign(vehicles[1]!, drivers[1]!, [await story.approved('10:00', '11:00')])
    expect(await kindsOf('FATIGUE_REST_MINUTES')).toEqual([['派车单', 0, 2, 0, 0]])
    expect(await kindsOf('FATIGUE_DRIVING_HOURS')).toEqual([['派车单', 2, 0, 0, 0]])
    const paper = { kind: 'INSPECTION', number: '2026', validFrom: '2026-03-01' }
    const papers = `/api/fleet/vehicles/${vehicles[0]}/papers`
    await world.as('dispatcher').post(papers, paper)
    // Its last day was named by hand: the interval decided nothing.
    await world.as('dispatcher').post(papers, { ...paper, number: '2027', validUntil: '2026-12-31' })
    expect(await kindsOf('INSPECTION_INTERVAL_MONTHS')).toEqual([['车辆检验', 0, 1, 0, 0]])
    const { items } = await world.as('auditor').call(rules.actions.listDecisions, {
      rule: 'FLEET.INSPECTION_INTERVAL_MONTHS',
    })
    expect(items).toMatchObject([{ label: '粤B10001 年检', outcome: 'OK', refused: false }])
    expect(items[0]!.verdicts[0]).toMatchObject({ limit: 12, mark: 'A' })
    expect(items[0]!.verdicts[0]!.words.zh).toMatch(/12\u00a0个月；按此办理。$/)
    expect((await world.other.as('auditor').call(rules.actions.listDecisions, {})).items).toEqual([])
  })

  it('[FLEET-11] sealing is counted where it refused, although the work was undone, and where words overruled it', async () => {
    const { vehicles, drivers } = await story.furnish()
    await world
      .as('dispatcher')
      .call(actions.makeSealing, { title: '专项封存', from: '2026-03-03', to: '2026-03-04' })
    const night = await story.approved('20:00', '03-03 01:00')
    const refused = await story.post('dispatcher', vehicles[0]!, drivers[0]!, [night], { note: '急用' })
    expect([refused.status, refused.body.code]).toEqual([422, 'fleet.not_fit'])
    const urgent = await story.approved('03-03 09:00', '03-03 11:00', { emergency: true })
    await story.post('dispatcher', vehicles[1]!, drivers[1]!, [urgent], { note: '防汛抢险' })
    expect(await kindsOf('HOLIDAY_SEALING')).toEqual([['派车单', 0, 2, 1, 1]])
    const { items } = await world.as('auditor').call(rules.actions.listDecisions, {
      rule: 'FLEET.HOLIDAY_SEALING',
      refused: true,
    })
    // What was refused never came to be: there is nothing to open.
    expect(items.map(({ href, outcome }) => [href, outcome])).toEqual([['', 'BLOCK']])
  })

  it('[FLEET-11] shows the days that were chosen, else twelve months, each kind apart and together', async () => {
    const car = { class: 'EMERGENCY_SUPPORT', body: 'CAR', energy: 'PETROL', displacementMl: 1800, seats: 5 }
    const dear = { ...car, priceFen: 20_000_000 }
    const keeper = () => world.as('dispatcher')
    await keeper().post('/api/fleet/vehicles', {
      ...dear,
      plate: '粤B20001',
      purchasedOn: '2025-05-20',
      km: 1,
    })
    await keeper().post('/api/fleet/acquisitions', { ...dear, reason: '更新' })
    world.clock.set('2026-06-01T09:00:00+08:00')
    await world.staySignedIn()
    await keeper().post('/api/fleet/vehicles', {
      ...car,
      priceFen: 100,
      plate: '粤B20002',
      purchasedOn: '2025-05-20',
      km: 1,
    })
    expect(await kindsOf('PRICE_CAP')).toEqual([
      ['车辆', 2, 0, 1, 0],
      ['车辆购置', 1, 0, 1, 0],
    ])
    const all = await usesOf('PRICE_CAP')
    expect(all).toMatchObject({
      from: '2025-06-01',
      to: '2026-06-01',
      counts: { asked: 3, read: 0, warned: 2 },
    })
    expect(await kindsOf('PRICE_CAP', { from: '2026-06-01', to: '2026-06-01' })).toEqual([
      ['车辆', 1, 0, 0, 0],
    ])
    expect((await usesOf('PRICE_CAP', { from: '2026-04-01', to: '2026-05-31' })).counts.asked).toBe(0)
  })
})
