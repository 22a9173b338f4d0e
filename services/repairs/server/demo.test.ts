import { describe, expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import { refreshClocks } from '#engines/orders/server/api.ts'
import { orderStates } from '#engines/orders/states.ts'
import { useWorld } from '#test/harness.ts'
import { repairs } from '../module.ts'
import { fillDemo } from './demo.ts'

const clocked = [
  'respond_due_at',
  'finish_due_at',
  'responded_at',
  'finished_at',
  'respond_on_time',
  'on_time',
  'respond_minutes',
  'work_minutes',
] as const

describe('the demo year', () => {
  const world = useWorld()

  it('looks lived in, and is what the engine would have left', async () => {
    await world.ctx('system', async (ctx) => {
      await fillDemo(ctx)
      const all = await ctx.db
        .selectFrom('orders.service_order')
        .select(['id', 'state', ...clocked])
        .execute()
      expect(all.length).toBeGreaterThan(1500)
      const seen = new Set(all.map(({ state }) => state))
      const living = Object.keys(orderStates.states).filter((state) => !['VOIDED', 'MERGED'].includes(state))
      expect([...seen].sort()).toEqual(living.sort())
      // The clocks of the engine, read again from the ledger, say the same.
      for (const before of all.filter((_, place) => place % 60 === 0)) {
        await refreshClocks(ctx, before.id)
        const after = await ctx.db
          .selectFrom('orders.service_order')
          .select(['id', 'state', ...clocked])
          .where('id', '=', before.id)
          .executeTakeFirstOrThrow()
        expect(after).toEqual(before)
      }
      const majors = await ctx.db.selectFrom('repairs.major_work').select('state').execute()
      expect(majors.length).toBeGreaterThan(55)
      expect(new Set(majors.map(({ state }) => state)).size).toBe(8)
    })
    const { items: complaints } = await world.as('manager').call(orders.actions.listComplaints, { limit: 50 })
    const states = complaints.map(({ state }) => state)
    expect(
      ['OPEN', 'ANSWERED', 'CLOSED'].map((state) => states.filter((one) => one === state).length),
    ).toEqual([2, 2, 4])
    expect(complaints.filter(({ overdue }) => overdue)).toHaveLength(1)
    expect(complaints.filter(({ order }) => order !== null).length).toBeGreaterThanOrEqual(4)
    const late = await world.as('dispatcher').call(repairs.actions.listRepairs, { overdue: true })
    expect(late.items.length).toBeGreaterThan(0)
    const mine = await world.as('staff').call(repairs.actions.listRepairs, { mine: true, limit: 50 })
    expect(mine.items.length).toBeGreaterThanOrEqual(6)
    const next = await world.as('staff').call(repairs.actions.report, {
      siteId: mine.items[0]!.site.id,
      kind: 'OTHER',
      description: '演示之后的第一单',
    })
    expect(next.number).toMatch(/^WX-20260302-\d{4}$/)
  })
})
