import { describe, expect, it } from 'vitest'
import type { MetricScope } from '#kernel/server-module.ts'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { orders } from '../module.ts'
import { type ImportedOrder, importOrders, orderFigures } from './api.ts'

describe('orders from before, and the figures of all', () => {
  const world = useWorld()
  const story = orderStory(world)

  async function historic(more: Partial<ImportedOrder> = {}): Promise<ImportedOrder> {
    const unit = (await story.report({ title: '占位' })).clientUnit
    return {
      number: 'WX20140001',
      line: 'repairs',
      kind: 'OTHER',
      title: '门锁损坏',
      siteId: await story.siteId(),
      placeText: '1楼大厅',
      clientUnitId: unit.id,
      requesterName: unit.name,
      createdAt: new Date('2014-10-08T14:40:00+08:00'),
      finishedAt: new Date('2014-11-28T15:30:00+08:00'),
      overallRating: 4,
      ...more,
    }
  }
  const take = async (order: ImportedOrder) =>
    (await world.ctx('system', (ctx) => importOrders(ctx, [order])))[0]!

  it('keeps number and times; the same again changes nothing; what lives here is left alone', async () => {
    const order = await historic()
    expect((await take(order)).outcome).toBe('new')
    expect((await take(order)).outcome).toBe('same')
    expect((await take({ ...order, title: '门锁损坏、把手松动' })).outcome).toBe('changed')
    expect((await take({ ...order, finishedAt: null })).outcome).toBe('clash')
    const { items } = await world
      .as('manager')
      .call(orders.actions.listOrders, { search: '门锁', from: '2014-01-01', to: '2014-12-31' })
    expect(
      items.map(({ number, state, overallRating, onTime }) => [number, state, overallRating, onTime]),
    ).toEqual([['WX20140001', 'COMPLETED', 4, null]])
  })

  it('takes an open one into the hands of the desk, from where it goes on', async () => {
    const { id } = await take(await historic({ finishedAt: null, overallRating: null }))
    const { body } = await story.read('dispatcher', id)
    expect([body.state, body.holder.role, body.can.transfer]).toEqual(['IN_PROGRESS', 'DESK', true])
    await story.done('dispatcher', id, 'transfer', {
      workerId: await story.personId('worker'),
      reason: '继续办理',
    })
    await story.done('worker', id, 'start')
    expect((await story.finish(id)).state).toBe('FINISHED')
    const { lines } = await world.as('manager').call(orders.actions.readLedger, { orderId: id })
    expect(lines.map(({ role }) => role)).toEqual(['DESK'])
  })

  it('gives figures whose rows add up', async () => {
    await take(await historic())
    await take(await historic({ number: 'WX20140002', overallRating: 3 }))
    await take(await historic({ number: 'WX20140003', finishedAt: null, overallRating: null }))
    const scope: MetricScope = { from: '2014-01-01', to: '2014-11-30' }
    const figures = orderFigures('repairs')
    const read = (name: keyof typeof figures) =>
      world.ctx('system', async (ctx) => {
        const figure = figures[name]()
        const rows = await figure.records(ctx, scope, { after: null, limit: 100 })
        return { value: await figure.value(ctx, scope), rows: rows.map(({ value }) => value) }
      })
    expect(await read('reported')).toEqual({ value: 3, rows: [1, 1, 1] })
    expect(await read('finished')).toEqual({ value: 2, rows: [1, 1] })
    expect(await read('open')).toEqual({ value: 1, rows: [1] })
    expect((await read('satisfaction')).value).toBe(3.5)
    expect(await read('onTimeRate')).toEqual({ value: null, rows: [] })
    const late = await story.report()
    await world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('orders.service_order')
        .set({ respond_minutes: 25 })
        .where('id', '=', late.id)
        .execute(),
    )
    const now = await world.ctx('system', (ctx) =>
      figures.respondMinutes().value(ctx, { from: '2026-03-01', to: '2026-03-31' }),
    )
    expect(now).toBe(25)
  })
})
