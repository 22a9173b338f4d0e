import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { tripStory } from './trip-story.ts'

const { actions } = fleet

describe('vehicles that stand: sealed over a holiday, parked at a fixed place, looked at afterwards', () => {
  const world = useWorld()
  const story = tripStory(world)
  const lightOf = async (tripId: string) => {
    const { light, reasons } = await story.read('auditor', tripId)
    return [light, ...reasons.map(({ code }) => code)]
  }
  /** The first trip, driven with photos and back in time. */
  async function driven() {
    const made = await story.ready()
    const { trip } = made
    world.clock.set('2026-03-02T10:00:00+08:00')
    await world
      .as('worker')
      .call(actions.leaveTrip, { tripId: trip.id, km: 12_000, photoId: await story.photo('worker') })
    world.clock.set('2026-03-02T11:50:00+08:00')
    await world
      .as('worker')
      .call(actions.returnTrip, { tripId: trip.id, km: 12_040, photoId: await story.photo('worker') })
    return made
  }

  it('[FLEET-15] a holiday of the calendar is sealed with one tap; a sealed vehicle that was used makes its trip red until it is exempt', async () => {
    const { trip, vehicles } = await driven()
    const { holidays } = await world.as('dispatcher').call(actions.listSealings, {})
    expect(holidays.map(({ title }) => title)).toContain('国庆节')
    const period = { title: '专项封存', from: '2026-03-01', to: '2026-03-03' }
    const { id: sealingId } = await world.as('dispatcher').call(actions.makeSealing, period)
    const twice = await world.as('manager').post('/api/fleet/sealings', { ...period, from: '2026-03-03' })
    expect([twice.status, twice.body.code]).toEqual([409, 'fleet.sealing_there'])
    const photoId = await story.photo('worker')
    await world.as('worker').call(actions.sealVehicle, { sealingId, vehicleId: vehicles[1]!, photoId })
    await world.runJob('fleet.reconcile-trips')
    expect(await lightOf(trip.id)).toEqual(['RED', 'SEALED'])
    const { items } = await world.as('auditor').call(actions.listSealings, {})
    expect(items).toMatchObject([{ vehicles: 4, sealed: 1, exempt: 0, used: 1 }])
    const exempt = { reason: '防汛值班', approvedBy: '分管主任' }
    const denied = await world
      .as('worker')
      .post(`/api/fleet/sealings/${sealingId}/vehicles/${vehicles[0]}/exemption`, exempt)
    expect(denied.status).toBe(403)
    await world.as('manager').call(actions.exemptVehicle, { sealingId, vehicleId: vehicles[0]!, ...exempt })
    expect(await lightOf(trip.id)).toEqual(['GREEN'])
    expect((await world.other.as('worker').get(`/api/fleet/sealings/${sealingId}`)).status).toBe(404)
    expect((await world.other.as('manager').get(`/api/files/${photoId}`)).status).toBe(404)
  })

  it('[EVAL-10] a trip that left before a sealing and came back in it is red; kilometres beyond what its reach takes want a look', async () => {
    const { vehicles, drivers } = await story.furnish()
    const request = await story.request({ reach: 'DISTRICT', distanceKm: null, destination: '老干部家中' })
    const trip = await story.dispatch(vehicles[0]!, drivers[0]!, [request.id])
    await story.check('worker', trip.id)
    world.clock.set('2026-03-02T10:00:00+08:00')
    const [out, back] = [await story.photo('worker'), await story.photo('worker')]
    await world.as('worker').call(actions.leaveTrip, { tripId: trip.id, km: 12_000, photoId: out })
    world.clock.set('2026-03-03T00:30:00+08:00')
    await world.as('worker').call(actions.returnTrip, { tripId: trip.id, km: 12_090, photoId: back })
    expect(await lightOf(trip.id)).toEqual(['YELLOW', 'FAR_FOR_REACH', 'LATE'])
    const period = { title: '专项封存', from: '2026-03-03', to: '2026-03-04' }
    await world.as('dispatcher').call(actions.makeSealing, period)
    await world.runJob('fleet.reconcile-trips')
    expect(await lightOf(trip.id)).toEqual(['RED', 'SEALED', 'FAR_FOR_REACH', 'LATE'])
  })

  it('[FLEET-15] a vehicle seen elsewhere than at its fixed place shows at the trip before it', async () => {
    const { trip, vehicles } = await driven()
    const siteId = await world.ctx('system', async (ctx) => {
      const site = await ctx.db
        .selectFrom('directory.site')
        .select('id')
        .where('code', '=', 'P001')
        .executeTakeFirstOrThrow()
      await ctx.db
        .updateTable('fleet.vehicle')
        .set({ home_site_id: site.id })
        .where('id', '=', vehicles[0]!)
        .execute()
      return site.id
    })
    world.clock.set('2026-03-02T22:00:00+08:00')
    const seen = { vehicleId: vehicles[0]! }
    const nowhere = await world.as('worker').post('/api/fleet/parking-checks', seen)
    expect([nowhere.status, nowhere.body.code]).toEqual([422, 'fleet.parking_place'])
    expect(await world.as('worker').call(actions.recordParkingCheck, { ...seen, siteId })).toMatchObject({
      elsewhere: false,
    })
    expect(await lightOf(trip.id)).toEqual(['GREEN'])
    expect(
      await world.as('worker').call(actions.recordParkingCheck, { ...seen, place: '小区路边' }),
    ).toMatchObject({ elsewhere: true })
    expect(await lightOf(trip.id)).toEqual(['YELLOW', 'PARKED_ELSEWHERE'])
    const { items } = await world.as('auditor').call(actions.listParkingChecks, { elsewhere: true })
    expect(items).toMatchObject([{ place: '小区路边', homeName: '一号办公楼', by: '赵铁柱' }])
  })

  it('[EVAL-10] corrections are entries with a reason, and what was looked at is to be looked at again when it changes', async () => {
    const { trip } = await driven()
    const dispatcher = world.as('dispatcher')
    const { items } = await dispatcher.call(actions.verifyTrips, {
      tripIds: [trip.id, crypto.randomUUID()],
      note: '已看',
    })
    expect(items.map(({ verified }) => verified)).toEqual([true, false])
    const { id: costId } = await world
      .as('worker')
      .call(actions.addTripCost, { tripId: trip.id, kind: 'FUEL', amountFen: 30_000, litres: 40.5 })
    const changed = await story.read('auditor', trip.id)
    expect([changed.light, changed.reasons[0]?.code, changed.verifiedAt]).toEqual([
      'YELLOW',
      'NO_RECEIPT',
      null,
    ])
    await dispatcher.call(actions.correctTripCost, {
      tripId: trip.id,
      costId,
      amountFen: 25_000,
      reason: '小数点看错',
    })
    await dispatcher.call(actions.correctTripCost, {
      tripId: trip.id,
      costId,
      amountFen: 0,
      reason: '不是这趟的',
    })
    await dispatcher.call(actions.correctOdometer, {
      tripId: trip.id,
      reading: 'IN',
      km: 12_140,
      reason: '看错一位',
    })
    const told = await story.read('auditor', trip.id)
    expect(told).toMatchObject({ costFen: 0, distanceKm: 140, light: 'RED' })
    expect(told.costs.map(({ amountFen }) => amountFen)).toEqual([30_000, -5000, -25_000])
    expect(told.readings.map(({ km, voidReason }) => [km, voidReason])).toEqual([
      [12_000, null],
      [12_040, '看错一位'],
      [12_140, null],
    ])
    expect(told.reasons.map(({ code }) => code)).toEqual(['TOO_FAR'])
    const low = await dispatcher.post(`/api/fleet/trips/${trip.id}/odometer-correction`, {
      reading: 'IN',
      km: 11_000,
      reason: 'x',
    })
    expect([low.status, low.body.code]).toEqual([422, 'fleet.odometer_falls'])
    await world.deliver()
    const news = await world.as('manager').get('/api/notifications?limit=20')
    expect(JSON.stringify(news.body)).toContain('出车异常')
    expect(
      await world.as('worker').post(`/api/fleet/trips/${trip.id}/costs/${costId}/correction`, {}),
    ).toMatchObject({ status: 403 })
  })
})
