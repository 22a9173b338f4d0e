import { describe, expect, it } from 'vitest'
import { notifications } from '#platform/notifications/module.ts'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'

describe('what people hear of repairs', () => {
  const world = useWorld()
  const story = orderStory(world)

  it('tells the worker and the desk of what was left out, in its words, and not whoever found it', async () => {
    const { id } = await story.finished()
    await world.deliver()
    await world.ctx('staff', (ctx) =>
      ctx.emit({
        type: 'repairs.omission_recorded',
        subjectType: 'orders.service_order',
        subjectId: id,
        after: { what: '灯罩没有装回' },
      }),
    )
    await world.deliver()
    for (const role of ['worker', 'dispatcher'] as const) {
      const { items } = await world
        .as(role)
        .call(notifications.actions.listNotifications, { type: 'repairs.omission_found' })
      expect(items, role).toMatchObject([
        { title: { zh: '“走廊灯不亮”有漏项' }, body: { zh: '灯罩没有装回' }, href: `/orders/${id}` },
      ])
    }
    const own = await world
      .as('staff')
      .call(notifications.actions.listNotifications, { type: 'repairs.omission_found' })
    expect(own.items).toEqual([])
  })
})
