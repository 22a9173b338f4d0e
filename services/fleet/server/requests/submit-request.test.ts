import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { requestStory } from './test-story.ts'

const { actions } = fleet

describe('asking for a vehicle', () => {
  const world = useWorld()
  const story = requestStory(world)
  const post = (input: object) => world.as('staff').post('/api/fleet/requests', input)

  it('[FLEET-02] asks for nothing that is known, and begins the next request from the last', async () => {
    const before = await world.as('staff').call(actions.readRequestDefaults, {})
    expect(before).toMatchObject({
      name: '林小满',
      unit: '财政局',
      phone: '13900000001',
      places: [],
      usual: null,
    })
    const { id, number } = await story.submit('staff', story.ride())
    expect(number).toBe('YC-20260302-0001')
    expect(await story.read('staff', id)).toMatchObject({
      unit: { name: '财政局' },
      requesterName: '林小满',
      contactPhone: '13900000001',
      mine: true,
      can: { repeat: true, rate: false },
    })
    const after = await world.as('staff').call(actions.readRequestDefaults, {})
    expect(after.usual).toEqual({ purpose: 'MEETING', origin: '一号办公楼', passengers: 2, way: 'RETURN' })
    expect(after.places).toMatchObject([
      { destination: '市财政局', minutes: 180, reason: '到市财政局开预算协调会' },
    ])
  })

  it('makes one request of two taps', async () => {
    const key = randomUUID()
    const first = await world.as('staff').call(actions.submitRequest, story.ride(), { idempotencyKey: key })
    const again = await world.as('staff').call(actions.submitRequest, story.ride(), { idempotencyKey: key })
    expect(again).toEqual(first)
    expect(await story.list('staff')).toHaveLength(1)
  })

  it('says at which field something cannot be', async () => {
    const refusals: [object, string, string][] = [
      [{ from: '2026-03-01T09:00:00+08:00' }, 'fleet.in_the_past', 'from'],
      [{ to: '2026-03-05T08:00:00+08:00' }, 'fleet.ends_before', 'to'],
      [{ to: '2026-05-05T08:00:00+08:00' }, 'fleet.too_long', 'to'],
      [{ from: '2028-03-05T08:00:00+08:00', to: '2028-03-05T09:00:00+08:00' }, 'fleet.too_far_ahead', 'from'],
      [{ reach: 'BEYOND' }, 'fleet.distance_needed', 'distanceKm'],
    ]
    for (const [more, code, path] of refusals) {
      const answer = await post(story.ride(more))
      expect([answer.status, answer.body.code, answer.body.path]).toEqual([422, code, path])
    }
    const forOther = await post(story.ride({ forPersonId: randomUUID() }))
    expect(forOther.status).toBe(403)
  })

  it('the desk asks for whoever rings, and answers for it from then on', async () => {
    const { id: forPersonId } = await world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('directory.person')
        .select('id')
        .where('staff_no', '=', 'G001')
        .executeTakeFirstOrThrow(),
    )
    const { id } = await story.submit('dispatcher', story.ride({ forPersonId }))
    expect(await story.read('staff', id)).toMatchObject({
      requesterName: '林小满',
      firstContactName: '周明',
      mine: true,
    })
  })

  it('[FLEET-02] a shuttle line is offered at its stops and times, on its days, and takes the request', async () => {
    const line = {
      name: '一号线',
      stops: [
        { name: '一号办公楼', minutes: 0 },
        { name: '区政府', minutes: 10 },
        { name: '市财政局（东门）', minutes: 35 },
      ],
      weekdays: [1, 2, 3, 4, 5],
      departures: [510, 780],
      seats: 30,
    }
    const { id: lineId } = await world.as('dispatcher').call(actions.createShuttleLine, line)
    const again = await world.as('dispatcher').post('/api/fleet/shuttle-lines', line)
    expect([again.status, again.body.code]).toEqual([409, 'fleet.line_exists'])
    const { from, to, ...ride } = story.ride({ way: 'ONE_WAY' })
    const offers = (moment: string) =>
      world.as('staff').call(actions.readOffers, {
        origin: ride.origin,
        destination: ride.destination,
        reach: 'CITY',
        passengers: 2,
        from: moment,
        to,
      })
    const { shuttles } = await offers(from)
    expect(shuttles).toMatchObject([
      { lineId, getOn: '一号办公楼', getOff: '市财政局（东门）', leavesAt: '2026-03-05T00:30:00.000Z' },
    ])
    // The other way, half an hour too far, a Saturday: none.
    expect((await offers('2026-03-05T11:00:00+08:00')).shuttles).toEqual([])
    expect((await offers('2026-03-07T09:00:00+08:00')).shuttles).toEqual([])
    const gone = await post({ ...ride, from, to, instead: { way: 'SHUTTLE', lineId, leavesAt: from } })
    expect([gone.status, gone.body.code]).toEqual([409, 'fleet.shuttle_gone'])
    const taken = { way: 'SHUTTLE' as const, lineId, leavesAt: shuttles[0]!.leavesAt }
    const byStops = await post({ ...ride, from, to, stops: ['档案馆'], instead: taken })
    expect([byStops.status, byStops.body.code]).toEqual([409, 'fleet.shuttle_gone'])
    const { id, state } = await story.submit('staff', { ...ride, from, to, instead: taken })
    expect(state).toBe('DIVERTED')
    expect(await story.read('staff', id)).toMatchObject({
      divertedTo: 'SHUTTLE',
      shuttle: { line: '一号线', leavesAt: shuttles[0]!.leavesAt },
      holder: null,
    })
  })

  it('[FLEET-02] a taxi within its upper amount instead, counted with its reason', async () => {
    const near = story.ride({ passengers: 1, reach: 'DISTRICT', distanceKm: 5 })
    const offers = await world.as('staff').call(actions.readOffers, {
      origin: near.origin,
      destination: near.destination,
      reach: 'DISTRICT',
      passengers: 1,
      distanceKm: 5,
      way: 'RETURN',
      from: near.from,
      to: near.to,
    })
    expect(offers.taxi).toEqual({ capFen: 6000 })
    const taxi = { way: 'TAXI' as const, capFen: 6000, reason: '一个人，五公里' }
    const dear = await post({ ...near, instead: { ...taxi, capFen: 7000 } })
    expect([dear.status, dear.body.code]).toEqual([422, 'fleet.taxi_too_dear'])
    const bus = await post({ ...near, passengers: 12, instead: taxi })
    expect([bus.status, bus.body.code]).toEqual([422, 'fleet.no_taxi'])
    const { id } = await story.submit('staff', { ...near, instead: taxi })
    expect(await story.read('auditor', id)).toMatchObject({
      state: 'DIVERTED',
      divertedTo: 'TAXI',
      taxiCapFen: 6000,
      closingReason: '一个人，五公里',
    })
    const figure = (metricId: string) =>
      world.as('manager').get(`/api/metrics/${metricId}?from=2026-03-01&to=2026-03-31`)
    const diverted = await figure('requests.diverted.count')
    expect(diverted.body).toMatchObject({ value: 1 })
    expect((await figure('requests.submitted.count')).body).toMatchObject({ value: 1 })
  })
})
