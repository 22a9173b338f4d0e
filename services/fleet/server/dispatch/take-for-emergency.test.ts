import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { notifications } from '#platform/notifications/module.ts'
import { useWorld } from '#test/harness.ts'
import { dispatchStory } from './dispatch-story.ts'

describe('an emergency', () => {
  const world = useWorld()
  const story = dispatchStory(world)
  const take = (requestId: string, vehicleId: string, driverId: string) =>
    world
      .as('dispatcher')
      .post(`/api/fleet/requests/${requestId}/precedence`, { vehicleId, driverId, reason: '三防应急抢险' })

  it('[FLEET-06] takes an ordinary trip’s vehicle by decision; who gave way stands first, is offered the next best and told why', async () => {
    const { vehicles, drivers } = await story.furnish()
    const ordinary = await story.approved('10:00', '12:00')
    await story.approved('09:30', '12:00')
    const trip = await story.assign(vehicles[0]!, drivers[0]!, [ordinary])
    const emergency = await story.approved('10:30', '13:00', { emergency: true, purpose: 'EMERGENCY' })
    const answer = await take(emergency, vehicles[0]!, drivers[0]!)
    expect(answer.status).toBe(200)
    expect(answer.body.displaced).toMatchObject([{ requestId: ordinary, offered: { plate: '粤B10002' } }])
    expect(await story.holds(trip.id)).toEqual([])
    expect(await story.holds(answer.body.id)).toEqual([vehicles[0]!, drivers[0]!].sort())
    expect(await story.stateOf(ordinary)).toEqual({ state: 'APPROVED', displaced_reason: '三防应急抢险' })
    const { queue } = await story.board()
    expect(queue[0]).toMatchObject({ id: ordinary, displacedReason: '三防应急抢险' })
    await world.deliver()
    const { items } = await world.as('staff').call(notifications.actions.listNotifications, {})
    const news = items.find(({ type }) => type === 'fleet.displaced')!
    expect(news.body.zh).toContain('三防应急抢险')
    // Once it has a vehicle again, nothing is left of it.
    await story.assign(vehicles[1]!, drivers[1]!, [ordinary])
    expect(await story.stateOf(ordinary)).toEqual({ state: 'ASSIGNED', displaced_reason: null })
  })

  it('[FLEET-06] all or nothing: where it is not fit itself, nobody gives way', async () => {
    const { vehicles, drivers } = await story.furnish()
    const ordinary = await story.approved('10:00', '12:00')
    const trip = await story.assign(vehicles[0]!, drivers[0]!, [ordinary])
    const crowd = await story.approved('10:00', '12:00', { emergency: true, passengers: 9 })
    const refused = await take(crowd, vehicles[0]!, drivers[0]!)
    expect(refused.status).toBe(422)
    expect(await story.stateOf(ordinary)).toMatchObject({ state: 'ASSIGNED' })
    expect(await story.holds(trip.id)).toHaveLength(2)
  })

  it('[FLEET-06] takes nothing from another emergency, and only an emergency takes', async () => {
    const { vehicles, drivers } = await story.furnish()
    const first = await story.approved('10:00', '12:00', { emergency: true })
    await story.assign(vehicles[0]!, drivers[0]!, [first])
    const second = await story.approved('10:00', '12:00', { emergency: true })
    expect((await take(second, vehicles[0]!, drivers[0]!)).body.code).toBe('fleet.not_lower')
    const plain = await story.approved('10:00', '12:00')
    expect((await take(plain, vehicles[0]!, drivers[0]!)).body.code).toBe('fleet.no_emergency')
  })

  it('gives way on the bookings’ pages too: the request goes to the head of the queue', async () => {
    const { vehicles, drivers } = await story.furnish()
    const ordinary = await story.approved('10:00', '12:00')
    const trip = await story.assign(vehicles[3]!, drivers[0]!, [ordinary])
    const { id } = await world.as('manager').call(bookings.actions.createBooking, {
      title: '抢险',
      rank: 'IMPORTANT',
      wait: true,
      from: '2026-03-02T10:00:00+08:00',
      to: '2026-03-02T12:00:00+08:00',
      claims: [{ resourceId: drivers[0]! }],
    })
    await world
      .as('dispatcher')
      .call(bookings.actions.displaceBookings, { bookingId: id, reason: '抢险用人' })
    await world.deliver()
    const state = await story.trip(trip.id)
    expect(['CANCELLED', 'ASSIGNED']).toContain(state.state)
    const held = await story.holds(trip.id)
    // Offered another driver it is still whole; without one it has gone back to the queue.
    if (state.state === 'ASSIGNED') expect(held).toEqual([state.vehicleId, state.driverId].sort())
    else expect(await story.stateOf(ordinary)).toMatchObject({ displaced_reason: '抢险用人' })
  })
})
