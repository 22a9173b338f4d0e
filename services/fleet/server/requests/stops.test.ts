import { describe, expect, it } from 'vitest'
import { approvals } from '#engines/approvals/module.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { tripStory } from '../trips/trip-story.ts'
import { requestStory } from './test-story.ts'

const { actions } = fleet

describe('stops on the way', () => {
  const world = useWorld()
  const story = requestStory(world)
  const trips = tripStory(world)
  const stops = ['区档案馆', '市发改委']

  it('[FLEET-01] are shown in their order to everybody from the requester to the driver, and exported', async () => {
    const { id, number } = await story.submit('staff', story.ride({ stops }))
    expect(await story.read('staff', id)).toMatchObject({
      origin: '一号办公楼',
      stops,
      destination: '市财政局',
    })
    // Whoever decides reads them before anything else.
    const { items } = await world.as('liaison').call(approvals.actions.listInbox, {})
    expect(JSON.stringify(items)).toContain('去市财政局（经区档案馆、市发改委）')
    await story.decide('liaison', id)
    const board = () => world.as('dispatcher').call(actions.readBoard, { day: '2026-03-05' })
    expect((await board()).queue.map((one) => [one.number, one.stops])).toEqual([[number, stops]])
    const trip = await story.assign(id)
    expect((await board()).trips[0]!.requests[0]!.stops).toEqual(stops)
    expect((await world.as('worker').call(actions.readTrip, { tripId: trip.id })).requests[0]).toMatchObject({
      stops,
    })
    const sheet = await world.as('dispatcher').get('/api/fleet/requests/export?format=csv')
    expect(sheet.bytes.toString('utf8')).toContain('一号办公楼,区档案馆、市发改委,市财政局')
    // The next ride to the same place begins with them.
    const { places } = await world.as('staff').call(actions.readRequestDefaults, {})
    expect(places[0]).toMatchObject({ destination: '市财政局', stops })
  })

  it('are five at most, each with a name, and completed with the rest of a request', async () => {
    const ask = (asked: string[]) =>
      world.as('staff').post('/api/fleet/requests', story.ride({ stops: asked }))
    for (const wrong of [['a', 'b', 'c', 'd', 'e', 'f'], ['  '], ['甲'.repeat(201)]])
      expect((await ask(wrong)).status).toBe(400)
    expect(await story.list('staff')).toEqual([])
    const { id } = await story.submit('staff', story.ride({ stops }))
    const { version } = await story.read('staff', id)
    await story.decide('liaison', id, 'RETURN')
    await world
      .as('staff')
      .call(actions.resubmitRequest, { requestId: id, ...story.ride({ stops: ['市发改委'] }) })
    const again = await story.read('staff', id)
    expect(again.stops).toEqual(['市发改委'])
    expect(again.version).toBe(version + 1)
    // Without a word of them there are none.
    expect((await story.submit('staff', story.ride())).state).toBe('SUBMITTED')
  })

  it('make the way longer and farther for the approval, where the table knows them', async () => {
    const dispatcher = world.as('dispatcher')
    const zone = (name: string, reach: 'DISTRICT' | 'CITY' | 'BEYOND' = 'CITY') =>
      dispatcher.call(actions.createZone, { name, words: [], reach, base: false })
    const [here, dam, town] = [await zone('一号办公楼'), await zone('水库管理处'), await zone('山口镇')]
    await zone('邻市开发区', 'BEYOND')
    const way = (one: { id: string }, other: { id: string }, km: number) =>
      dispatcher.call(actions.setDistance, { zoneId: one.id, toId: other.id, km, minutes: km })
    await way(here, dam, 160)
    await way(here, town, 150)
    await way(town, dam, 155)
    const routeOf = async (more: object) => {
      const { id } = await story.submit('staff', story.ride({ destination: '水库管理处', ...more }))
      return (await story.approval(id)).route?.title
    }
    expect(await routeOf({})).toBe('工作日市内用车')
    // 150 and 155 km are more than 300, also where the requester reckons with less.
    expect(await routeOf({ stops: ['山口镇'] })).toBe('单程超过 300 公里')
    expect(await routeOf({ stops: ['山口镇'], distanceKm: 160 })).toBe('单程超过 300 公里')
    // One nobody has measured lies on the way.
    expect(await routeOf({ stops: ['路边加油站'] })).toBe('工作日市内用车')
    expect(await routeOf({ stops: ['邻市开发区管委会'] })).toBe('跨市用车')
  })

  it('[EVAL-10] excuse the kilometres they cost in the light of a trip', async () => {
    const dispatcher = world.as('dispatcher')
    const zone = (name: string, base = false) =>
      dispatcher.call(actions.createZone, { name, words: [], reach: 'CITY', base })
    const [here, office, dam] = [await zone('一号办公楼', true), await zone('市行政中心'), await zone('水库')]
    for (const [one, other, km] of [
      [here, office, 10],
      [here, dam, 60],
      [dam, office, 60],
    ] as const)
      await dispatcher.call(actions.setDistance, { zoneId: one.id, toId: other.id, km, minutes: km })
    const { vehicles, drivers } = await trips.furnish()
    let odometer = 12_000
    const lightOf = async (asked: string[], hour: number) => {
      const [from, to] = [trips.at(`${hour}:00`), trips.at(`${hour + 1}:00`)]
      const request = await trips.request({ stops: asked, distanceKm: null, from, to })
      const trip = await trips.dispatch(vehicles[0]!, drivers[0]!, [request.id])
      await trips.check('worker', trip.id)
      const [out, back] = [await trips.photo('worker'), await trips.photo('worker')]
      world.clock.set(from.toISOString())
      await world.as('worker').call(actions.leaveTrip, { tripId: trip.id, km: odometer, photoId: out })
      odometer += 200
      world.clock.set(to.toISOString())
      await world.as('worker').call(actions.returnTrip, { tripId: trip.id, km: odometer, photoId: back })
      const { light, reasons } = await trips.read('worker', trip.id)
      return [light, ...reasons.map(({ code }) => code)]
    }
    // 10 km there and back, and 200 on the odometer; by the dam it is 130 and no wonder.
    expect(await lightOf([], 10)).toEqual(['RED', 'TOO_FAR'])
    expect(await lightOf(['水库管理处'], 12)).toEqual(['GREEN'])
  })
})
