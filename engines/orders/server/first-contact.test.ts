import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'

describe('who answers for an order', () => {
  const world = useWorld()
  const story = orderStory(world)

  it('首问责任人 never moves: not by any step, not by any update [DESK-04]', async () => {
    const order = await story.report()
    expect(order.firstContactOwner).toBeNull()
    const taken = await story.done('dispatcher', order.id, 'take-on')
    const owner = { id: await story.personId('dispatcher'), name: '周明' }
    expect(taken.firstContactOwner).toEqual(owner)
    const second = await story.personId('secondWorker')
    await story.assign(order.id)
    await story.done('manager', order.id, 'transfer', { workerId: second, reason: '对方更熟悉' })
    await story.done('manager', order.id, 'refusal', { reason: '不在班' })
    await story.done('manager', order.id, 'assignment', { workerId: second })
    await story.done('manager', order.id, 'start')
    await story.finish(order.id, 'manager')
    await story.done('staff', order.id, 'reopening', { reason: '又不亮了' })
    await story.done('manager', order.id, 'voiding', { reason: '改走大修' })
    const { body } = await story.read('manager', order.id)
    expect(body.firstContactOwner).toEqual(owner)
    for (const role of ['manager', 'system'] as const) {
      const update = world.ctx(role, (ctx) =>
        ctx.db
          .updateTable('orders.service_order')
          .set({ first_contact_owner_id: second })
          .where('id', '=', order.id)
          .execute(),
      )
      await expect(update).rejects.toThrow('never moves')
    }
    const asOwner = world.installation.database.asOwner((db) =>
      sql`update orders.service_order set first_contact_owner_id = null, first_contact_at = null where id = ${order.id}`.execute(
        db,
      ),
    )
    await expect(asOwner).rejects.toThrow('never moves')
  })

  it('makes whoever of the centre notes it down the first-contact owner [DESK-04]', async () => {
    const requester = { name: '老张', phone: '13800001111' }
    const unit = (await story.report()).clientUnit.id
    const call = await story.report({ channel: 'PHONE', requester, clientUnitId: unit }, 'dispatcher')
    expect([call.state, call.firstContactOwner?.name, call.requesterName]).toEqual([
      'ACCEPTED',
      '周明',
      '老张',
    ])
    expect(call.respondedAt).toBe(call.createdAt)
    const corridor = await story.report({ channel: 'DESK', requester, clientUnitId: unit }, 'worker')
    expect([corridor.state, corridor.firstContactOwner?.name]).toEqual(['SUBMITTED', '赵铁柱'])
    const taken = await story.done('dispatcher', corridor.id, 'take-on')
    expect(taken.firstContactOwner?.name).toBe('赵铁柱')
  })

  it('leaves no order without somebody who holds it, nor ended without a result [DESK-07]', async () => {
    const order = await story.report()
    expect(order.holder).toMatchObject({ role: 'DESK', name: '物业科' })
    const broken = (set: Record<string, unknown>) =>
      world.ctx('system', (ctx) =>
        ctx.db.updateTable('orders.service_order').set(set).where('id', '=', order.id).execute(),
      )
    await expect(broken({ holder_role: 'NOBODY', holder_unit_id: null })).rejects.toThrow('always_held')
    await expect(broken({ holder_role: 'WORKER', holder_unit_id: null })).rejects.toThrow('always_held')
    await expect(broken({ closing_result: 'RESOLVED' })).rejects.toThrow('closing_result_known')
    const finished = await story.finished()
    await expect(
      world.ctx('system', (ctx) =>
        ctx.db
          .updateTable('orders.service_order')
          .set({ closing_result: null })
          .where('id', '=', finished.id)
          .execute(),
      ),
    ).rejects.toThrow('closing_result_known')
    const closed = await story.done('staff', finished.id, 'confirmation')
    expect([closed.state, closed.closingResult, closed.holder.role]).toEqual([
      'COMPLETED',
      'RESOLVED',
      'NOBODY',
    ])
    const { rows } = await world.ctx('system', (ctx) =>
      sql<{ unowned: number }>`select count(*)::int as unowned from orders.service_order
        where holder_person_id is null and holder_unit_id is null and state not in ('COMPLETED', 'VOIDED', 'MERGED')`.execute(
        ctx.db,
      ),
    )
    expect(rows[0]?.unowned).toBe(0)
  })

  it('names the three parties: who asks, who manages, who provides [DESK-18]', async () => {
    const order = await story.report()
    const { body } = await story.read('staff', order.id)
    expect(body.clientUnit.name).toBe('财政局')
    expect(body.managingUnit.name).not.toBe('')
    expect(body.providerUnit.name).not.toBe('')
    await expect(
      world.ctx('system', (ctx) =>
        ctx.db
          .updateTable('orders.service_order')
          .set({ provider_unit_id: sql<string>`null` })
          .where('id', '=', order.id)
          .execute(),
      ),
    ).rejects.toThrow('provider_unit_id')
  })
})
