import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'

describe('warnings and escalations', () => {
  const world = useWorld()
  const story = orderStory(world)
  const fired = async (orderId: string) =>
    (await story.read('manager', orderId)).body.escalations.map(({ name, toRole }) => `${name.zh}→${toRole}`)

  it('warns before, escalates after in steps, and catches up exactly once after down time [DESK-05] [DESK-12]', async () => {
    const order = await story.report() // to be answered by 10:00
    world.clock.set('2026-03-02T09:54:00+08:00')
    await world.runJob('orders.escalate')
    expect(await fired(order.id)).toEqual([])
    world.clock.set('2026-03-02T09:55:00+08:00')
    await world.runJob('orders.escalate')
    await world.runJob('orders.escalate')
    expect(await fired(order.id)).toEqual(['响应将到时→dispatcher'])
    // The server was away from then until the afternoon.
    world.clock.set('2026-03-02T15:00:00+08:00')
    await world.runJob('orders.escalate')
    await world.runJob('orders.escalate')
    expect(await fired(order.id)).toEqual([
      '响应将到时→dispatcher',
      '响应超时→dispatcher',
      '响应超时半小时→manager',
    ])
    const { body } = await story.read('manager', order.id)
    expect(body.escalations.map(({ dueAt }) => dueAt.slice(11, 16))).toEqual(['01:55', '02:00', '02:30'])
  })

  it('holds what is to come while a pause holds the order, and stops when the work ends', async () => {
    const order = await story.report()
    await story.assign(order.id)
    await story.done('worker', order.id, 'start')
    await story.done('worker', order.id, 'pause', { reason: 'PARTS' })
    world.clock.set('2026-03-09T09:00:00+08:00')
    await world.runJob('orders.escalate')
    expect(await fired(order.id)).toEqual([])
    await story.done('worker', order.id, 'resumption')
    world.clock.set('2026-03-10T16:59:00+08:00')
    await world.runJob('orders.escalate')
    expect(await fired(order.id)).toEqual([])
    world.clock.set('2026-03-11T08:45:00+08:00')
    await world.runJob('orders.escalate')
    expect(await fired(order.id)).toEqual(['办结将到时→worker'])
    await story.finish(order.id)
    world.clock.set('2026-03-20T09:00:00+08:00')
    await world.runJob('orders.escalate')
    expect(await fired(order.id)).toEqual(['办结将到时→worker'])
  })

  it('counts urgent orders round the clock [DESK-12]', async () => {
    world.clock.set('2026-03-07T22:00:00+08:00') // Saturday night
    const order = await story.report({ urgency: 'URGENT' })
    expect([order.respondDueAt, order.finishDueAt]).toEqual([
      '2026-03-07T14:15:00.000Z',
      '2026-03-07T18:00:00.000Z',
    ])
    world.clock.set('2026-03-07T22:16:00+08:00')
    await world.runJob('orders.escalate')
    expect(await fired(order.id)).toEqual(['响应将到时→dispatcher', '响应超时→dispatcher'])
    const quiet = await story.report()
    expect(quiet.respondDueAt).toBe('2026-03-09T01:30:00.000Z') // Monday 09:30
  })
})
