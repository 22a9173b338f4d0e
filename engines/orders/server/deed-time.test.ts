import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { orders } from '../module.ts'

describe('what was done without a signal and came later', () => {
  const world = useWorld()
  const story = orderStory(world)
  const later = (orderId: string, step: string, said: string, body: object = {}) =>
    world.as('worker').post(`/api/orders/${orderId}/${step}`, body, { 'occurred-at': said })
  const hopsOf = (orderId: string) =>
    world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('orders.hop')
        .select(['kind', 'at', 'arrived_at', 'said_at'])
        .where('order_id', '=', orderId)
        .orderBy('seq')
        .execute(),
    )
  const moment = (text: string) => new Date(text).toISOString()
  const iso = (value: unknown) => (value === null ? null : new Date(value as string).toISOString())

  it('counts from the moment it was done, with its arrival beside it, and every minute explained', async () => {
    const { id } = await story.report()
    world.clock.advance({ minutes: 10 })
    await story.assign(id)
    world.clock.set('2026-03-02T15:00:00+08:00')
    await later(id, 'acceptance', '2026-03-02T09:20:00+08:00')
    await later(id, 'start', '2026-03-02T09:40:00+08:00')
    await later(id, 'pause', '2026-03-02T10:00:00+08:00', { reason: 'PARTS' })
    await later(id, 'resumption', '2026-03-02T10:30:00+08:00')
    const order = (await story.read('worker', id)).body
    expect(order.state).toBe('IN_PROGRESS')
    expect(order.startedAt).toBe(moment('2026-03-02T09:40:00+08:00'))
    const steps = (await hopsOf(id)).slice(-4)
    expect(steps.map(({ kind, at }) => [kind, iso(at)])).toEqual([
      ['accepted', moment('2026-03-02T09:20:00+08:00')],
      ['started', moment('2026-03-02T09:40:00+08:00')],
      ['paused', moment('2026-03-02T10:00:00+08:00')],
      ['resumed', moment('2026-03-02T10:30:00+08:00')],
    ])
    for (const hop of steps) {
      expect(iso(hop.arrived_at)).toBe(moment('2026-03-02T15:00:00+08:00'))
      expect(hop.said_at).toBeNull()
    }
    const ledger = await world.as('worker').call(orders.actions.readLedger, { orderId: id })
    expect(ledger.lines.reduce((sum, line) => sum + line.calendarMinutes, 0)).toBe(360)
    expect(ledger.heldMinutes).toBe(30)
  })

  it('believes no moment ahead, none before the order came into these hands, none of yesterday', async () => {
    const { id } = await story.report()
    world.clock.advance({ minutes: 10 })
    await story.assign(id)
    world.clock.advance({ minutes: 5 })
    await later(id, 'acceptance', '2026-03-02T08:00:00+08:00')
    await later(id, 'start', '2027-01-01T00:00:00+08:00')
    world.clock.set('2026-03-04T10:00:00+08:00')
    await later(id, 'pause', '2026-03-02T10:00:00+08:00', { reason: 'USER' })
    const steps = (await hopsOf(id)).slice(-3).map(({ kind, at, said_at }) => [kind, iso(at), iso(said_at)])
    expect(steps).toEqual([
      ['accepted', moment('2026-03-02T09:10:00+08:00'), moment('2026-03-02T08:00:00+08:00')],
      ['started', moment('2026-03-02T09:15:00+08:00'), moment('2027-01-01T00:00:00+08:00')],
      ['paused', moment('2026-03-03T10:00:00+08:00'), moment('2026-03-02T10:00:00+08:00')],
    ])
  })

  it('keeps what the phone said in the history too', async () => {
    const { id } = await story.report()
    await story.assign(id)
    world.clock.advance({ minutes: 30 })
    await later(id, 'start', '2026-03-02T09:10:00+08:00')
    const entry = await world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('kernel.event')
        .select(['at', 'said_at'])
        .where('type', '=', 'orders.started')
        .where('subject_id', '=', id)
        .executeTakeFirstOrThrow(),
    )
    expect([iso(entry.at), iso(entry.said_at)]).toEqual([
      moment('2026-03-02T09:30:00+08:00'),
      moment('2026-03-02T09:10:00+08:00'),
    ])
  })

  it('is refused when it is no moment, and never goes out under another name', async () => {
    const { id } = await story.report()
    await story.assign(id)
    expect(await later(id, 'start', 'yesterday')).toMatchObject({
      status: 400,
      body: { code: 'kernel.bad_date' },
    })
    const stranger = await world.ctx('staff', async (ctx) => ctx.actor.userId!)
    const answer = await world.as('worker').post(`/api/orders/${id}/start`, {}, { 'sent-by': stranger })
    expect(answer).toMatchObject({ status: 409, body: { code: 'kernel.other_account' } })
    expect((await story.read('worker', id)).body.state).toBe('ASSIGNED')
  })
})
