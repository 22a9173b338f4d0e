import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { bookings } from '../module.ts'
import { at, bookingStory } from './booking-story.ts'

const { actions } = bookings

describe('the decision that somebody gives way', () => {
  const world = useWorld()
  const { room, book, read } = bookingStory(world)
  const preview = (bookingId: string) => world.as('director').call(actions.previewDisplacement, { bookingId })
  const decide = (bookingId: string, offers?: object[]) =>
    world.as('director').post(`/api/bookings/${bookingId}/displacement`, {
      reason: '主任办公会临时召开',
      ...(offers ? { offers } : {}),
    })

  /** The staff hold a room with two microphones; the leaders wait for it, and a little longer. */
  async function scene() {
    const [id, other] = [await room('第一会议室'), await room('第二会议室')]
    const third = await room('第三会议室', { capacity: 30 })
    const phones = await room('无线话筒', { kind: 'EQUIPMENT', quantity: 4, capacity: null })
    const claims = [{ resourceId: id }, { resourceId: phones, quantity: 2 }]
    const held = await book('staff', id, '14:00', '15:00', { title: '业务培训会', claims })
    const leaders = await book('dispatcher', id, '14:00', '15:30', { rank: 'LEADERSHIP', wait: true })
    const claimsAt = (resourceId: string) => [{ resourceId }, { resourceId: phones, quantity: 2 }]
    return { id, other, third, held, leaders, claimsAt }
  }

  it('names who gives way and where they may go, before anything is decided', async () => {
    const { id, other, held, leaders } = await scene()
    const { givingWay } = await preview(leaders.id)
    expect(givingWay).toMatchObject([
      {
        booking: { id: held.id, title: '业务培训会', organiserName: '林小满', unit: { name: '财政局' } },
        insteadOf: id,
      },
    ])
    const { places } = givingWay[0]!
    expect(places[0]).toMatchObject({ kind: 'elsewhere', resource: { id: other }, from: at('14:00') })
    // Times in the same room do not reach into the time of those it gives way to.
    const times = places.filter(({ kind }) => kind === 'other-time')
    expect(times.length).toBeGreaterThan(0)
    for (const { from, to } of times) expect(to <= at('14:00') || from >= at('15:30'), from).toBe(true)
    expect((await read('staff', held.id)).state).toBe('CONFIRMED')
    const { status } = await world.as('staff').get(`/api/bookings/${leaders.id}/displacement/preview`)
    expect(status).toBe(403)
    const confirmed = await world.as('director').get(`/api/bookings/${held.id}/displacement/preview`)
    expect(confirmed.body.code).toBe('bookings.nothing_to_displace')
  })

  it('offers the place that was chosen, with all else the booking holds', async () => {
    const { third, held, leaders, claimsAt } = await scene()
    const answer = await decide(leaders.id, [{ bookingId: held.id, claims: claimsAt(third) }])
    expect(answer.body.displaced).toMatchObject([{ offered: { resource: '第三会议室', from: at('14:00') } }])
    const offered = await read('staff', held.id)
    expect(offered.claims.map(({ name, quantity }) => [name, quantity])).toEqual([
      ['第三会议室', 1],
      ['无线话筒', 2],
    ])
    await world.as('staff').call(actions.acceptOffer, { bookingId: held.id })
    expect((await read('staff', held.id)).state).toBe('CONFIRMED')
  })

  it('offers another time, but none that is over, closed or taken', async () => {
    const { id, third, held, leaders, claimsAt } = await scene()
    const at9 = { from: at('03-03 09:00'), to: at('03-03 10:00') }
    await world.as('manager').post(`/api/bookings/resources/${third}/blackouts`, {
      from: at('03-03 00:00'),
      to: at('03-04 00:00'),
      reason: '更换地毯',
    })
    const offer = (claims: object[], span: object) =>
      decide(leaders.id, [{ bookingId: held.id, claims, ...span }])
    const refused = async (claims: object[], span: object) => (await offer(claims, span)).body.code
    expect(await refused(claimsAt(third), at9)).toBe('bookings.blacked_out')
    expect(await refused(claimsAt(id), { from: at('07:00'), to: at('08:00') })).toBe('bookings.in_the_past')
    expect(await refused(claimsAt(id), { from: at('15:00'), to: at('16:00') })).toBe('bookings.conflict')
    // A refused decision has changed nothing.
    expect((await read('dispatcher', leaders.id)).state).toBe('WAITING')
    expect((await read('staff', held.id)).state).toBe('CONFIRMED')
    expect((await offer(claimsAt(id), at9)).status).toBe(200)
    expect(await read('staff', held.id)).toMatchObject({ state: 'OFFERED', ...at9 })
  })

  it('who declines the place gives it back, and whoever waits for it has it at once', async () => {
    const { other, held, leaders } = await scene()
    await decide(leaders.id)
    expect((await read('staff', held.id)).claims[0]!.id).toBe(other)
    const next = await book('liaison', other, '14:00', '15:00', { wait: true })
    expect(next.state).toBe('WAITING')
    const decline = (role: 'worker' | 'staff') =>
      world.as(role).call(actions.declineOffer, { bookingId: held.id, reason: '太远了' })
    await expect(decline('worker')).rejects.toMatchObject({ code: 'bookings.not_yours' })
    await decline('staff')
    const declined = await read('staff', held.id)
    expect(declined.state).toBe('CANCELLED')
    expect(declined.history[0]).toMatchObject({ type: 'bookings.offer_declined', reason: '太远了' })
    expect((await read('liaison', next.id)).state).toBe('CONFIRMED')
    await expect(decline('staff')).rejects.toMatchObject({ status: 409 })
  })
})
