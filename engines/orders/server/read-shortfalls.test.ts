import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { orders } from '../module.ts'

describe('what fell short', () => {
  const world = useWorld()
  const story = orderStory(world)
  const shortfalls = (from: string, to: string) =>
    world.as('manager').call(orders.actions.readShortfalls, { from, to })

  it('the morning’s look names broken promises with who held them, low ratings and what was sent back', async () => {
    const late = await story.report() // Monday 2026-03-02 09:00, promised by Wednesday 09:00
    await story.assign(late.id)
    await story.done('worker', late.id, 'start')
    const kept = await story.report()
    await story.assign(kept.id)
    await story.done('worker', kept.id, 'start')
    await story.finish(kept.id)
    await story.done('staff', kept.id, 'evaluation', { overall: 2, comment: '又滴水了' })
    await story.done('staff', kept.id, 'reopening', { reason: '还在漏' })
    world.clock.set('2026-03-04T10:00:00+08:00')

    const found = await shortfalls('2026-03-02', '2026-03-04')
    const [first] = found.late.filter(({ order }) => order.id === late.id)
    expect(first).toMatchObject({ holderWhenDue: '赵铁柱', roleWhenDue: 'WORKER', overdueMinutes: 60 })
    expect(found.lowRated).toMatchObject([{ order: { id: kept.id }, overall: 2, comment: '又滴水了' }])
    expect(found.reopened).toMatchObject([{ order: { id: kept.id }, reason: '还在漏' }])
    expect([found.lowRatedCount, found.reopenedCount]).toEqual([1, 1])

    const before = await shortfalls('2026-02-01', '2026-02-27')
    expect([before.lateCount, before.lowRatedCount, before.reopenedCount]).toEqual([0, 0, 0])
  })
})
