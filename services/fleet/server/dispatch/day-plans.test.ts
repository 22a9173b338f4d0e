import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { dispatchStory } from './dispatch-story.ts'

const { actions } = fleet

describe('the plan of a day over HTTP', () => {
  const world = useWorld()
  const story = dispatchStory(world)

  it('[FLEET-04] stands beside the dispatcher’s with km and hours of both, and is taken row by row', async () => {
    const { vehicles, drivers } = await story.furnish()
    const kept = await story.approved('10:00', '12:00')
    await story.assign(vehicles[0]!, drivers[0]!, [kept])
    const waiting = [
      await story.approved('10:00', '12:00', { mayPool: false }),
      await story.approved('13:00', '15:00', { emergency: true }),
    ]
    const dispatcher = world.as('dispatcher')
    const { id } = await dispatcher.call(actions.planDay, { day: '2026-03-02', scope: 'OPEN', seconds: 5 })
    const plan = await dispatcher.call(actions.readDayPlan, { planId: id })
    expect(plan).toMatchObject({
      outcome: 'OPTIMAL',
      own: { requests: 3, served: 1, vehicles: 1, hours: 2 },
      planned: { requests: 3, served: 3, unserved: 0, hours: 6 },
      mayAccept: true,
    })
    expect(plan.rows.flatMap(({ requestIds }) => requestIds).sort()).toEqual([...waiting].sort())
    expect(plan.bound!).toBeLessThanOrEqual(plan.objective!)
    // A colleague is faster with one of them: that row alone is refused.
    await story.assign(vehicles[3]!, drivers[1]!, [waiting[0]!])
    const { items } = await dispatcher.call(actions.acceptDayPlan, { planId: id })
    expect(items.find(({ key }) => key === waiting[0])!.refused).toContain('已派车')
    expect(items.find(({ key }) => key === waiting[1])!.number).toMatch(/^PC-20260302-/)
    expect((await story.board()).queue).toEqual([])
    // Whoever opens the plan now sees that both have a vehicle; given up, a row can be taken again; cancelled, never.
    const rowsNow = async () => (await dispatcher.call(actions.readDayPlan, { planId: id })).rows
    const statesOf = async () => Object.fromEntries((await rowsNow()).map(({ key, state }) => [key, state]))
    expect(await statesOf()).toEqual({ [waiting[0]!]: 'ASSIGNED', [waiting[1]!]: 'ASSIGNED' })
    const trip = (await rowsNow()).find(({ key }) => key === waiting[1])!.trips[0]!
    expect(trip.number).toBe(items.find(({ key }) => key === waiting[1])!.number)
    await dispatcher.call(actions.cancelTrip, { tripId: trip.id, reason: '会议改期', requests: 'QUEUE' })
    expect((await statesOf())[waiting[1]!]).toBe('OPEN')
    const retaken = await dispatcher.call(actions.acceptDayPlan, { planId: id, keys: [waiting[1]!] })
    await dispatcher.call(actions.cancelTrip, {
      tripId: retaken.items[0]!.tripId!,
      reason: '任务取消',
      requests: 'CANCEL',
    })
    expect((await rowsNow()).find(({ key }) => key === waiting[1])).toMatchObject({
      state: 'CHANGED',
      trips: [],
    })
    const whole = await dispatcher.call(actions.planDay, { day: '2026-03-02', scope: 'WHOLE', seconds: 5 })
    const compared = await dispatcher.call(actions.readDayPlan, { planId: whole.id })
    expect(compared.planned.served).toBe(2)
    expect((await dispatcher.post(`/api/fleet/day-plans/${whole.id}/acceptance`, {})).body.code).toBe(
      'fleet.plan_to_compare',
    )
    expect(
      (await world.as('director').post('/api/fleet/day-plans', { day: '2026-03-02', scope: 'OPEN' })).status,
    ).toBe(403)
    expect((await world.other.as('dispatcher').get(`/api/fleet/day-plans/${id}`)).status).toBe(404)
  })

  it('keeps places and the ways between them, which are the same in both directions', async () => {
    const dispatcher = world.as('dispatcher')
    const zone = { words: [], reach: 'CITY' as const, base: false }
    const { id: base } = await dispatcher.call(actions.createZone, {
      ...zone,
      name: '一号办公楼',
      base: true,
    })
    const { id: airport } = await dispatcher.call(actions.createZone, { ...zone, name: '机场' })
    await dispatcher.call(actions.setDistance, { zoneId: airport, toId: base, km: 42, minutes: 55 })
    await dispatcher.call(actions.setDistance, { zoneId: base, toId: airport, km: 43, minutes: 56 })
    const { distances, items } = await dispatcher.call(actions.listZones, {})
    expect(distances).toMatchObject([{ km: 43, minutes: 56 }])
    expect(items.map(({ name }) => name)).toEqual(['一号办公楼', '机场'])
    const twice = await dispatcher.post('/api/fleet/zones', { ...zone, name: '机场' })
    expect([twice.status, twice.body.code]).toEqual([409, 'fleet.zone_there'])
    expect((await world.as('director').post('/api/fleet/zones', { ...zone, name: '海关' })).status).toBe(403)
  })
})
