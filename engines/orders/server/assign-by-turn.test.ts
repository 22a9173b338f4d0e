import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { orders } from '../module.ts'

describe('who gets the work', () => {
  const world = useWorld()
  const story = orderStory(world)
  const candidates = async (orderId: string) =>
    (await world.as('dispatcher').call(orders.actions.listCandidates, { orderId })).items
  /** The other of the two plumbers. */
  const other = (name: string) => (name === '赵铁柱' ? '孙立国' : '赵铁柱')

  it('shows skill, load, duty and nearness, and whose turn it is', async () => {
    const site = await story.siteId()
    await story.duty('worker', { siteId: site, maxLoad: 2 })
    await story.duty('secondWorker', { onDuty: false })
    const order = await story.report({ skill: '空调', kind: 'AIR_CONDITIONING' })
    const [first, second] = await candidates(order.id)
    expect(first).toMatchObject({
      name: '赵铁柱',
      skilled: true,
      onDuty: true,
      load: 0,
      maxLoad: 2,
      near: 'site',
      next: true,
    })
    expect(second).toMatchObject({ name: '孙立国', skilled: false, onDuty: false, next: false })
  })

  it('by turn picks nobody absent, full or unskilled', async () => {
    const nobody = await story.act('dispatcher', (await story.report()).id, 'turn')
    expect([nobody.status, nobody.body.code]).toEqual([409, 'orders.nobody_capable'])
    await story.duty('worker', { maxLoad: 1 })
    await story.duty('secondWorker', { until: '2026-03-02T10:00:00+08:00' })
    const air = await story.report({ skill: '空调' })
    expect((await story.done('dispatcher', air.id, 'turn')).holder.name).toBe('赵铁柱')
    const second = await story.report()
    expect((await story.done('dispatcher', second.id, 'turn')).holder.name).toBe('孙立国')
    world.clock.set('2026-03-02T10:30:00+08:00')
    const third = await story.act('dispatcher', (await story.report()).id, 'turn')
    expect(third.body.code).toBe('orders.nobody_capable') // one is full, the other’s shift is over
  })

  it('takes turns, and a reassignment gives the turn back', async () => {
    await story.duty('worker')
    await story.duty('secondWorker')
    const first = await story.report()
    const one = (await story.done('dispatcher', first.id, 'turn')).holder.name
    world.clock.advance({ minutes: 1 })
    const second = await story.report()
    const two = (await story.done('dispatcher', second.id, 'turn')).holder.name
    expect(two).toBe(other(one))
    world.clock.advance({ minutes: 1 })
    // Taken away again: whoever lost it comes first next time, ahead of the other.
    const moved = await story.done('dispatcher', second.id, 'turn')
    expect(moved.holder.name).toBe(one)
    await story.done('dispatcher', second.id, 'voiding', { reason: '误报' })
    await story.done('dispatcher', first.id, 'voiding', { reason: '误报' })
    world.clock.advance({ minutes: 1 })
    const third = await story.report()
    expect((await story.done('dispatcher', third.id, 'turn')).state).toBe('ASSIGNED')
  })

  it('never gives an order by turn to somebody who returned it', async () => {
    await story.duty('worker')
    await story.duty('secondWorker', { onDuty: false })
    const order = await story.report()
    await story.done('dispatcher', order.id, 'turn')
    await story.done('worker', order.id, 'refusal', { reason: '没有高空作业证' })
    const again = await story.act('dispatcher', order.id, 'turn')
    expect(again.body.code).toBe('orders.nobody_capable')
    expect((await candidates(order.id))[0]).toMatchObject({ name: '赵铁柱', refused: true })
    await story.duty('secondWorker')
    expect((await story.done('dispatcher', order.id, 'turn')).holder.name).toBe('孙立国')
  })

  it('assigns several at once with a result for each', async () => {
    const open = await story.report()
    const done = await story.finished()
    const workerId = await story.personId('secondWorker')
    const missing = '01890000-0000-7000-8000-000000000000'
    const { results } = await world
      .as('dispatcher')
      .call(orders.actions.assignOrders, { orderIds: [open.id, done.id, missing], workerId })
    const told = new Map(results.map(({ orderId, ok, code }) => [orderId, ok || code]))
    expect([told.get(open.id), told.get(done.id), told.get(missing)]).toEqual([
      true,
      'kernel.wrong_state',
      'kernel.not_found',
    ])
    expect(results.find(({ orderId }) => orderId === done.id)?.message).toContain('待确认')
    expect((await story.read('dispatcher', open.id)).body.holder.name).toBe('孙立国')
  })

  it('offers to all who can: only they may claim', async () => {
    await story.duty('worker')
    const order = await story.report()
    const offer = await world.as('dispatcher').call(orders.actions.offerOrder, { orderId: order.id })
    expect([offer.offeredTo, offer.order.state]).toEqual([1, 'OFFERED'])
    const mine = await world.as('worker').call(orders.actions.listOrders, { inMyHands: true })
    expect(mine.items.map(({ id, can }) => [id, can.claim])).toEqual([[order.id, true]])
    const outsider = await story.act('manager', order.id, 'claim')
    expect([outsider.status, outsider.body.code]).toEqual([403, 'orders.not_offered_to_you'])
    const taken = await story.done('worker', order.id, 'claim')
    expect([taken.state, taken.holder.name]).toEqual(['TAKEN', '赵铁柱'])
  })

  it('lets a worker set the own duty, and nobody else’s', async () => {
    const mine = await story.personId('worker')
    const setDuty = (role: 'worker' | 'dispatcher', personId: string) =>
      world.as(role).put(`/api/orders/workers/${personId}/duty`, { onDuty: true, maxLoad: 50 })
    expect((await setDuty('worker', mine)).status).toBe(200)
    expect((await world.as('worker').call(orders.actions.readMyDuty, {})).maxLoad).toBe(5)
    expect((await setDuty('worker', await story.personId('secondWorker'))).status).toBe(403)
    expect((await setDuty('dispatcher', mine)).status).toBe(200)
    const { items } = await world.as('dispatcher').call(orders.actions.listWorkers, { onDuty: true })
    expect(items.map(({ name, maxLoad }) => [name, maxLoad])).toEqual([['赵铁柱', 50]])
  })
})
