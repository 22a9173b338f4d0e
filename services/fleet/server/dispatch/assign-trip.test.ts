import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { rules } from '#engines/rules/module.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { dispatchStory, on } from './dispatch-story.ts'

const { actions } = fleet

describe('assigning a vehicle', () => {
  const world = useWorld()
  const story = dispatchStory(world)

  it('[FLEET-02] holds vehicle and driver in one booking, and moves the request', async () => {
    const { vehicles, drivers } = await story.furnish()
    const request = await story.approved('10:00', '12:00')
    const trip = await story.assign(vehicles[0]!, drivers[1]!, [request])
    expect(trip).toMatchObject({ number: 'PC-20260302-0001', warnings: [] })
    expect(await story.holds(trip.id)).toEqual([vehicles[0]!, drivers[1]!].sort())
    expect(await story.stateOf(request)).toMatchObject({ state: 'ASSIGNED' })
    const board = await story.board()
    expect(board.queue).toEqual([])
    expect(board.trips).toMatchObject([
      {
        plate: '粤B10001',
        driverName: '王远',
        passengers: 2,
        places: 4,
        state: 'ASSIGNED',
        can: { cancel: true },
      },
    ])
    expect(board.vehicles).toHaveLength(4)
    expect(board.drivers).toHaveLength(4)
  })

  it('[FLEET-02] all or none: where the driver is taken the vehicle is not held either', async () => {
    const { vehicles, drivers } = await story.furnish()
    const [first, second] = [await story.approved('10:00', '12:00'), await story.approved('11:00', '13:00')]
    await story.assign(vehicles[0]!, drivers[0]!, [first])
    const clash = await story.post('dispatcher', vehicles[1]!, drivers[0]!, [second])
    expect([clash.status, clash.body.code]).toEqual([409, 'bookings.conflict'])
    expect(await story.stateOf(second)).toMatchObject({ state: 'APPROVED' })
    await story.assign(vehicles[1]!, drivers[1]!, [second])
    const again = await story.post('dispatcher', vehicles[2]!, drivers[2]!, [second])
    expect([again.status, again.body.code]).toEqual([409, 'kernel.wrong_state'])
  })

  it('[FLEET-02] refuses what cannot be, whatever the dispatcher writes, with each reason in words', async () => {
    const { vehicles, drivers } = await story.furnish()
    const refused = async (vehicle: number, driver: number, request: string) => {
      const answer = await story.post('dispatcher', vehicles[vehicle]!, drivers[driver]!, [request], {
        note: '领导同意',
      })
      return [answer.status, answer.body.code, answer.body.path, answer.body.detail]
    }
    const bus = await story.approved('10:00', '12:00', { passengers: 12 })
    expect((await refused(0, 0, bus)).slice(0, 3)).toEqual([422, 'bookings.too_few_places', 'headcount'])
    expect(await refused(3, 2, bus)).toEqual([
      422,
      'fleet.not_fit',
      'driverId',
      expect.stringContaining('准驾车型 C1 不能驾驶 粤B10004（19 座）'),
    ])
    const small = await story.approved('10:00', '12:00')
    await world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('fleet.vehicle')
        .set({ class: 'LAW_ENFORCEMENT' })
        .where('id', '=', vehicles[1]!)
        .execute(),
    )
    expect((await refused(1, 1, small)).slice(0, 3)).toEqual([422, 'fleet.not_fit', 'vehicleId'])
    await world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('fleet.driver')
        .set({ licence_until: '2026-03-01' })
        .where('id', '=', drivers[3]!)
        .execute(),
    )
    const expired = await refused(0, 3, small)
    expect(expired.slice(0, 3)).toEqual([422, 'fleet.not_fit', 'driverId'])
    expect(expired[3]).toContain('2026-03-01')
    const stranger = await story.post('dispatcher', drivers[0]!, drivers[1]!, [small])
    expect([stranger.status, stranger.body.code]).toEqual([422, 'fleet.unknown_vehicle_or_driver'])
    const nobody = await story.post('dispatcher', vehicles[0]!, drivers[0]!, [vehicles[0]!])
    expect([nobody.status, nobody.body.code]).toEqual([422, 'fleet.unknown_request'])
    expect((await story.board()).trips).toEqual([])
  })

  it('[FLEET-07] refuses more than 4 hours of driving without a rest of 20 minutes, with the rule’s source', async () => {
    const { vehicles, drivers } = await story.furnish()
    const far = { destination: '外市', reach: 'BEYOND', distanceKm: 130, way: 'RETURN' } as const
    const morning = await story.approved('10:00', '14:00', far)
    await story.assign(vehicles[0]!, drivers[0]!, [morning])
    // Two hours back and two hours out again, with a quarter of an hour between: hardly a rest.
    const noon = await story.approved('14:15', '19:15', { ...far, distanceKm: 131 })
    const tired = await story.post('dispatcher', vehicles[1]!, drivers[0]!, [noon], { note: '任务紧' })
    expect([tired.status, tired.body.code, tired.body.path]).toEqual([422, 'fleet.not_fit', 'driverId'])
    expect(tired.body.detail).toMatch(
      /超过 4 小时而中间休息不足 20 分钟〔.*道路交通安全法实施条例.*第六十二条/,
    )
    const { items } = await world.as('dispatcher').call(actions.listProposals, { requestId: noon })
    expect(items.map(({ driverName }) => driverName)).not.toContain('蒋康')
    const rested = await story.approved('14:30', '19:30', { ...far, distanceKm: 131 })
    expect(
      (await story.post('dispatcher', vehicles[1]!, drivers[0]!, [rested], { note: '任务紧' })).status,
    ).toBe(200)
  })

  it('[FLEET-07] keeps how long each driver would drive, also of what was refused; a bureau may have the limit only warn', async () => {
    const { vehicles, drivers } = await story.furnish()
    const far = { destination: '外市', reach: 'BEYOND', way: 'RETURN' } as const
    const decisions = async () => {
      const { items } = await world
        .as('manager')
        .call(rules.actions.listDecisions, { rule: 'FLEET.FATIGUE_DRIVING_HOURS' })
      return items.map(({ outcome, refused, href }) => [outcome, refused, href])
    }
    const morning = await story.approved('10:00', '14:00', { ...far, distanceKm: 130 })
    const trip = await story.assign(vehicles[0]!, drivers[0]!, [morning])
    const fine = ['OK', false, `/fleet/trips/${trip.id}`]
    expect(await decisions()).toEqual([fine])
    const long = await story.approved('14:15', '19:15', { ...far, distanceKm: 131 })
    const tired = await story.post('dispatcher', vehicles[1]!, drivers[0]!, [long], { note: '任务紧' })
    expect([tired.status, tired.body.code]).toEqual([422, 'fleet.not_fit'])
    expect(await decisions()).toEqual([['BLOCK', true, ''], fine])
    const ruleId = 'FLEET.FATIGUE_DRIVING_HOURS'
    await world.as('admin').call(rules.actions.setJurisdiction, { jurisdiction: '440303' })
    await world.as('director').call(rules.actions.addValue, {
      ruleId,
      key: {},
      ...{ jurisdiction: '440303', op: 'max', value: 4, unit: 'HOUR', effect: 'warn', overrides: true },
      source: { title: '本区公务用车管理办法', mark: 'A', checkedOn: '2026-01-01' },
      reason: '双驾驶员轮换的长途由调度员说明',
    })
    const silent = await story.post('dispatcher', vehicles[1]!, drivers[0]!, [long])
    expect([silent.status, silent.body.code]).toEqual([422, 'fleet.needs_words'])
    const said = await story.post('dispatcher', vehicles[1]!, drivers[0]!, [long], { note: '两人轮换驾驶' })
    expect(said.status).toBe(200)
    expect((await decisions())[0]!.slice(0, 2)).toEqual(['WARN', false])
  })

  it('[FLEET-15] a vehicle sealed over a holiday is neither proposed nor assigned, until its use is allowed; an emergency wants words', async () => {
    const { vehicles, drivers } = await story.furnish()
    const period = { title: '专项封存', from: '2026-03-03', to: '2026-03-04' }
    const { id: sealingId } = await world.as('dispatcher').call(actions.makeSealing, period)
    const overnight = await story.approved('20:00', '03-03 01:00')
    const proposed = async () =>
      (await world.as('dispatcher').call(actions.listProposals, { requestId: overnight })).items.length
    expect(await proposed()).toBe(0)
    const sealed = await story.post('dispatcher', vehicles[0]!, drivers[0]!, [overnight], { note: '急用' })
    expect([sealed.status, sealed.body.code, sealed.body.path]).toEqual([422, 'fleet.not_fit', 'vehicleId'])
    expect(sealed.body.detail).toContain('“专项封存”期间已封存')
    const urgent = await story.approved('03-03 09:00', '03-03 11:00', { emergency: true })
    const silent = await story.post('dispatcher', vehicles[1]!, drivers[1]!, [urgent])
    expect([silent.status, silent.body.code]).toEqual([422, 'fleet.needs_words'])
    const said = await story.post('dispatcher', vehicles[1]!, drivers[1]!, [urgent], { note: '防汛抢险' })
    expect(said.status).toBe(200)
    await world.as('manager').call(actions.exemptVehicle, {
      sealingId,
      vehicleId: vehicles[0]!,
      reason: '防汛值班',
      approvedBy: '分管主任',
    })
    expect(await proposed()).toBe(1)
    expect((await story.post('dispatcher', vehicles[0]!, drivers[0]!, [overnight])).status).toBe(200)
  })

  it('[FLEET-02] lets a warning be overruled with words, which stay on record', async () => {
    const { vehicles, drivers } = await story.furnish()
    const request = await story.approved('10:00', '12:00')
    const silent = await story.post('dispatcher', vehicles[2]!, drivers[2]!, [request])
    expect([silent.status, silent.body.code, silent.body.path]).toEqual([422, 'fleet.needs_words', 'note'])
    expect(silent.body.findings).toMatchObject([{ code: 'other_class' }])
    const trip = await story.assign(vehicles[2]!, drivers[2]!, [request], '其他车辆都已派出')
    expect(trip.warnings).toMatchObject([{ code: 'other_class' }])
    expect((await story.trip(trip.id)).note).toBe('其他车辆都已派出')
    // The next trip of the same vehicle begins before it can be there.
    const next = await story.approved('12:05', '13:00')
    const tight = await story.post('dispatcher', vehicles[2]!, drivers[3]!, [next])
    expect(tight.body.findings).toMatchObject([{ code: 'other_class' }, { code: 'tight' }])
  })

  it('[FLEET-05] several ride together, as many as there are seats, and nobody who will not', async () => {
    const { vehicles, drivers } = await story.furnish()
    const [one, two, three] = [
      await story.approved('10:00', '12:00'),
      await story.approved('10:10', '12:10', { passengers: 1 }),
      await story.approved('10:00', '12:00', { mayPool: false }),
    ]
    const alone = await story.post('dispatcher', vehicles[0]!, drivers[0]!, [one, three])
    expect([alone.status, alone.body.code]).toEqual([422, 'fleet.rides_alone'])
    const trip = await story.assign(vehicles[0]!, drivers[0]!, [one])
    const proposals = await world.as('dispatcher').call(actions.listProposals, { requestId: two })
    expect(proposals.items[0]).toMatchObject({ kind: 'POOL', tripId: trip.id })
    await world.as('dispatcher').call(actions.addToTrip, { tripId: trip.id, requestId: two })
    expect(await story.trip(trip.id)).toMatchObject({
      passengers: 3,
      from: on('10:00').toISOString(),
      to: on('12:10').toISOString(),
    })
    await world
      .as('dispatcher')
      .call(actions.takeOutOfTrip, { tripId: trip.id, requestId: one, reason: '改乘班车' })
    expect(await story.stateOf(one)).toMatchObject({ state: 'APPROVED' })
    const last = await world
      .as('dispatcher')
      .post(`/api/fleet/trips/${trip.id}/requests/${two}/removal`, { reason: '不去了' })
    expect([last.status, last.body.code]).toEqual([409, 'fleet.last_of_trip'])
  })

  it('swaps vehicle, driver and time, and puts the requests back when the trip is cancelled', async () => {
    const { vehicles, drivers } = await story.furnish()
    const request = await story.approved('10:00', '12:00')
    const trip = await story.assign(vehicles[0]!, drivers[0]!, [request])
    await world.as('dispatcher').call(actions.rearrangeTrip, {
      tripId: trip.id,
      vehicleId: vehicles[1]!,
      driverId: drivers[1]!,
      from: on('09:30').toISOString(),
    })
    expect(await story.holds(trip.id)).toEqual([vehicles[1]!, drivers[1]!].sort())
    const unfit = await world
      .as('dispatcher')
      .post(`/api/fleet/trips/${trip.id}/rearrangement`, { vehicleId: vehicles[3]!, driverId: drivers[3]! })
    expect([unfit.status, unfit.body.code]).toEqual([422, 'fleet.not_fit'])
    expect(await story.holds(trip.id)).toEqual([vehicles[1]!, drivers[1]!].sort())
    await world
      .as('dispatcher')
      .call(actions.cancelTrip, { tripId: trip.id, reason: '撤销派车', requests: 'QUEUE' })
    expect(await story.holds(trip.id)).toEqual([])
    expect(await story.stateOf(request)).toMatchObject({ state: 'APPROVED' })
    const gone = await world
      .as('dispatcher')
      .post(`/api/fleet/trips/${trip.id}/cancellation`, { reason: '再撤', requests: 'QUEUE' })
    expect([gone.status, gone.body.code]).toEqual([409, 'fleet.has_left'])
    const again = await story.assign(vehicles[0]!, drivers[0]!, [request])
    await world
      .as('dispatcher')
      .call(actions.cancelTrip, { tripId: again.id, reason: '会议取消', requests: 'CANCEL' })
    expect(await story.stateOf(request)).toMatchObject({ state: 'CANCELLED' })
  })

  it('is the dispatcher’s alone, and of one bureau', async () => {
    const { vehicles, drivers } = await story.furnish()
    const request = await story.approved('10:00', '12:00')
    for (const role of ['staff', 'worker', 'auditor', 'director'] as const)
      expect((await story.post(role, vehicles[0]!, drivers[0]!, [request])).status).toBe(403)
    const foreign = await world.other
      .as('dispatcher')
      .post('/api/fleet/trips', { vehicleId: vehicles[0]!, driverId: drivers[0]!, requestIds: [request] })
    expect([foreign.status, foreign.body.code]).toEqual([422, 'fleet.unknown_request'])
    const trip = await story.assign(vehicles[0]!, drivers[0]!, [request])
    expect((await world.other.as('dispatcher').get(`/api/fleet/board/trips/${trip.id}`)).status).toBe(404)
  })

  it('follows what becomes of its booking elsewhere: moved, cancelled, once however often it is heard', async () => {
    const { vehicles, drivers } = await story.furnish()
    const request = await story.approved('10:00', '12:00')
    const trip = await story.assign(vehicles[0]!, drivers[0]!, [request])
    await world.as('dispatcher').call(bookings.actions.moveBooking, {
      bookingId: trip.id,
      from: on('10:30').toISOString(),
      swap: { from: vehicles[0]!, to: vehicles[1]! },
    })
    await world.deliver()
    expect(await story.trip(trip.id)).toMatchObject({
      plate: '粤B10002',
      from: on('10:30').toISOString(),
      to: on('12:30').toISOString(),
    })
    await world
      .as('dispatcher')
      .call(bookings.actions.cancelBooking, { bookingId: trip.id, reason: '车坏了' })
    await world.deliver()
    expect(await story.trip(trip.id)).toMatchObject({
      state: 'CANCELLED',
      cancelReason: '车坏了',
      requests: [],
    })
    expect(await story.stateOf(request)).toMatchObject({ state: 'APPROVED' })
  })
})
