import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import type { RecordKind } from '../../register-words.ts'
import { furnishFleet } from '../furnish-fleet.ts'
import { answersTo } from './upkeep-story.ts'

const { actions } = fleet
const car = {
  plate: '粤b·20001',
  class: 'EMERGENCY_SUPPORT',
  body: 'CAR',
  energy: 'PETROL',
  displacementMl: 1800,
  priceFen: 17_600_000,
  purchasedOn: '2024-05-20',
  seats: 5,
  km: 15,
} as const

describe('the vehicle book', () => {
  const world = useWorld()
  const keeper = () => world.as('dispatcher')
  const furnish = () => world.ctx('system', (ctx) => furnishFleet(ctx, null))
  const answers = async (kind: RecordKind) =>
    answersTo((await keeper().call(actions.listUpkeepLines, { kind })).lines)
  const read = (vehicleId: string) => keeper().call(actions.readVehicle, { vehicleId })

  it('[FLEET-01] [FLEET-12] registers, changes, takes out and retires a vehicle; the resource opens and closes with it', async () => {
    const { id: vehicleId } = await keeper().call(actions.registerVehicle, { ...car, pool: 'EMERGENCY' })
    expect(await read(vehicleId)).toMatchObject({
      plate: '粤B20001',
      km: 15,
      pool: 'EMERGENCY',
      state: 'IN_USE',
    })
    expect((await keeper().post('/api/fleet/vehicles', car)).body.code).toBe('fleet.plate_taken')
    const electric = await keeper().post('/api/fleet/vehicles', {
      ...car,
      plate: '粤BD20002',
      energy: 'ELECTRIC',
    })
    expect([electric.status, electric.body.code]).toEqual([422, 'fleet.electric_displacement'])
    await keeper().call(actions.changeVehicle, { vehicleId, seats: 7, body: 'OTHER_SMALL' })
    const closed = () =>
      world.ctx('system', async (ctx) => {
        const rows = await ctx.db
          .selectFrom('bookings.resource')
          .select(['closed_at', 'capacity'])
          .where('code', '=', '粤B20001')
          .execute()
        return rows.map(({ closed_at, capacity }) => [closed_at !== null, capacity])
      })
    expect(await closed()).toEqual([[false, 6]])
    await keeper().call(actions.takeOutVehicle, { vehicleId, reason: '送修' })
    expect(await closed()).toEqual([[true, 6]])
    expect((await read(vehicleId)).reasons).toMatchObject([{ code: 'OUT_OF_USE', severity: 'BLOCK' }])
    await keeper().call(actions.putBackVehicle, { vehicleId })
    expect(await closed()).toEqual([[false, 6]])
    const retire = { vehicleId, retiredOn: '2026-02-27', reason: '黄标车提前报废' }
    expect((await keeper().post(`/api/fleet/vehicles/${vehicleId}/retirement`, retire)).status).toBe(403)
    await world.as('manager').call(actions.retireVehicle, retire)
    expect(await closed()).toEqual([[true, 6]])
    const { history } = await read(vehicleId)
    expect(history!.map(({ title, reason }) => [title.zh, reason])).toContainEqual([
      '车辆处置',
      '黄标车提前报废',
    ])
    expect((await keeper().patch(`/api/fleet/vehicles/${vehicleId}`, { seats: 5 })).body.code).toBe(
      'fleet.vehicle_is_retired',
    )
    const { items } = await keeper().call(actions.listVehicles, { pool: 'EMERGENCY' })
    expect(items.map(({ plate, retiredReason }) => [plate, retiredReason])).toEqual([
      ['粤B20001', '黄标车提前报废'],
    ])
  })

  it('[FLEET-08] keeps an odometer that only rises, takes a late entry by its time, and voids with a reason', async () => {
    const vehicleId = (await furnish()).vehicles[0]!
    const add = (at: string, km: number) =>
      keeper().post(`/api/fleet/vehicles/${vehicleId}/readings`, { at: `2026-${at}:00+08:00`, km })
    expect((await add('02-10T09:00', 12_400)).status).toBe(200)
    expect((await add('02-20T09:00', 12_900)).status).toBe(200)
    const falls = await add('02-25T09:00', 12_800)
    expect([falls.status, falls.body.code, falls.body.path]).toEqual([422, 'fleet.odometer_falls', 'km'])
    expect(falls.body.detail).toContain('12900')
    expect((await add('02-15T09:00', 13_000)).status).toBe(422)
    const late = await add('02-15T09:00', 12_600)
    expect(late.status).toBe(200)
    expect((await add('03-03T09:00', 13_000)).body.code).toBe('fleet.in_future')
    const voiding = { vehicleId, readingId: late.body.id, reason: '看错了' }
    await keeper().call(actions.voidReading, voiding)
    const again = await keeper().post(
      `/api/fleet/vehicles/${vehicleId}/readings/${late.body.id}/voiding`,
      voiding,
    )
    expect(again.body.code).toBe('fleet.voided_before')
    const { items } = await keeper().call(actions.listReadings, { vehicleId })
    expect(items.map(({ km, late, voided }) => [km, late, voided?.reason ?? null])).toEqual([
      [12_900, true, null],
      [12_600, true, '看错了'],
      [12_400, true, null],
      [12_000, false, null],
    ])
  })

  it('[FLEET-04] says which maintenance is due by days or km, whichever is first, and when its km will be full', async () => {
    const vehicleId = (await furnish()).vehicles[0]!
    const add = (day: string, km: number) =>
      keeper().call(actions.addReading, { vehicleId, at: `2026-${day}T09:00:00+08:00`, km })
    await keeper().call(actions.makePlan, {
      vehicleId,
      title: '小保养',
      everyDays: 180,
      everyKm: 5000,
      fromDay: '2026-01-10',
      fromKm: 12_000,
    })
    await add('03-01', 16_500)
    const plan = async () => (await read(vehicleId)).plans![0]!
    // 4500 km in the 90 days up to now: 50 a day, 500 left, ten days.
    expect(await plan()).toMatchObject({ light: 'SOON', due: '2026-03-12' })
    expect((await plan()).words.zh).toContain('约 3 月 12 日到 17000 公里')
    world.clock.advance({ days: 1 })
    await keeper().call(actions.addReading, { vehicleId, at: '2026-03-02T18:00:00+08:00', km: 17_200 })
    expect(await plan()).toMatchObject({ light: 'OVERDUE' })
    const { items } = await keeper().call(actions.listDue, { kind: ['MAINTENANCE'] })
    expect(items.map(({ name, title, light }) => [name, title, light])).toEqual([
      ['粤B10001', '小保养', 'OVERDUE'],
    ])
    const value = await world
      .as('director')
      .get('/api/metrics/vehicles.maintenance-overdue.count?from=2026-03-01&to=2026-03-31')
    expect(value.body.value).toBe(1)
    const planId = (await plan()).id
    await keeper().call(actions.recordMaintenance, {
      vehicleId,
      kind: 'UPKEEP',
      planId,
      onDay: '2026-03-03',
      km: 17_210,
      what: '换机油、机滤',
      costFen: 58_000,
      shop: '定点维修厂',
      answers: await answers('UPKEEP'),
    })
    expect(await plan()).toMatchObject({ light: 'FINE', lastKm: 17_210, lastDay: '2026-03-03' })
    const { items: readings } = await keeper().call(actions.listReadings, { vehicleId })
    expect(readings[0]).toMatchObject({ km: 17_210, source: 'MAINTENANCE' })
  })

  it('[FLEET-08] the km of an upkeep take their place in the day, whatever the hour of the readings around it', async () => {
    const vehicleId = (await furnish()).vehicles[0]!
    const add = (at: string, km: number) =>
      keeper().call(actions.addReading, { vehicleId, at: `2026-${at}:00+08:00`, km })
    await add('02-20T08:00', 12_500)
    await add('02-20T14:00', 12_580)
    await add('02-21T09:00', 12_700)
    const upkeep = async (km: number) =>
      keeper().post(`/api/fleet/vehicles/${vehicleId}/maintenance`, {
        kind: 'UPKEEP',
        onDay: '2026-02-20',
        km,
        what: '换机油、机滤',
        answers: await answers('UPKEEP'),
      })
    // Brought in after 14:00, then before; the same km as a trip's own reading need no second entry.
    expect((await upkeep(12_600)).status).toBe(200)
    expect((await upkeep(12_520)).status).toBe(200)
    expect((await upkeep(12_580)).status).toBe(200)
    const beyond = await upkeep(12_701)
    expect([beyond.status, beyond.body.code]).toEqual([422, 'fleet.odometer_falls'])
    const { items } = await keeper().call(actions.listReadings, { vehicleId })
    expect(items.slice(0, 5).map(({ km }) => km)).toEqual([12_700, 12_600, 12_580, 12_520, 12_500])
  })

  it('[FLEET-04] a failed inspection blocks until it was repaired and retested', async () => {
    const vehicleId = (await furnish()).vehicles[0]!
    const record = async (more: { kind: RecordKind } & Record<string, unknown>) =>
      keeper().post(`/api/fleet/vehicles/${vehicleId}/maintenance`, {
        onDay: '2026-03-01',
        what: '年检',
        answers: await answers(more.kind),
        ...more,
      })
    expect((await record({ kind: 'INSPECTION' })).body.code).toBe('fleet.passed_missing')
    const failed = await record({ kind: 'INSPECTION', passed: false })
    expect((await read(vehicleId)).reasons.map(({ code }) => code)).toEqual(['INSPECTION_FAILED'])
    expect((await record({ kind: 'RETEST', passed: true })).body.code).toBe('fleet.chain_broken')
    const repair = await record({ kind: 'REPAIR', followsId: failed.body.id, what: '换刹车片' })
    expect((await record({ kind: 'RETEST', passed: true, followsId: failed.body.id })).body.code).toBe(
      'fleet.followed_before',
    )
    await record({ kind: 'RETEST', passed: true, followsId: repair.body.id })
    expect((await read(vehicleId)).reasons).toEqual([])
  })

  it('[FLEET-04] papers follow each other, warn and run out; inspection by the statutory interval; keys have one holder', async () => {
    const { vehicles, drivers } = await furnish()
    const [vehicleId, driverId] = [vehicles[0]!, drivers[0]!]
    const add = (more: object) => keeper().post(`/api/fleet/vehicles/${vehicleId}/papers`, more)
    // Bought in March 2020: just six years old, so every twelve months; until then every 24.
    const inspected = await add({ kind: 'INSPECTION', number: '2026', validFrom: '2026-03-01' })
    expect(inspected.body.validUntil).toBe('2027-03-01')
    expect((await add({ kind: 'INSPECTION', number: '2024', validFrom: '2024-03-02' })).body.validUntil).toBe(
      '2026-03-02',
    )
    await add({
      kind: 'COMPULSORY_INSURANCE',
      number: 'PDZA1',
      validFrom: '2025-02-28',
      validUntil: '2026-02-27',
    })
    const { papers, light, reasons } = await read(vehicleId)
    expect(light).toBe('OVERDUE')
    expect(reasons.map(({ code, source }) => [code, source?.zh])).toEqual([
      ['INSURANCE_EXPIRED', '《中华人民共和国道路交通安全法》第十七条'],
    ])
    expect(papers!.filter(({ endedAt }) => endedAt !== null).map(({ number }) => number)).toEqual(['2026'])
    await add({
      kind: 'COMPULSORY_INSURANCE',
      number: 'PDZA2',
      validFrom: '2026-02-28',
      validUntil: '2027-02-27',
    })
    expect((await read(vehicleId)).reasons).toEqual([])
    const key = (await add({ kind: 'KEY', number: '1号' })).body.id
    await add({ kind: 'KEY', number: '2号' })
    const out = { vehicleId, paperId: key, driverId }
    await keeper().call(actions.handOut, out)
    const twice = await keeper().post(`/api/fleet/vehicles/${vehicleId}/papers/${key}/hand-out`, { driverId })
    expect([twice.status, twice.body.code, twice.body.detail]).toEqual([
      409,
      'fleet.handed_out_already',
      '现在由蒋康保管，请先登记归还。',
    ])
    const driver = await keeper().call(actions.readDriver, { driverId })
    expect(driver.holds).toMatchObject([{ plate: '粤B10001', kind: '钥匙', number: '1号' }])
    await keeper().call(actions.handBack, { vehicleId, paperId: key })
    const { items } = await keeper().call(actions.listDue, { days: 10 })
    expect(items.map(({ kind, name, due }) => [kind, name, due])).toEqual([
      ['INSPECTION', '粤B10001', '2026-03-02'],
    ])
  })

  it('shows a driver the vehicles without their papers, and another bureau nothing', async () => {
    const vehicleId = (await furnish()).vehicles[0]!
    const seen = await world.as('worker').call(actions.readVehicle, { vehicleId })
    expect([seen.plate, seen.papers, seen.violations, seen.history]).toEqual(['粤B10001', null, null, null])
    expect((await world.as('auditor').call(actions.readVehicle, { vehicleId })).papers).toEqual([])
    expect((await world.as('staff').get(`/api/fleet/vehicles/${vehicleId}`)).status).toBe(403)
    expect((await world.as('auditor').post('/api/fleet/vehicles', car)).status).toBe(403)
    expect((await world.other.as('dispatcher').get(`/api/fleet/vehicles/${vehicleId}`)).status).toBe(404)
    const reading = await world.other
      .as('dispatcher')
      .post(`/api/fleet/vehicles/${vehicleId}/readings`, { at: '2026-03-01T09:00:00+08:00', km: 20_000 })
    expect(reading.status).toBe(404)
  })
})

describe('two people at one odometer', () => {
  const world = useWorld({ committing: true })

  it('[FLEET-08] of two readings at once that contradict each other one is refused', async () => {
    const { vehicles } = await world.ctx('system', (ctx) => furnishFleet(ctx, null))
    const vehicleId = vehicles[0]!
    const add = (role: 'dispatcher' | 'manager', time: string, km: number) =>
      world
        .as(role)
        .post(`/api/fleet/vehicles/${vehicleId}/readings`, { at: `2026-03-01T${time}:00+08:00`, km })
    const answers = await Promise.all([
      add('dispatcher', '10:00', 13_000),
      add('manager', '11:00', 12_900),
      add('dispatcher', '12:00', 12_950),
      add('manager', '09:00', 13_100),
    ])
    const { items } = await world.as('dispatcher').call(actions.listReadings, { vehicleId })
    const km = items.map((reading) => reading.km)
    expect(km).toEqual([...km].sort((one, other) => other - one))
    expect(answers.filter(({ status }) => status === 200).length).toBe(items.length - 1)
    expect(answers.some(({ status, body }) => status === 422 && body.code === 'fleet.odometer_falls')).toBe(
      true,
    )
  })
})
