import { describe, expect, it } from 'vitest'
import { notifications } from '#platform/notifications/module.ts'
import { useWorld } from '#test/harness.ts'
import { bookings } from '../module.ts'
import { at, bookingStory } from './booking-story.ts'

describe('who waits, gives way or does not come', () => {
  const world = useWorld()
  const { room, rules, book, read, move, cancel, grid } = bookingStory(world)
  const news = async (role: 'staff' | 'liaison') => {
    await world.deliver()
    return (await world.as(role).call(notifications.actions.listNotifications, {})).items.map(
      ({ type }) => type,
    )
  }

  it('promotes in the order of asking, as many as fit, and tells them', async () => {
    const id = await room('第一会议室')
    const held = await book('dispatcher', id, '14:00', '16:00')
    const first = await book('staff', id, '14:00', '15:00', { wait: true })
    world.clock.advance({ minutes: 1 })
    const second = await book('liaison', id, '14:30', '15:30', { wait: true })
    world.clock.advance({ minutes: 1 })
    const third = await book('manager', id, '15:00', '16:00', { wait: true })
    expect([first.queue, second.queue, third.queue]).toEqual([1, 2, 2])
    await cancel('dispatcher', held.id)
    expect((await read('staff', first.id)).state).toBe('CONFIRMED')
    expect((await read('liaison', second.id)).state).toBe('WAITING')
    expect((await read('manager', third.id)).state).toBe('CONFIRMED')
    expect(await news('staff')).toContain('bookings.promoted')
    // Moved away by its own organiser: the next in the list has the place in the same moment.
    await move('staff', first.id, { from: at('03-03 10:00') })
    expect((await read('liaison', second.id)).state).toBe('WAITING')
    await move('manager', third.id, { from: at('03-03 15:00') })
    expect((await read('liaison', second.id)).state).toBe('CONFIRMED')
  })

  it('what opens again, grows or needs less room around it goes to who waits, and never what is closed', async () => {
    const manager = world.as('manager')
    const id = await room('第一会议室')
    const held = await book('staff', id, '14:00', '15:00')
    const waiting = await book('liaison', id, '14:00', '15:00', { wait: true })
    const stateOf = async (bookingId: string) => (await read('liaison', bookingId)).state
    const closing = await manager.call(bookings.actions.blackOut, {
      resourceId: id,
      from: at('12:00'),
      to: at('18:00'),
      reason: '更换地毯',
    })
    await cancel('staff', held.id)
    expect(await stateOf(waiting.id)).toBe('WAITING')
    await manager.call(bookings.actions.liftBlackout, { blackoutId: closing.id })
    expect(await stateOf(waiting.id)).toBe('CONFIRMED')
    await rules(id, { bufferBeforeMinutes: 30 })
    const close = await book('liaison', id, '15:00', '16:00', { wait: true })
    // The buffer goes to the other side; bookings half an hour apart are in nobody's way on the way there.
    await book('staff', id, '16:30', '17:00')
    await rules(id, { bufferAfterMinutes: 30 })
    expect(await stateOf(close.id)).toBe('WAITING')
    await rules(id, {})
    expect(await stateOf(close.id)).toBe('CONFIRMED')
    const phones = await room('无线话筒', { kind: 'EQUIPMENT', quantity: 4, capacity: null })
    const three = { claims: [{ resourceId: phones, quantity: 3 }] }
    await book('staff', phones, '14:00', '15:00', three)
    const more = await book('liaison', phones, '14:00', '15:00', { ...three, wait: true })
    await manager.call(bookings.actions.changeResource, { resourceId: phones, quantity: 6 })
    expect(await stateOf(more.id)).toBe('CONFIRMED')
  })

  it('a leadership meeting displaces by decision: a place is offered, and why is told', async () => {
    const [first, second] = [await room('第一会议室'), await room('第二会议室')]
    const held = await book('staff', first, '14:00', '15:00', { title: '业务培训会' })
    const leaders = await book('dispatcher', first, '14:00', '15:30', {
      title: '主任办公会',
      rank: 'LEADERSHIP',
      wait: true,
    })
    const decide = (role: 'staff' | 'manager', bookingId: string) =>
      world.as(role).call(bookings.actions.displaceBookings, { bookingId, reason: '主任办公会临时召开' })
    await expect(decide('staff', leaders.id)).rejects.toMatchObject({ status: 403 })
    const { displaced } = await decide('manager', leaders.id)
    expect(displaced).toEqual([
      { bookingId: held.id, offered: { resource: '第二会议室', from: at('14:00'), to: at('15:00') } },
    ])
    expect((await read('dispatcher', leaders.id)).state).toBe('CONFIRMED')
    const offered = await read('staff', held.id)
    expect(offered).toMatchObject({
      state: 'OFFERED',
      claims: [{ id: second }],
      displaced: { reason: '主任办公会临时召开', byTitle: '主任办公会' },
      can: { accept: true, decline: true },
    })
    expect(await news('staff')).toContain('bookings.displaced')
    // The place offered is held until it is answered.
    await expect(book('liaison', second, '14:00', '15:00')).rejects.toMatchObject({ status: 409 })
    await world.as('staff').call(bookings.actions.acceptOffer, { bookingId: held.id })
    expect((await read('staff', held.id)).state).toBe('CONFIRMED')
    // Nobody of the same rank gives way.
    const other = await book('dispatcher', first, '14:30', '15:00', { rank: 'LEADERSHIP', wait: true })
    await expect(decide('manager', other.id)).rejects.toMatchObject({ code: 'bookings.not_lower' })
  })

  it('without another place, who gives way stands first in the waiting list', async () => {
    const id = await room('第一会议室')
    const held = await book('staff', id, '14:00', '15:00')
    const waiting = await book('liaison', id, '14:00', '15:00', { wait: true })
    const leaders = await book('dispatcher', id, '14:00', '15:00', { rank: 'LEADERSHIP', wait: true })
    await world
      .as('director')
      .call(bookings.actions.displaceBookings, { bookingId: leaders.id, reason: '上级调研' })
    expect(await read('staff', held.id)).toMatchObject({ state: 'WAITING', queue: 1 })
    expect((await read('liaison', waiting.id)).queue).toBe(2)
    await cancel('dispatcher', leaders.id)
    expect((await read('staff', held.id)).state).toBe('CONFIRMED')
  })

  it('releases what nobody checked in to: really free for others at once, after a warning', async () => {
    const id = await room('第一会议室')
    await rules(id, { checkInMinutes: 10 })
    const absent = await book('staff', id, '10:00', '11:00')
    const present = await book('liaison', id, '14:00', '15:00')
    world.clock.set('2026-03-02T10:01:00+08:00')
    await world.runJob('bookings.release-absent')
    expect(await news('staff')).toContain('bookings.check_in_due')
    world.clock.set('2026-03-02T10:10:00+08:00')
    await world.runJob('bookings.release-absent')
    expect((await read('staff', absent.id)).state).toBe('RELEASED')
    expect(await news('staff')).toContain('bookings.released')
    await book('liaison', id, '10:15', '11:00')
    await expect(
      world.as('liaison').call(bookings.actions.checkIn, { bookingId: present.id }),
    ).rejects.toMatchObject({ code: 'bookings.not_yet' })
    world.clock.set('2026-03-02T13:45:00+08:00')
    await world.as('liaison').call(bookings.actions.checkIn, { bookingId: present.id })
    world.clock.set('2026-03-02T14:20:00+08:00')
    await world.runJob('bookings.release-absent')
    expect((await read('liaison', present.id)).state).toBe('CHECKED_IN')
    // Ended early, the rest is free.
    await world.as('liaison').call(bookings.actions.endBooking, { bookingId: present.id })
    await book('staff', id, '14:20', '15:00')
    world.clock.set('2026-03-02T16:00:00+08:00')
    await world.runJob('bookings.release-absent')
    expect((await grid('staff', '03-02')).map(({ state }) => state)).toEqual(['ENDED'])
  })

  it('ends what needs no check-in, and what waits in vain', async () => {
    const id = await room('第一会议室')
    const held = await book('staff', id, '10:00', '11:00')
    const vain = await book('liaison', id, '10:00', '11:00', { wait: true })
    world.clock.set('2026-03-02T11:00:00+08:00')
    await world.runJob('bookings.release-absent')
    expect((await read('staff', held.id)).state).toBe('ENDED')
    expect((await read('liaison', vain.id)).state).toBe('CANCELLED')
  })

  it('strikes: a series nobody comes to several times in a row gives its place back', async () => {
    const id = await room('第一会议室')
    await rules(id, { checkInMinutes: 10, strikes: 2 })
    await world.staySignedIn()
    await world.as('staff').call(bookings.actions.createSeries, {
      title: '晨会',
      from: at('10:00'),
      to: at('10:30'),
      claims: [{ resourceId: id }],
      rule: 'FREQ=DAILY;COUNT=5',
      offDays: 'SKIP',
    })
    for (const day of ['02', '03']) {
      world.clock.set(`2026-03-${day}T10:10:00+08:00`)
      await world.runJob('bookings.release-absent')
    }
    const { items } = await world.as('staff').call(bookings.actions.listBookings, { mine: true })
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['RELEASED']))
    expect(items).toHaveLength(5)
  })
})
