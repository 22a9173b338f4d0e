import { describe, expect, it } from 'vitest'
import { calendar } from '#engines/calendar/module.ts'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'

describe('a change of the work calendar', () => {
  const world = useWorld()
  const story = orderStory(world)

  it('moves the promises of open orders, and says so in their history [DESK-03]', async () => {
    const order = await story.report()
    const due = async () =>
      world.ctx('system', (ctx) =>
        ctx.db
          .selectFrom('orders.service_order')
          .select('finish_due_at')
          .where('id', '=', order.id)
          .executeTakeFirstOrThrow(),
      )
    const first = (await due()).finish_due_at!
    const holiday = { kind: 'holiday', name: '临时闭馆' }
    expect((await world.as('admin').put('/api/calendar/days/2026-03-03', holiday)).status).toBe(200)
    await world.deliver()
    const later = (await due()).finish_due_at!
    expect(new Date(later).getTime() - new Date(first).getTime()).toBe(24 * 3_600_000)
    const moved = await world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('kernel.event')
        .select('reason')
        .where('subject_id', '=', order.id)
        .where('type', '=', 'orders.due_moved')
        .execute(),
    )
    expect(moved).toEqual([{ reason: '冯安：工作日历有改动' }])
    await world.as('admin').delete('/api/calendar/days/2026-03-03')
    await world.deliver()
    expect((await due()).finish_due_at).toBe(first)
  })

  it('that leaves a site no hour at all stops neither its own orders nor those of others', async () => {
    await story.report()
    const siteId = await story.siteId()
    const closed = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, hours: '' }))
    await world.as('admin').call(calendar.actions.setWeeklyHours, { calendar: 'work', siteId, hours: closed })
    await world.deliver()
    const { finishDueAt } = await story.report()
    expect(Date.parse(finishDueAt!)).toBeGreaterThan(Date.parse('2026-03-02T09:00:00+08:00'))
    world.clock.set('2026-03-12T10:00:00+08:00')
    await world.runJob('orders.escalate')
    const late = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('kernel.event').select('id').where('type', '=', 'orders.escalated').execute(),
    )
    expect(late.length).toBeGreaterThan(0)
  })
})
