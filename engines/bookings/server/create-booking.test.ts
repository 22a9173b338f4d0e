import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { at, bookingStory } from './booking-story.ts'

describe('booking', () => {
  const world = useWorld()
  const { room, rules, book, read, move, cancel, grid } = bookingStory(world)

  it('holds the room, and refuses a second one with other places and times [MEET-02]', async () => {
    const [first, second] = [await room('第一会议室'), await room('第二会议室')]
    const one = await book('staff', first, '14:00', '15:30', { title: '周例会' })
    expect(one).toMatchObject({ state: 'CONFIRMED', organiserName: '林小满', unit: { name: '财政局' } })
    const refused = await book('liaison', first, '15:00', '16:00').catch((error) => error)
    expect(refused).toMatchObject({ status: 409, code: 'bookings.conflict' })
    expect(refused.body.detail).toContain('第一会议室')
    const ways = refused.body.alternatives as { kind: string; resource: { id: string }; from: string }[]
    expect(ways.find(({ kind }) => kind === 'elsewhere')).toMatchObject({
      resource: { id: second },
      from: at('15:00'),
    })
    const times = ways.filter(({ kind }) => kind === 'other-time')
    expect(times[0]).toMatchObject({ resource: { id: first }, from: at('15:30'), to: at('16:30') })
    // Each way that is offered can be gone.
    for (const { resource, from } of times)
      await book('staff', resource.id, '14:00', '15:00', {
        from,
        to: new Date(Date.parse(from) + 3_600_000).toISOString(),
      })
  })

  it('ends where the next begins: half-open', async () => {
    const id = await room('第一会议室')
    await book('staff', id, '14:00', '15:00')
    await book('liaison', id, '15:00', '16:00')
    await book('staff', id, '13:00', '14:00')
    expect(await grid('staff', '03-02')).toHaveLength(3)
  })

  it('holds several at once, all or none, and counted things up to their number', async () => {
    const [first, second] = [await room('第一会议室'), await room('第二会议室')]
    const phones = await room('无线话筒', { kind: 'EQUIPMENT', quantity: 4, capacity: null })
    await book('staff', second, '14:00', '15:00')
    const both = await book('staff', [first, second], '14:00', '15:00').catch((error) => error)
    expect(both.code).toBe('bookings.conflict')
    expect((await grid('staff', '03-02')).map(({ resourceId }) => resourceId)).toEqual([second])
    const claims = (quantity: number) => ({ claims: [{ resourceId: phones, quantity }] })
    await book('staff', phones, '14:00', '15:00', claims(3))
    await expect(book('liaison', phones, '14:30', '15:30', claims(2))).rejects.toMatchObject({ status: 409 })
    const last = await book('liaison', phones, '14:30', '15:30', claims(1))
    expect(last.claims).toEqual([{ id: phones, kind: 'EQUIPMENT', name: '无线话筒', quantity: 1 }])
    await expect(book('staff', phones, '17:00', '18:00', claims(5))).rejects.toMatchObject({
      code: 'bookings.too_many',
    })
  })

  it('finds pieces in the gaps between others', async () => {
    const phones = await room('无线话筒', { kind: 'EQUIPMENT', quantity: 5, capacity: null })
    const take = (from: string, to: string, quantity: number) =>
      book('staff', phones, from, to, { claims: [{ resourceId: phones, quantity }] })
    const left = await take('14:00', '15:00', 2)
    await take('14:00', '16:00', 1)
    await take('14:00', '15:00', 2)
    await cancel('staff', left.id)
    // 1, 2 are free, 3 is taken, 4, 5 are taken until 15: at 15 four of five are free, in two stretches.
    await take('15:00', '16:00', 4)
    await expect(take('15:30', '15:45', 1)).rejects.toMatchObject({ status: 409 })
  })

  it('keeps private titles from others, who see that it is taken', async () => {
    const id = await room('第一会议室')
    const { id: bookingId } = await book('staff', id, '14:00', '15:00', { title: '人事谈话', private: true })
    const seen = await grid('worker', '03-02')
    expect(seen[0]).toMatchObject({ title: '已占用', hidden: true, organiserName: null, unitName: null })
    expect((await grid('liaison', '03-02'))[0]).toMatchObject({ title: '人事谈话' })
    expect((await grid('dispatcher', '03-02'))[0]).toMatchObject({ title: '人事谈话' })
    expect((await world.as('worker').get(`/api/bookings/${bookingId}`)).status).toBe(404)
    expect((await world.other.as('dispatcher').get(`/api/bookings/${bookingId}`)).status).toBe(404)
    expect(JSON.stringify(await world.as('worker').get('/api/bookings/export?format=csv'))).not.toContain(
      '人事谈话',
    )
  })

  it('moves in time and place; only who speaks for it may', async () => {
    const [first, second] = [await room('第一会议室'), await room('第二会议室')]
    const { id } = await book('staff', first, '14:00', '15:00')
    await expect(move('worker', id, { from: at('16:00') })).rejects.toMatchObject({
      code: 'bookings.not_yours',
    })
    await move('staff', id, { from: at('16:00') })
    expect(await read('staff', id)).toMatchObject({ from: at('16:00'), to: at('17:00') })
    await move('liaison', id, { claims: [{ resourceId: second }] })
    expect((await grid('staff', '03-02')).map(({ resourceId }) => resourceId)).toEqual([second])
    // One resource for another; whatever else it holds, it keeps.
    const phones = await room('无线话筒', { kind: 'EQUIPMENT', quantity: 4, capacity: null })
    const claims = [{ resourceId: first }, { resourceId: phones, quantity: 2 }]
    const rich = await book('staff', first, '18:00', '19:00', { claims })
    await move('staff', rich.id, { swap: { from: first, to: second } })
    expect((await read('staff', rich.id)).claims.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['第二会议室', 1],
      ['无线话筒', 2],
    ])
    await cancel('staff', rich.id)
    await book('staff', second, '10:00', '11:00')
    await expect(move('staff', id, { from: at('10:30') })).rejects.toMatchObject({
      code: 'bookings.conflict',
    })
    // It does not stand in its own way.
    await move('staff', id, { to: at('17:30') })
    const { history } = await read('staff', id)
    expect(history.map(({ type }) => type)).toEqual([
      'bookings.moved',
      'bookings.moved',
      'bookings.moved',
      'bookings.created',
    ])
  })

  it('refuses what makes no sense', async () => {
    const id = await room('第一会议室')
    await expect(book('staff', id, '15:00', '14:00')).rejects.toMatchObject({ code: 'bookings.ends_before' })
    await expect(book('staff', id, '07:00', '08:00')).rejects.toMatchObject({ code: 'bookings.in_the_past' })
    await expect(book('staff', id, '14:00', '15:00', { headcount: 21 })).rejects.toMatchObject({
      code: 'bookings.too_few_places',
    })
    await expect(book('staff', id, '14:00', '15:00', { rank: 'LEADERSHIP' })).rejects.toMatchObject({
      status: 403,
    })
    await expect(book('staff', [id, id], '14:00', '15:00')).rejects.toMatchObject({ status: 422 })
    const backwards = `from=${at('15:00')}&to=${at('14:00')}`
    for (const path of [
      `alternatives?resourceId=${id}&`,
      'free?',
      `series/preview?resourceId=${id}&offDays=KEEP&rule=FREQ%3DDAILY%3BCOUNT%3D2&`,
    ])
      expect((await world.as('staff').get(`/api/bookings/${path}${backwards}`)).status, path).toBe(422)
    const strange = '00000000-0000-4000-8000-000000000000'
    await expect(book('staff', strange, '14:00', '15:00')).rejects.toMatchObject({
      code: 'bookings.unknown_resource',
    })
    expect(await grid('staff', '03-02')).toEqual([])
  })

  it('keeps the rules of a room: notice, length, horizon, buffers, quota, units, closing times', async () => {
    const id = await room('第一会议室')
    await rules(id, { noticeAddMinutes: 120, shortestMinutes: 30, longestMinutes: 240, horizonDays: 30 })
    await expect(book('staff', id, '10:00', '11:00')).rejects.toMatchObject({ code: 'bookings.notice_add' })
    await expect(book('staff', id, '14:00', '14:15')).rejects.toMatchObject({ code: 'bookings.too_short' })
    await expect(book('staff', id, '14:00', '19:00')).rejects.toMatchObject({ code: 'bookings.too_long' })
    await expect(book('staff', id, '04-20 14:00', '04-20 15:00')).rejects.toMatchObject({
      code: 'bookings.beyond_horizon',
    })
    // The service desk may go beyond the rules, though not twice into one place.
    await book('dispatcher', id, '10:00', '11:00')
    await rules(id, { bufferAfterMinutes: 15, quotaCount: 2 })
    await expect(book('staff', id, '11:00', '12:00')).rejects.toMatchObject({ code: 'bookings.conflict' })
    await book('staff', id, '11:15', '12:00')
    await book('liaison', id, '14:00', '15:00')
    const third = await book('staff', id, '03-03 14:00', '03-03 15:00').catch((error) => error)
    expect(third).toMatchObject({ code: 'bookings.quota_count' })
    expect(third.body.detail).toContain('财政局每周')
    await book('staff', id, '03-09 14:00', '03-09 15:00')
    await rules(id, { quotaMinutes: 90, quotaPeriod: 'DAY' })
    await book('staff', id, '03-04 14:00', '03-04 15:00')
    await expect(book('staff', id, '03-04 16:00', '03-04 17:00')).rejects.toMatchObject({
      code: 'bookings.quota_minutes',
    })
    const units = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('directory.unit').select('id').where('name', '=', '教育局').executeTakeFirstOrThrow(),
    )
    await rules(id, { unitIds: [units.id] })
    await expect(book('staff', id, '03-05 14:00', '03-05 15:00')).rejects.toMatchObject({
      code: 'bookings.not_for_unit',
    })
    await rules(id, {})
    const closing = await world.as('manager').post(`/api/bookings/resources/${id}/blackouts`, {
      from: at('03-05 00:00'),
      to: at('03-06 00:00'),
      reason: '更换地毯',
    })
    expect(closing.body.affected).toEqual([])
    const closed = await book('staff', id, '03-05 14:00', '03-05 15:00').catch((error) => error)
    expect(closed.body.detail).toContain('更换地毯')
    await world.as('manager').post(`/api/bookings/blackouts/${closing.body.id}/lifting`)
    await book('staff', id, '03-05 14:00', '03-05 15:00')
  })

  it('widens buffers around what is booked, or refuses where bookings stand too close', async () => {
    const id = await room('第一会议室')
    await book('staff', id, '14:00', '15:00')
    await book('staff', id, '15:10', '16:00')
    await expect(rules(id, { bufferAfterMinutes: 15 })).rejects.toMatchObject({
      code: 'bookings.buffers_clash',
    })
    await rules(id, { bufferAfterMinutes: 10 })
    await expect(book('staff', id, '16:05', '17:00')).rejects.toMatchObject({ code: 'bookings.conflict' })
  })
})
