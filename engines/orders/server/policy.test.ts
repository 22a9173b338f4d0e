import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { orders } from '../module.ts'

describe('who sees what', () => {
  const world = useWorld()
  const story = orderStory(world)
  const status = async (role: Parameters<typeof world.as>[0], orderId: string) =>
    (await world.as(role).get(`/api/orders/${orderId}`)).status
  const listed = async (role: Parameters<typeof world.as>[0]) =>
    (await world.as(role).call(orders.actions.listOrders, {})).items.map(({ id }) => id)

  it('shows people their own, a liaison the unit’s, a worker what is in hand, the desk everything', async () => {
    const mine = await story.report()
    const foreign = await story.report(
      { requester: { personId: await story.personId('manager') } },
      'manager',
    )
    expect(await listed('staff')).toEqual([mine.id])
    expect(await listed('liaison')).toEqual([mine.id])
    expect(await listed('worker')).toEqual([])
    expect((await listed('dispatcher')).sort()).toEqual([mine.id, foreign.id].sort())
    await story.assign(foreign.id)
    expect(await listed('worker')).toEqual([foreign.id])
    expect([await status('staff', foreign.id), await status('worker', mine.id)]).toEqual([404, 404])
    expect(await status('auditor', mine.id)).toBe(200)
    expect((await world.as('admin').get('/api/orders')).status).toBe(403)
  })

  it('keeps a leader’s order to those involved, sealed until a look is on record [DESK-17]', async () => {
    const keyPerson = await story.personId('keyPerson')
    const order = await story.report(
      { requester: { personId: keyPerson }, title: '局长办公室空调' },
      'dispatcher',
    )
    expect(order.restricted).toBe(true)
    expect([
      await status('staff', order.id),
      await status('liaison', order.id),
      await status('worker', order.id),
    ]).toEqual([404, 404, 404])
    const found = async (search: string) =>
      (await world.as('manager').call(orders.actions.listOrders, { search })).items.map(({ id }) => id)
    expect([await found('局长'), await found('陈立'), await found(order.number)]).toEqual([
      [],
      [],
      [order.id],
    ])
    const sealed = (await story.read('manager', order.id)).body
    expect([sealed.sealed, sealed.title, sealed.description, sealed.requesterPhone]).toEqual([
      true,
      '受限事项',
      '',
      null,
    ])
    expect(sealed.requesterName).not.toContain('陈立')
    expect((await world.as('manager').get(`/api/orders/${order.id}/ledger`)).body.code).toBe('orders.sealed')
    expect((await story.act('manager', order.id, 'opening', {})).status).toBe(400)
    const open = await world
      .as('manager')
      .call(orders.actions.openOrder, { orderId: order.id, reason: '督办' })
    expect([open.sealed, open.title, open.requesterName]).toEqual([false, '局长办公室空调', '陈立'])
    expect(await found('局长')).toEqual([order.id])
    expect((await story.read('manager', order.id)).body.sealed).toBe(false)
    expect((await story.read('director', order.id)).body.sealed).toBe(true)
    const { body } = await world.as('auditor').get('/api/audit?type=orders.opened')
    expect(
      body.items.map((event: { actorName: string; reason: string }) => [event.actorName, event.reason]),
    ).toEqual([['吴建国', '督办']])
    world.clock.advance({ minutes: 31 })
    expect((await story.read('manager', order.id)).body.sealed).toBe(true)
  })

  it('takes a restricted order out of the desk’s sight once it is in other hands [DESK-17]', async () => {
    const keyPerson = await story.personId('keyPerson')
    const order = await story.report({ requester: { personId: keyPerson } }, 'manager')
    expect(await status('dispatcher', order.id)).toBe(200)
    await story.done('manager', order.id, 'assignment', { workerId: await story.personId('worker') })
    expect([await status('dispatcher', order.id), await status('worker', order.id)]).toEqual([404, 200])
    expect(await listed('worker')).toEqual([order.id])
  })

  it('lets those ring the requester who have the order in hand, not those it was offered to or who asked the same', async () => {
    const main = await story.report({ requester: { personId: await story.personId('manager') } }, 'manager')
    const same = await story.report()
    const phoneFor = async (role: Parameters<typeof world.as>[0]) =>
      (await story.read(role, main.id)).body.requesterPhone
    expect(await phoneFor('dispatcher')).toMatch(/^1\d{10}$/)
    await story.duty('worker')
    await story.done('dispatcher', main.id, 'take-on')
    await story.done('dispatcher', main.id, 'offer')
    expect([await status('worker', main.id), await phoneFor('worker')]).toEqual([200, null])
    await story.done('worker', main.id, 'claim')
    expect(await phoneFor('worker')).toMatch(/^1\d{10}$/)
    await story.done('dispatcher', main.id, 'transfer', {
      workerId: await story.personId('secondWorker'),
      reason: '调整',
    })
    expect([await status('worker', main.id), await phoneFor('worker')]).toEqual([200, null])
    await story.done('dispatcher', same.id, 'merging', { intoOrderId: main.id })
    expect([await status('staff', main.id), await phoneFor('staff')]).toEqual([200, null])
  })

  it('finds by number, two characters, pinyin initials and place, and exports what it lists', async () => {
    const order = await story.report({ title: '卫生间水龙头漏水', placeText: '三层东侧' })
    await story.report({ title: '走廊灯不亮' })
    for (const search of ['漏水', 'ltls', '三层', order.number.slice(-8), '漏', '水龙头 东侧']) {
      const { items } = await world.as('dispatcher').call(orders.actions.listOrders, { search })
      const found = items.map(({ id }) => id)
      expect([search, found.includes(order.id)]).toEqual([search, true])
    }
    const none = await world.as('dispatcher').call(orders.actions.listOrders, { search: '100%' })
    expect(none.items).toEqual([])
    const sheet = await world.as('dispatcher').get('/api/orders/export?format=csv&search=漏水')
    expect(sheet.bytes.toString('utf8')).toContain('卫生间水龙头漏水')
    expect(sheet.bytes.toString('utf8')).not.toContain('走廊灯不亮')
  })

  it('pages by key, newest first or what falls due first', async () => {
    const all: string[] = []
    for (const title of ['一号灯', '二号灯', '三号灯']) {
      all.unshift((await story.report({ title })).id)
      world.clock.advance({ minutes: 1 })
    }
    const list = (input: object) =>
      world.as('dispatcher').call(orders.actions.listOrders, { limit: 2, ...input })
    const one = await list({})
    const two = await list({ cursor: one.next ?? '' })
    expect([...one.items, ...two.items].map(({ id }) => id)).toEqual(all)
    expect(two.next).toBeNull()
    const due = await list({ sort: 'due', state: ['SUBMITTED'] })
    expect(due.items.map(({ id }) => id)).toEqual(all.toReversed().slice(0, 2))
  })
})
