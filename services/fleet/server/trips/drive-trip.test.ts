import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { tripStory } from './trip-story.ts'

const { actions } = fleet

describe('a trip on the driver’s phone', () => {
  const world = useWorld()
  const story = tripStory(world)
  const worker = () => world.as('worker')
  const path = (tripId: string, step: string) => `/api/fleet/trips/${tripId}/${step}`
  const requestState = (id: string) =>
    world.ctx('system', async (ctx) => {
      const row = await ctx.db
        .selectFrom('fleet.request')
        .select('state')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return row.state
    })
  /** A deed as the outbox sends it: its key, and when it was done. */
  const deed = (key: string, time: string) => ({
    'idempotency-key': `deed-of-${key}`,
    'occurred-at': story.at(time).toISOString(),
  })

  it('[FLEET-02] [FLEET-05] check, leave, arrive, go on, come back: the request goes with it, vehicle and driver are free at once', async () => {
    const { trip, request, vehicles, drivers } = await story.ready()
    const mine = await worker().call(actions.listMyTrips, {})
    expect(mine.items).toMatchObject([
      {
        id: trip.id,
        lastKm: 12_000,
        passengers: 3,
        requests: [{ contactPhone: '13900000001' }],
        can: { leave: true },
      },
    ])
    expect(mine.items[0]!.check.lines.every(({ executed }) => executed?.result === 'OK')).toBe(true)
    world.clock.set('2026-03-02T10:02:00+08:00')
    await worker().call(actions.leaveTrip, {
      tripId: trip.id,
      km: 12_000,
      photoId: await story.photo('worker'),
    })
    expect(await requestState(request.id)).toBe('UNDER_WAY')
    world.clock.set('2026-03-02T10:30:00+08:00')
    await worker().call(actions.waitOnTrip, { tripId: trip.id, place: '市行政中心' })
    await worker().call(actions.resumeTrip, { tripId: trip.id })
    world.clock.set('2026-03-02T11:30:00+08:00')
    await worker().call(actions.addTripCost, {
      tripId: trip.id,
      kind: 'PARKING',
      amountFen: 1000,
      receiptId: await story.photo('worker'),
    })
    const { light } = await worker().call(actions.returnTrip, {
      tripId: trip.id,
      km: 12_041,
      photoId: await story.photo('worker'),
    })
    expect([light, await requestState(request.id)]).toEqual(['GREEN', 'DONE'])
    const told = await story.read('auditor', trip.id)
    expect(told).toMatchObject({
      state: 'COMPLETED',
      distanceKm: 41,
      costFen: 1000,
      light: 'GREEN',
      reasons: [],
    })
    expect(told.steps.map(({ kind }) => kind)).toEqual(['CHECKED', 'LEFT', 'ARRIVED', 'WENT_ON', 'RETURNED'])
    expect(told.readings.map(({ source, km }) => [source, km])).toEqual([
      ['TRIP_OUT', 12_000],
      ['TRIP_IN', 12_041],
    ])
    expect(told.approvals).toMatchObject([{ requestId: request.id, emergency: false }])
    // The half hour that was left is free for the next.
    const next = await story.request({ from: story.at('11:40'), to: story.at('12:00') })
    await story.dispatch(vehicles[0]!, drivers[0]!, [next.id])
    // Who asked may read it; another unit's people may not; nobody of another bureau.
    expect((await story.read('liaison', trip.id)).requests[0]!.contactPhone).toBeNull()
    expect((await world.other.as('manager').get(`/api/fleet/trips/${trip.id}`)).status).toBe(404)
    const photo = told.readings[0]!.photoId
    expect((await world.as('staff').get(`/api/files/${photo}`)).status).toBe(200)
    expect((await world.other.as('worker').get(`/api/files/${photo}`)).status).toBe(404)
  })

  it('[FLEET-05] a safety line that is not met keeps the vehicle in and is told to the dispatcher; nothing goes out of order', async () => {
    const { trip } = await story.ready()
    const early = await worker().post(path(trip.id, 'return'), { km: 12_050 })
    expect([early.status, early.body.code]).toEqual([409, 'kernel.wrong_state'])
    const cost = await worker().post(path(trip.id, 'costs'), { kind: 'FUEL', amountFen: 100 })
    expect([cost.status, cost.body.code]).toEqual([409, 'fleet.cost_too_early'])
    expect(await story.check('worker', trip.id, 1)).toMatchObject({ mayLeave: false })
    const stays = await worker().post(path(trip.id, 'departure'), { km: 12_000 })
    expect([stays.status, stays.body.code]).toEqual([422, 'fleet.check_failed'])
    await world.deliver()
    const news = await world.ctx('dispatcher', async (ctx) => {
      const { rows } = await sql<{ title_zh: string }>`select title_zh from notifications.notification
        where user_id = ${ctx.actor.userId} and type = 'fleet.check_failed'`.execute(ctx.db)
      return rows
    })
    expect(news[0]?.title_zh).toContain('粤B10001')
    await story.check('worker', trip.id)
    await worker().call(actions.leaveTrip, { tripId: trip.id, km: 12_000 })
    const again = await worker().put(path(trip.id, 'check'), { answers: [{ lineId: trip.id, result: 'OK' }] })
    expect([again.status, again.body.code]).toEqual([409, 'fleet.trip_has_left'])
  })

  it('[FLEET-02] a shift without a signal comes up once, in order and with its own times, though it is sent twice', async () => {
    const { trip } = await story.ready()
    const photos = [await story.photo('worker'), await story.photo('worker'), await story.photo('worker')]
    world.clock.set('2026-03-02T15:00:00+08:00')
    const shift = [
      ['departure', { km: 12_000, photoId: photos[0] }, '10:05'],
      ['wait', { place: '市行政中心' }, '10:40'],
      ['costs', { kind: 'TOLL', amountFen: 1500, receiptId: photos[1] }, '10:45'],
      ['resumption', {}, '11:20'],
      ['return', { km: 12_044, photoId: photos[2] }, '11:55'],
    ] as const
    const send = async () => {
      const answers = []
      for (const [index, [step, body, time]] of shift.entries())
        answers.push(await worker().post(path(trip.id, step), body, deed(`${trip.id}-${index}`, time)))
      return answers
    }
    const first = await send()
    expect(first.map(({ status, body }) => [status, body.code])).toEqual(shift.map(() => [200, undefined]))
    expect((await send()).map(({ body }) => body)).toEqual(first.map(({ body }) => body))
    const told = await story.read('manager', trip.id)
    expect(told).toMatchObject({ light: 'GREEN', costFen: 1500, distanceKm: 44 })
    const times = told.steps
      .slice(1)
      .map(({ kind, at, arrivedAt }) => [kind, Date.parse(at), arrivedAt !== null])
    expect(times).toEqual([
      ['LEFT', story.at('10:05').getTime(), true],
      ['ARRIVED', story.at('10:40').getTime(), true],
      ['WENT_ON', story.at('11:20').getTime(), true],
      ['RETURNED', story.at('11:55').getTime(), true],
    ])
    expect(told.readings).toHaveLength(2)
    expect(told.costs).toHaveLength(1)
  })

  it('what the phone says is believed within bounds, and conflicts are said: cancelled meanwhile, odometer below the ledger', async () => {
    const { trip, vehicles, drivers } = await story.ready()
    const low = await worker().post(path(trip.id, 'departure'), { km: 11_990 }, deed('low', '10:00'))
    expect([low.status, low.body.code, low.body.path]).toEqual([422, 'fleet.odometer_falls', 'km'])
    world.clock.set('2026-03-02T12:00:00+08:00')
    // A clock that runs ahead, then one that runs back: nothing lies in the future, nothing before the step before.
    await worker().post(path(trip.id, 'departure'), { km: 12_000 }, deed('a', '23:00'))
    await worker().post(path(trip.id, 'wait'), {}, deed('b', '09:00'))
    const { steps } = await story.read('worker', trip.id)
    expect(steps.slice(1).map(({ at }) => Date.parse(at))).toEqual(
      [story.at('12:00'), story.at('12:00')].map(Number),
    )
    // One trip at a time.
    const later = await story.request({ from: story.at('13:00'), to: story.at('14:00') })
    const second = await story.dispatch(vehicles[1]!, drivers[0]!, [later.id])
    await story.check('worker', second.id)
    const both = await worker().post(path(second.id, 'departure'), { km: 12_000 })
    expect([both.status, both.body.code]).toEqual([409, 'fleet.still_out'])
    await world.ctx('dispatcher', (ctx) =>
      ctx.move(fleet.states.trip, 'cancel', second.id, {
        set: { cancel_reason: '会议取消' },
        reason: '会议取消',
      }),
    )
    const off = await worker().post(path(second.id, 'departure'), { km: 12_000 }, deed('off', '11:50'))
    expect([off.status, off.body.code]).toEqual([409, 'fleet.trip_is_cancelled'])
    expect(off.body.detail).toContain('会议取消')
  })

  it('only the trip’s driver takes its steps, or the dispatcher for him, who then stands in the record', async () => {
    const { vehicles, drivers } = await story.furnish()
    const request = await story.request()
    const trip = await story.dispatch(vehicles[0]!, drivers[1]!, [request.id])
    const other = await worker().post(path(trip.id, 'wait'), {})
    expect([other.status, other.body.code]).toEqual([403, 'fleet.trip_not_yours'])
    expect((await worker().get(`/api/fleet/trips/${trip.id}`)).status).toBe(404)
    world.clock.set('2026-03-02T10:00:00+08:00')
    await story.check('dispatcher', trip.id)
    await world.as('dispatcher').call(actions.leaveTrip, { tripId: trip.id, km: 12_000 })
    const { steps } = await story.read('manager', trip.id)
    expect(steps.map(({ kind, forDriver }) => [kind, forDriver])).toEqual([
      ['CHECKED', true],
      ['LEFT', true],
    ])
    expect((await world.other.as('dispatcher').post(path(trip.id, 'return'), { km: 12_010 })).status).toBe(
      404,
    )
    // Late: told once, with the trip that waits for the vehicle.
    const next = await story.request({ from: story.at('12:30'), to: story.at('14:00') })
    const waiting = await story.dispatch(vehicles[0]!, drivers[2]!, [next.id])
    world.clock.set('2026-03-02T12:31:00+08:00')
    await world.runJob('fleet.watch-late-trips')
    await world.runJob('fleet.watch-late-trips')
    const late = await world.ctx('system', async (ctx) => {
      const { rows } = await sql<{ clashes: string[] }>`select after->'clashes' as clashes from kernel.event
        where type = 'fleet.trip_late'`.execute(ctx.db)
      return rows
    })
    expect(late).toEqual([{ clashes: [waiting.number] }])
    const { light } = await world.as('dispatcher').call(actions.returnTrip, { tripId: trip.id, km: 12_040 })
    expect(light).toBe('YELLOW')
    expect((await story.read('auditor', trip.id)).reasons.map(({ code }) => code)).toEqual([
      'NO_PHOTO_OUT',
      'NO_PHOTO_IN',
      'LATE',
    ])
  })
})
