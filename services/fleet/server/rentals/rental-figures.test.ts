import { describe, expect, it } from 'vitest'
import { metrics } from '#engines/metrics/module.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { fleetContribution } from '../summarise-fleet.ts'
import { rentalStory } from './rental-story.ts'

const { actions } = fleet
const march = { from: '2026-03-01', to: '2026-03-31' }

describe('what rented vehicles did and cost', () => {
  const world = useWorld()
  const story = rentalStory(world)
  const desk = () => world.as('dispatcher')

  /** Three rides by hand: 36 km for ¥800, 20 km for ¥150.50 with papers, one called off; and one that still runs. */
  async function rides() {
    const supplierId = await story.supplier()
    const rent = async (from: string, to: string, more: Parameters<typeof story.approved>[2] = {}) => {
      const requestId = await story.approved(from, to, more)
      const { id } = await desk().call(actions.rentVehicle, { requestId, ...story.order(supplierId) })
      return id
    }
    const one = await rent('10:00', '12:00', { reason: '陪同林小满到区政府开会' })
    const papers = await rent('10:00', '11:00', { purpose: 'DOCUMENTS', reason: '送密件' })
    const off = await rent('10:00', '13:00')
    await rent('13:00', '18:00')
    await desk().call(actions.cancelRental, { rentalId: off, reason: '改期', request: 'QUEUE' })
    world.clock.set('2026-03-02T14:00:00+08:00')
    await desk().call(actions.finishRental, { rentalId: one, ...story.ride() })
    await desk().call(actions.finishRental, {
      rentalId: papers,
      ...story.ride({ leftAt: '2026-03-02T10:30:00+08:00', distanceKm: 20, costFen: 15_050 }),
    })
    return { one, papers, off }
  }
  const value = async (metricId: string, days = march) =>
    (await world.as('manager').call(metrics.actions.readMetric, { metricId, ...days })).value

  it('are counted by the figures, which open to the rides and their units', async () => {
    const { one, papers } = await rides()
    expect(await value('rentals.count')).toBe(2)
    expect(await value('rentals.distance-km.sum')).toBe(56)
    expect(await value('rentals.cost.yuan')).toBe(950.5)
    expect(await value('rentals.count', { from: '2026-02-01', to: '2026-03-01' })).toBe(0)
    const { body } = await world
      .as('manager')
      .get(`/api/metrics/rentals.cost.yuan/records?from=${march.from}&to=${march.to}`)
    expect(
      Object.fromEntries(body.items.map(({ id, value }: { id: string; value: number }) => [id, value])),
    ).toEqual({ [one]: 800, [papers]: 150.5 })
    expect(body.items[0].href).toMatch(/^\/fleet\/rentals\//)
    // Own trips have nothing to do with them.
    expect(await value('trips.completed.count')).toBe(0)
    const { items } = await world.as('manager').call(actions.readUnitUse, { from: '2026-03', to: '2026-03' })
    expect(items).toMatchObject([
      {
        unit: { name: '财政局' },
        trips: 0,
        km: 0,
        costFen: 0,
        rentals: 2,
        rentalKm: 56,
        rentalFen: 95_050,
        months: [{ month: '2026-03', km: 0, rentals: 2, rentalKm: 56 }],
      },
    ])
    const use = await world.as('manager').get('/api/fleet/unit-use/export?from=2026-03&to=2026-03&format=csv')
    const [headings, ...lines] = use.bytes.toString('utf8').trim().split('\r\n')
    expect(headings).toMatch(/,租车次数,租车里程km,租车费用元$/)
    expect(lines).toEqual(['财政局,2026-03,0,0,0.00,0,2,56,950.50'])
    // The running ride and the one called off went nowhere yet; what is corrected counts as it is now.
    await desk().call(actions.correctRental, {
      rentalId: one,
      ...story.ride({ distanceKm: 0 }),
      reason: '里程抄错',
    })
    const after = await world.as('manager').call(actions.readUnitUse, { from: '2026-03', to: '2026-03' })
    expect(after.items).toMatchObject([{ rentals: 2, rentalKm: 20 }])
    const summary = async () => {
      const { vehicles, drivers } = await story.furnish()
      await story.assign(vehicles[0]!, drivers[0]!, [await story.approved('15:00', '16:00')])
      const scope = { ...march, span: '三月', next: '2027年' }
      return JSON.stringify(await world.ctx('manager', (ctx) => fleetContribution.summary!(ctx, scope)))
    }
    expect(await summary()).toMatch(
      /租用社会车辆.*rentals\.count.*rentals\.distance-km\.sum.*rentals\.cost\.yuan/,
    )
  })

  it('are published with time, reason, place, kilometres and cost, nobody’s name, and nothing of papers', async () => {
    await rides()
    const { rows, total } = await world
      .as('manager')
      .call(actions.previewPublication, { from: '2026-03-01', to: '2026-03-02' })
    expect(rows).toMatchObject([
      {
        leftAt: '2026-03-02T02:05:00.000Z',
        returnedAt: '2026-03-02T03:50:00.000Z',
        reason: '陪同××到区政府开会',
        place: '区政府',
        km: 36,
        costFen: 80_000,
        class: null,
        masked: false,
      },
      { reason: '机要通信（按规定不公开）', place: '—', km: 20, costFen: 15_050, masked: true },
    ])
    expect(total).toEqual({ trips: 2, km: 56, litres: 0, fuelFen: 0, costFen: 95_050 })
    const { id } = await world
      .as('manager')
      .call(actions.publish, { title: '三月上旬用车公示', from: '2026-03-01', to: '2026-03-02' })
    const sheet = await world.as('staff').get(`/api/fleet/publications/${id}/export?format=csv`)
    expect(sheet.bytes.toString('utf8')).toContain('租赁车辆')
    const { items } = await desk().call(actions.listRentals, { state: ['RETURNED'], sort: '-cost' })
    await desk().call(actions.correctRental, {
      rentalId: items[0]!.id,
      ...story.ride({ distanceKm: 30 }),
      reason: '里程抄错',
    })
    const { differences } = await world.as('staff').call(actions.readPublication, { publicationId: id })
    expect(differences).toMatchObject([{ was: { km: 36 }, now: { km: 30 } }])
  })

  it('are handed on as 社会车辆租赁派车, without the driver and without what papers were for', async () => {
    await rides()
    const read = (days = march) =>
      world.as('manager').call(actions.readExchange, { entity: 'rental', ...days })
    const { items, invalid } = await read()
    expect(invalid).toEqual([])
    expect(items).toHaveLength(4)
    expect(items).toContainEqual({
      number: 'ZL-20260302-0001',
      supplier: '云帆汽车租赁',
      contractNumber: 'DD-2026-01',
      plate: '粤B88888',
      body: 'OTHER_SMALL',
      seats: 7,
      unitName: '财政局',
      reason: '陪同林小满到区政府开会',
      destination: '区政府',
      leftAt: '2026-03-02T02:05:00.000Z',
      returnedAt: '2026-03-02T03:50:00.000Z',
      distanceKm: 36,
      amountYuan: 800,
      state: 'RETURNED',
    })
    expect(items.find(({ amountYuan }) => amountYuan === 150.5)).toMatchObject({
      reason: null,
      destination: null,
    })
    const file = await world.as('manager').get('/api/fleet/exchange/rental/export')
    expect(file.bytes.toString('utf8')).not.toMatch(/王志强|13900002222|送密件/)
    expect((await read({ from: '2026-02-01', to: '2026-03-01' })).items).toEqual([])
    const mapping = await world.as('admin').call(actions.listExchangeEntities, {})
    const entity = mapping.items.find(({ code }) => code === 'rental')
    expect(entity?.title.zh).toBe('社会车辆租赁派车')
    expect(entity?.fields.map(({ name }) => name).toSorted()).toEqual(Object.keys(items[0]!).toSorted())
    const other = world.other.as('manager').call(actions.readExchange, { entity: 'rental', ...march })
    expect((await other).items).toEqual([])
  })
})
