import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { bookings } from '../module.ts'
import { at, bookingStory } from './booking-story.ts'

describe('the rules of a resource', () => {
  const world = useWorld()
  const { room, rules, book, read, move, cancel, grid } = bookingStory(world)

  it('notice to change: counted to the time it leaves and to the time it goes to', async () => {
    const id = await room('第一会议室')
    const near = await book('staff', id, '10:00', '11:00')
    const far = await book('staff', id, '03-03 10:00', '03-03 11:00')
    await rules(id, { noticeChangeMinutes: 120 })
    const late = { status: 422, code: 'bookings.notice_change' }
    // 09:00 now: an hour before it begins is too late, wherever it is to go.
    await expect(move('staff', near.id, { from: at('03-04 10:00') })).rejects.toMatchObject(late)
    await expect(move('staff', far.id, { from: at('10:30') })).rejects.toMatchObject(late)
    expect([(await read('staff', near.id)).from, (await read('staff', far.id)).from]).toEqual([
      at('10:00'),
      at('03-03 10:00'),
    ])
    await move('staff', far.id, { from: at('03-03 14:00') })
    // The desk goes beyond the rules.
    await move('dispatcher', near.id, { from: at('03-04 10:00') })
  })

  it('notice to change holds for a whole series by the date it is done on', async () => {
    const id = await room('第一会议室')
    const { seriesId } = await world.as('staff').call(bookings.actions.createSeries, {
      title: '晨会',
      from: at('10:00'),
      to: at('10:30'),
      claims: [{ resourceId: id }],
      rule: 'FREQ=DAILY;COUNT=3',
      offDays: 'KEEP',
    })
    await rules(id, { noticeChangeMinutes: 120 })
    const { items } = await world.as('staff').call(bookings.actions.listBookings, { seriesId })
    const [second, first] = [items[1]!, items[2]!]
    await expect(move('staff', first.id, { from: at('14:00'), scope: 'all' })).rejects.toMatchObject({
      code: 'bookings.notice_change',
    })
    const moved = await move('staff', second.id, { from: at('03-03 14:00'), scope: 'following' })
    expect(moved).toEqual({ moved: 2, skipped: 0 })
  })

  it('notice to cancel: too late is refused and changes nothing; who waits may always leave', async () => {
    const id = await room('第一会议室')
    const near = await book('staff', id, '10:00', '11:00')
    const far = await book('staff', id, '14:00', '15:00')
    const waiting = await book('liaison', id, '10:00', '11:00', { wait: true })
    await rules(id, { noticeCancelMinutes: 120 })
    const refused = await cancel('staff', near.id).catch((error) => error)
    expect(refused).toMatchObject({ status: 422, code: 'bookings.notice_cancel' })
    expect(refused.body.detail).toContain('2 小时')
    expect((await read('staff', near.id)).state).toBe('CONFIRMED')
    expect(await cancel('liaison', waiting.id)).toEqual({ cancelled: 1 })
    expect(await cancel('staff', far.id)).toEqual({ cancelled: 1 })
    expect(await cancel('dispatcher', near.id)).toEqual({ cancelled: 1 })
  })

  it('keeps the buffer before a booking free, and shows it', async () => {
    const id = await room('第一会议室')
    await rules(id, { bufferBeforeMinutes: 30 })
    await book('staff', id, '14:00', '15:00')
    const [item] = await grid('staff', '03-02')
    expect(item).toMatchObject({ from: at('14:00'), occupiedFrom: at('13:30') })
    await expect(book('liaison', id, '12:45', '13:45')).rejects.toMatchObject({ code: 'bookings.conflict' })
    // Its own buffer reaches back into the one before.
    await expect(book('liaison', id, '15:15', '16:00')).rejects.toMatchObject({ code: 'bookings.conflict' })
    await book('liaison', id, '12:30', '13:30')
    await book('liaison', id, '15:30', '16:00')
    const { items } = await world.as('staff').call(bookings.actions.findFree, {
      kind: 'ROOM',
      from: at('16:15'),
      to: at('17:00'),
    })
    expect(items).toEqual([])
  })

  it('a resource is changed and closed: what is booked stays, nothing new is', async () => {
    const id = await room('无线话筒', { kind: 'EQUIPMENT', quantity: 4, capacity: null })
    const claims = [{ resourceId: id, quantity: 3 }]
    const held = await book('staff', id, '14:00', '15:00', { claims })
    const change = (more: object) =>
      world.as('manager').call(bookings.actions.changeResource, { resourceId: id, ...more })
    await expect(change({ quantity: 2 })).rejects.toMatchObject({ code: 'bookings.pieces_held' })
    await change({ name: '手持话筒', quantity: 3, features: ['备用电池'], closed: true })
    const { resource } = await world.as('manager').call(bookings.actions.readPolicy, { resourceId: id })
    expect(resource).toMatchObject({ name: '手持话筒', quantity: 3, features: ['备用电池'] })
    expect(resource.closedAt).not.toBeNull()
    expect((await read('staff', held.id)).state).toBe('CONFIRMED')
    await expect(book('staff', id, '16:00', '17:00')).rejects.toMatchObject({
      code: 'bookings.closed_resource',
    })
    await change({ closed: false })
    await book('staff', id, '16:00', '17:00')
  })

  it('a quota counts what the unit had of this room in the period: also what was released or ended early', async () => {
    const [id, other] = [await room('第五会议室'), await room('第六会议室')]
    await rules(id, { checkInMinutes: 10, quotaCount: 3, quotaPeriod: 'DAY' })
    await book('staff', id, '10:00', '10:30')
    const early = await book('liaison', id, '11:00', '12:00')
    await book('staff', other, '10:00', '11:00')
    await book('dispatcher', id, '16:00', '17:00')
    world.clock.set('2026-03-02T10:10:00+08:00')
    await world.runJob('bookings.release-absent')
    world.clock.set('2026-03-02T10:59:00+08:00')
    await world.as('liaison').call(bookings.actions.checkIn, { bookingId: early.id })
    world.clock.set('2026-03-02T11:05:00+08:00')
    await world.as('liaison').call(bookings.actions.endBooking, { bookingId: early.id })
    await book('staff', id, '14:00', '15:00')
    await expect(book('staff', id, '15:00', '16:00')).rejects.toMatchObject({ code: 'bookings.quota_count' })
    await book('staff', id, '03-03 09:00', '03-03 10:00')
  })

  it('a room open to a unit is open to the units below it, and to no other', async () => {
    const id = await room('第七会议室')
    const unit = (name: string) =>
      world.ctx('system', (ctx) =>
        ctx.db.selectFrom('directory.unit').select('id').where('name', '=', name).executeTakeFirstOrThrow(),
      )
    const above = await unit('机关后勤服务中心')
    const strange = await unit('教育局')
    await rules(id, { unitIds: [above.id] })
    await expect(book('staff', id, '10:00', '11:00')).rejects.toMatchObject({ code: 'bookings.not_for_unit' })
    const [own, between] = [await unit('财政局'), await unit('物业科')]
    await world.ctx('system', (ctx) =>
      ctx.db.updateTable('directory.unit').set({ parent_id: between.id }).where('id', '=', own.id).execute(),
    )
    await book('staff', id, '10:00', '11:00')
    await rules(id, { unitIds: [strange.id] })
    await expect(book('staff', id, '14:00', '15:00')).rejects.toMatchObject({
      code: 'bookings.not_for_unit',
    })
  })
})
