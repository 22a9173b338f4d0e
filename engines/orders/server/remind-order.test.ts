import { describe, expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'

describe('催办', () => {
  const world = useWorld()
  const story = orderStory(world)
  const { remindOrder, readOrder, listOrders } = orders.actions

  it('is noted down by the desk for whoever called, with both names', async () => {
    const { id } = await story.report()
    await story.assign(id)
    const before = await world.as('dispatcher').call(readOrder, { orderId: id })
    expect([before.can.remind, before.can.remindFor]).toEqual([true, true])
    await world.as('dispatcher').call(remindOrder, { orderId: id, note: '下午要开会' })
    const { reminders, reminderCount } = await world.as('staff').call(readOrder, { orderId: id })
    expect(reminderCount).toBe(1)
    expect(reminders).toMatchObject([{ byName: '周明', forName: '林小满', note: '下午要开会' }])
    const audit = await world.as('auditor').get('/api/audit?type=orders.reminded')
    expect(audit.body.items[0]).toMatchObject({ actorName: '周明', after: { forName: '林小满' } })
  })

  it('keeps the name of another caller, and none for the own matter', async () => {
    const { id } = await story.report()
    const mine = await world.as('staff').call(readOrder, { orderId: id })
    expect([mine.can.remind, mine.can.remindFor]).toEqual([true, false])
    await world.as('staff').call(remindOrder, { orderId: id })
    world.clock.advance({ minutes: 31 })
    await world.as('manager').call(remindOrder, { orderId: id, callerName: '同办公室小李' })
    const { reminders } = await world.as('manager').call(readOrder, { orderId: id })
    expect(reminders.map(({ forName }) => forName)).toEqual(['同办公室小李', null])
  })

  it('comes once in half an hour, whoever says it; not from a worker, not after the work', async () => {
    const { id } = await story.report()
    await story.assign(id)
    await world.as('staff').call(remindOrder, { orderId: id })
    await expect(world.as('dispatcher').call(remindOrder, { orderId: id })).rejects.toMatchObject({
      status: 429,
      code: 'orders.reminded_lately',
    })
    await expect(world.as('worker').call(remindOrder, { orderId: id })).rejects.toMatchObject({
      code: 'orders.not_your_request',
    })
    await story.done('worker', id, 'acceptance')
    await story.done('worker', id, 'start')
    await story.finish(id)
    world.clock.advance({ minutes: 31 })
    await expect(world.as('dispatcher').call(remindOrder, { orderId: id })).rejects.toMatchObject({
      code: 'orders.nothing_to_remind',
    })
  })

  it('finds what a caller asked for by who calls', async () => {
    const { id } = await story.report()
    const requesterId = await story.personId('staff')
    const found = await world.as('dispatcher').call(listOrders, { requesterId, open: true })
    expect(found.items.map((row) => row.id)).toContain(id)
    const other = await story.personId('liaison')
    expect((await world.as('dispatcher').call(listOrders, { requesterId: other })).items).toEqual([])
  })
})
