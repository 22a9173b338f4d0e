import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Ctx } from '#kernel/context.ts'
import { useWorld } from '#test/harness.ts'
import { between } from '#test/meanwhile.ts'
import { bookings } from '../module.ts'
import { at, bookingStory } from './booking-story.ts'
import { createBooking } from './create-booking.ts'
import { moveBooking } from './move-booking.ts'
import { noPolicy, setPolicy } from './set-policy.ts'

/** Two people's deeds whose order is made certain: one looks, must wait for a lock, and by then the world is another. */
describe('what changes between looking and doing', () => {
  const world = useWorld({ committing: true })
  const { room, rules, book, read, cancel } = bookingStory(world)
  const { actions } = bookings

  /** Begins `deed` while somebody holds the resource, and lets `meanwhile` happen once it waits. */
  const onceWaiting = <T>(
    resourceId: string,
    deed: () => Promise<T>,
    meanwhile: (ctx: Ctx) => Promise<unknown>,
  ): Promise<T> =>
    between(world, {
      hold: (ctx) =>
        sql`select from bookings.resource where id = ${resourceId} for no key update`.execute(ctx.db),
      deed,
      meanwhile,
    })

  it('who is moved to later while the clock looks at absent people keeps the place', async () => {
    const id = await room('第一会议室')
    await rules(id, { checkInMinutes: 10 })
    const { id: bookingId } = await book('staff', id, '10:00', '11:00')
    world.clock.set('2026-03-02T10:10:00+08:00')
    await onceWaiting(
      id,
      () => world.runJob('bookings.release-absent'),
      (ctx) => moveBooking(ctx, { bookingId, from: at('15:00'), to: at('16:00') }),
    )
    expect(await read('staff', bookingId)).toMatchObject({ state: 'CONFIRMED', from: at('15:00') })
  })

  it('who waits, and asks for later while the clock looks, goes on waiting', async () => {
    const id = await room('第二会议室')
    await book('staff', id, '10:00', '11:00')
    await book('staff', id, '15:00', '16:00')
    const { id: bookingId } = await book('liaison', id, '10:00', '11:00', { wait: true })
    world.clock.set('2026-03-02T10:10:00+08:00')
    await onceWaiting(
      id,
      () => world.runJob('bookings.release-absent'),
      (ctx) => moveBooking(ctx, { bookingId, from: at('15:00'), to: at('16:00') }),
    )
    expect(await read('liaison', bookingId)).toMatchObject({ state: 'WAITING', from: at('15:00') })
  })

  it('who begins to wait, for this and something besides, while it is given back gets both', async () => {
    const id = await room('第三会议室')
    const besides = await room('第三会议室话筒')
    const held = await book('staff', id, '10:00', '11:00')
    let waiting = ''
    await onceWaiting(
      id,
      () => cancel('dispatcher', held.id),
      async (ctx) => {
        const claims = [id, besides].map((resourceId) => ({ resourceId, quantity: 1 }))
        const wanted = {
          line: 'bookings',
          title: '候补',
          from: new Date(at('10:00')),
          to: new Date(at('11:00')),
          claims,
          wait: true,
        }
        waiting = (await createBooking(ctx, wanted)).id
      },
    )
    expect((await read('dispatcher', waiting)).state).toBe('CONFIRMED')
  })

  it('a date that has come to a series of its own while its move waits is moved with those it is among now', async () => {
    const id = await room('第四会议室')
    const series = await world.as('dispatcher').call(actions.createSeries, {
      title: '晨会',
      from: at('03-10 09:00'),
      to: at('03-10 10:00'),
      claims: [{ resourceId: id }],
      rule: 'FREQ=DAILY;COUNT=4',
      offDays: 'KEEP',
    })
    const { items } = await world.as('dispatcher').call(actions.listBookings, { seriesId: series.seriesId })
    const dates = items.map((one) => one.id)
    const third = items.find(({ from }) => from === at('03-12 09:00'))!.id
    const answer = await onceWaiting(
      id,
      () =>
        world.as('dispatcher').call(actions.moveBooking, {
          bookingId: third,
          from: at('03-12 14:00'),
          to: at('03-12 15:00'),
          scope: 'all',
        }),
      (ctx) =>
        moveBooking(ctx, {
          bookingId: third,
          from: at('03-12 11:00'),
          to: at('03-12 12:00'),
          scope: 'following',
        }),
    )
    expect(answer.moved).toBe(2)
    const now = await Promise.all(dates.map((date) => read('dispatcher', date)))
    expect(now.map(({ from }) => from).sort()).toEqual([
      at('03-10 09:00'),
      at('03-11 09:00'),
      at('03-12 14:00'),
      at('03-13 14:00'),
    ])
  })

  it('who asks for a place while its rules are changed is bound by the new ones', async () => {
    const id = await room('第五会议室')
    const asked = between(world, {
      hold: (ctx) => setPolicy(ctx, { ...noPolicy, resourceId: id, longestMinutes: 30 }),
      deed: () => book('staff', id, '10:00', '11:00'),
    })
    await expect(asked).rejects.toMatchObject({ body: { code: 'bookings.too_long' } })
  })
})
