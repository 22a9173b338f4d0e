import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { between } from '#test/meanwhile.ts'
import { orderStory } from '#test/order-story.ts'
import { createOrder, finishOrder, type ImportedOrder, importOrders } from './api.ts'
import { followOrder } from './follow-order.ts'
import { mergeOrder } from './merge-order.ts'
import { replyToOrder } from './reply-to-order.ts'

describe('two people at once', () => {
  const world = useWorld({ committing: true })
  const story = orderStory(world)

  it('claim: exactly one has it, the other is told who', async () => {
    const me = await story.duty('worker')
    const account = await world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('kernel.member')
        .set({ person_id: ctx.db.selectFrom('directory.person').select('id').where('staff_no', '=', 'G009') })
        .where('user_name', '=', 'manager')
        .returning('person_id')
        .executeTakeFirstOrThrow(),
    )
    await story.duty('secondWorker')
    expect(account.person_id).not.toBe(me)
    const order = await story.report()
    await story.done('dispatcher', order.id, 'offer')
    const answers = await Promise.all([
      story.act('worker', order.id, 'claim'),
      story.act('manager', order.id, 'claim'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const [won, lost] = [...answers].sort((one, two) => one.status - two.status)
    expect(lost?.body.code).toBe('orders.claimed_already')
    expect(lost?.body.detail).toContain(won?.body.holder.name)
  })

  it('assign and void: one of them wins, and the order is in one state', async () => {
    const order = await story.report()
    const answers = await Promise.all([
      story.act('dispatcher', order.id, 'assignment', { workerId: await story.personId('worker') }),
      story.act('staff', order.id, 'withdrawal', { reason: '已好' }),
    ])
    // Assigned first, it may still be withdrawn; withdrawn first, it may no longer be assigned.
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
    expect((await story.read('dispatcher', order.id)).body.state).toBe('VOIDED')
  })

  it('the same request twice, from one phone: one order', async () => {
    const siteId = await story.siteId()
    const send = () =>
      world.ctx('staff', (ctx) =>
        createOrder(ctx, {
          line: 'repairs',
          prefix: 'WX',
          itemCode: 'repairs.plumbing-electric',
          title: '水管漏水',
          channel: 'WEB',
          siteId,
          clientKey: 'phone-7-0001',
        }),
      )
    const [one, two] = await Promise.all([send(), send()])
    expect(one.id).toBe(two.id)
    expect((await send()).number).toBe(one.number)
  })

  it('the same step twice: the key gives the first answer, without it the second is 409', async () => {
    const order = await story.report()
    const key = { 'idempotency-key': 'take-on-0001' }
    const takeOn = () => world.as('dispatcher').post(`/api/orders/${order.id}/take-on`, {}, key)
    const [first, again] = [await takeOn(), await takeOn()]
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.body).toEqual(first.body)
    expect((await story.act('dispatcher', order.id, 'take-on')).status).toBe(409)
  })

  it('who follows a report in the moment it is merged is not left behind on it', async () => {
    const [one, main] = [await story.report(), await story.report({ title: '走廊灯全不亮' })]
    const following = between(world, {
      hold: (ctx) => mergeOrder(ctx, { orderId: one.id, intoOrderId: main.id }),
      deed: () => world.ctx('liaison', (ctx) => followOrder(ctx, one.id)),
    })
    await expect(following).rejects.toMatchObject({ status: 409, code: 'orders.ended' })
  })

  it('an old order that is finished while its sheet is imported again stays finished', async () => {
    const { clientUnit } = await story.report()
    const order: ImportedOrder = {
      number: 'WX20140001',
      line: 'repairs',
      title: '门锁损坏',
      siteId: await story.siteId(),
      clientUnitId: clientUnit.id,
      requesterName: '林小满',
      createdAt: new Date('2014-10-08T14:40:00+08:00'),
      finishedAt: null,
    }
    const take = (more: Partial<ImportedOrder> = {}) =>
      world.ctx('system', (ctx) => importOrders(ctx, [{ ...order, ...more }]))
    const { id } = (await take())[0]!
    const [again] = await between(world, {
      hold: (ctx) => sql`select from orders.service_order where id = ${id} for update`.execute(ctx.db),
      deed: () => take({ title: '门锁损坏、把手松动' }),
      meanwhile: (ctx) => finishOrder(ctx, id, { result: 'RESOLVED', note: '已换锁' }),
    })
    expect(again!.outcome).toBe('clash')
    const { body } = await story.read('dispatcher', id)
    expect([body.state, body.finishedAt]).toEqual(['FINISHED', expect.any(String)])
  })

  it('what happens to orders while their promises follow a changed calendar stays in their clocks', async () => {
    const [order, other] = [await story.report(), await story.report({ title: '水龙头漏水' })]
    await story.assign(order.id)
    await story.done('worker', order.id, 'start')
    await world.deliver()
    const holiday = { kind: 'holiday', name: '临时闭馆' }
    expect((await world.as('admin').put('/api/calendar/days/2026-03-03', holiday)).status).toBe(200)
    await between(world, {
      hold: (ctx) => sql`select from orders.service_order where state <> 'VOIDED' for update`.execute(ctx.db),
      deed: () => world.deliver(),
      async meanwhile(ctx) {
        await finishOrder(ctx, order.id, { result: 'RESOLVED', note: '已换灯管' })
        await replyToOrder(ctx, { orderId: other.id, message: '马上到' })
      },
    })
    const read = async (id: string) => (await story.read('dispatcher', id)).body
    expect(await read(order.id)).toMatchObject({
      state: 'FINISHED',
      finishedAt: expect.any(String),
      onTime: true,
    })
    expect(await read(other.id)).toMatchObject({ respondedAt: expect.any(String) })
  })
})
