import { describe, expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'

describe('a clock that was set back', () => {
  const world = useWorld()
  const story = orderStory(world)

  it('stops no order, and leaves no negative minute and no line before its cause in the ledger', async () => {
    const order = await story.report()
    world.clock.advance({ minutes: 30 })
    await story.assign(order.id)
    world.clock.advance({ days: -1 })
    await story.done('worker', order.id, 'start')
    await story.finish(order.id)
    await story.done('staff', order.id, 'confirmation')
    world.clock.advance({ days: 2 })
    const ledger = await world.as('manager').call(orders.actions.readLedger, { orderId: order.id })
    const minutes = ledger.lines.flatMap((line) => [
      line.calendarMinutes,
      line.workingMinutes,
      line.heldMinutes,
    ])
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(0)
    for (const [index, line] of ledger.lines.entries())
      if (index > 0) expect(line.from).toBe(ledger.lines[index - 1]!.to)
    expect(ledger.lines[0]!.from).toBe(order.createdAt)
    expect(ledger.lines.reduce((sum, line) => sum + line.calendarMinutes, 0)).toBe(30)
  })

  it('gives no number twice', async () => {
    const first = await story.report()
    world.clock.advance({ days: 1 })
    const next = await story.report()
    world.clock.advance({ days: -1 })
    const back = await story.report()
    expect(new Set([first.number, next.number, back.number]).size).toBe(3)
  })

  it('delays no event that is still to be handed over', async () => {
    await world.as('admin').put('/api/calendar/days/2026-03-05', { kind: 'REST', name: '停电检修' })
    await world.installation.database.asOwner((db) =>
      db
        .updateTable('kernel.outbox')
        .set({ due_at: new Date(Date.now() + 86_400_000) })
        .execute(),
    )
    await world.deliver()
    const left = await world.installation.database.asOwner((db) =>
      db.selectFrom('kernel.outbox').select('event_id').execute(),
    )
    expect(left).toEqual([])
  })
})
