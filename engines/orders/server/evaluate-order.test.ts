import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { orders } from '../module.ts'

describe('what the requester does', () => {
  const world = useWorld()
  const story = orderStory(world)

  it('rates six dimensions in one tap, once [DESK-14]', async () => {
    const order = await story.finished()
    const early = await story.act('staff', (await story.report()).id, 'evaluation', { overall: 5 })
    expect([early.status, early.body.code]).toEqual([409, 'orders.not_finished'])
    const rated = await story.done('staff', order.id, 'evaluation', { overall: 5, scores: { prompt: 3 } })
    expect([rated.overallRating, rated.can.evaluate]).toEqual([5, false])
    const { body } = await story.read('staff', order.id)
    expect(body.dimensions.map(({ nameZh }) => nameZh)).toEqual([
      '主动超前',
      '快捷迅速',
      '热情用心',
      '娴熟精确',
      '规范到位',
      '责任始终',
    ])
    const scores = Object.fromEntries(
      body.evaluations[0]!.scores.map(({ dimension, score }) => [dimension, score]),
    )
    expect(scores).toEqual({ proactive: 5, prompt: 3, warm: 5, skilled: 5, orderly: 5, responsible: 5 })
    const twice = await story.act('staff', order.id, 'evaluation', { overall: 1 })
    expect([twice.status, twice.body.code]).toEqual([409, 'orders.rated_already'])
    const odd = await story.act('liaison', order.id, 'evaluation', { overall: 4, scores: { kindness: 4 } })
    expect([odd.status, odd.body.code]).toEqual([422, 'orders.unknown_dimension'])
  })

  it('nobody rates the own work, not even behind the application [DESK-14]', async () => {
    const own = await story.report({}, 'worker')
    await story.assign(own.id)
    await story.done('worker', own.id, 'start')
    await story.finish(own.id)
    const self = await story.act('worker', own.id, 'evaluation', { overall: 5 })
    expect([self.status, self.body.code]).toEqual([403, 'orders.own_work'])
    const sender = await story.act('dispatcher', own.id, 'evaluation', { overall: 5 })
    expect([sender.status, sender.body.code]).toEqual([403, 'orders.own_work'])
    const me = await story.personId('worker')
    const behind = world.ctx('system', (ctx) =>
      ctx.db
        .insertInto('orders.evaluation')
        .values({ order_id: own.id, overall: 5, by_person_id: me, by_name: '赵铁柱' })
        .execute(),
    )
    await expect(behind).rejects.toThrow('own work')
  })

  it('reminds at most every half hour, and the holder is named', async () => {
    const order = await story.report()
    await story.assign(order.id)
    const remind = () => world.as('staff').post(`/api/orders/${order.id}/reminder`, { note: '会议室急用' })
    const first = await remind()
    expect([first.status, first.body.holderName]).toEqual([200, '赵铁柱'])
    expect((await remind()).status).toBe(429)
    world.clock.advance({ minutes: 31 })
    expect((await remind()).status).toBe(200)
    const { body } = await story.read('staff', order.id)
    expect([body.reminderCount, body.reminders.length]).toEqual([2, 2])
    const stranger = await story.act('director', order.id, 'reminder')
    expect([stranger.status, stranger.body.code]).toEqual([403, 'orders.not_your_request'])
  })

  it('reopens to the same worker, and not after the bureau’s limit', async () => {
    const order = await story.finished()
    const again = await story.done('staff', order.id, 'reopening', { reason: '还在闪' })
    expect([again.state, again.holder.name, again.reopenCount]).toEqual(['ASSIGNED', '赵铁柱', 1])
    await story.done('worker', order.id, 'start')
    await story.finish(order.id)
    await story.done('staff', order.id, 'confirmation')
    world.clock.advance({ days: 8 })
    const late = await story.act('staff', order.id, 'reopening', { reason: '又坏了' })
    expect([late.status, late.body.code]).toEqual([409, 'orders.reopen_too_late'])
  })

  it('merged reports keep their reporters informed', async () => {
    const main = await story.report({}, 'liaison')
    const same = await story.report()
    const { items } = await world.as('dispatcher').call(orders.actions.listDuplicates, { orderId: same.id })
    expect(items.map(({ id }) => id)).toEqual([main.id])
    const merged = await story.done('dispatcher', same.id, 'merging', { intoOrderId: main.id })
    expect([merged.state, merged.closingResult]).toEqual(['MERGED', 'MERGED'])
    const mine = await world.as('staff').call(orders.actions.listOrders, { mine: true })
    expect(mine.items.map(({ id }) => id).sort()).toEqual([main.id, same.id].sort())
    const followed = (await story.read('staff', main.id)).body
    expect([followed.can.remind, followed.mergedFrom.map(({ id }) => id)]).toEqual([true, [same.id]])
    const back = await story.act('dispatcher', main.id, 'merging', { intoOrderId: same.id })
    expect([back.status, back.body.code]).toEqual([409, 'orders.merge_target'])
  })

  it('takes silence as confirmation after the bureau’s working days, and says so', async () => {
    const order = await story.finished() // Monday
    world.clock.set('2026-03-05T18:00:00+08:00')
    await world.runJob('orders.confirm-quietly')
    expect((await story.read('staff', order.id)).body.state).toBe('FINISHED')
    world.clock.set('2026-03-06T09:00:00+08:00')
    await world.runJob('orders.confirm-quietly')
    await world.runJob('orders.confirm-quietly')
    const { body } = await story.read('staff', order.id)
    expect([body.state, body.confirmedAt]).toEqual(['COMPLETED', null])
  })
})
