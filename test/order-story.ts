import { orders } from '#engines/orders/module.ts'
import { createOrder, finishOrder, type NewOrder, type OrderRow } from '#engines/orders/server/api.ts'
import type { Role } from '#kernel/contract/roles.ts'
import type { World } from './harness.ts'

/** The people of the world by their staff number. */
export const staffNo = {
  staff: 'G001',
  liaison: 'G002',
  worker: 'G003',
  dispatcher: 'G004',
  manager: 'G005',
  director: 'G006',
  secondWorker: 'G009',
  keyPerson: 'G010',
} as const

/** What a test tells of an order: who reports it, and what then happens to it. */
export function orderStory(world: World) {
  async function personId(who: keyof typeof staffNo): Promise<string> {
    return world.ctx('system', async (ctx) => {
      const person = await ctx.db
        .selectFrom('directory.person')
        .select('id')
        .where('staff_no', '=', staffNo[who])
        .executeTakeFirstOrThrow()
      return person.id
    })
  }
  async function siteId(code = 'P001'): Promise<string> {
    return world.ctx('system', async (ctx) => {
      const site = await ctx.db
        .selectFrom('directory.site')
        .select('id')
        .where('code', '=', code)
        .executeTakeFirstOrThrow()
      return site.id
    })
  }
  async function report(more: Partial<NewOrder> = {}, role: Role = 'staff'): Promise<OrderRow> {
    const site = more.siteId ?? (await siteId())
    return world.ctx(role, (ctx) =>
      createOrder(ctx, {
        line: 'repairs',
        prefix: 'WX',
        kind: 'PLUMBING_ELECTRIC',
        skill: '水电',
        itemCode: 'repairs.plumbing-electric',
        title: '走廊灯不亮',
        channel: 'WEB',
        ...more,
        siteId: site,
      }),
    )
  }
  function act(role: Role, orderId: string, step: string, body: object = {}) {
    return world.as(role).post(`/api/orders/${orderId}/${step}`, body)
  }
  /** As `act`, and it must succeed. */
  async function done(role: Role, orderId: string, step: string, body: object = {}): Promise<OrderRow> {
    const answer = await act(role, orderId, step, body)
    if (answer.status !== 200)
      throw new Error(`${role} ${step}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  async function assign(orderId: string, who: 'worker' | 'secondWorker' = 'worker') {
    return done('dispatcher', orderId, 'assignment', { workerId: await personId(who) })
  }
  async function finish(orderId: string, role: Role = 'worker'): Promise<OrderRow> {
    return world.ctx(role, (ctx) => finishOrder(ctx, orderId, { result: 'RESOLVED', note: '更换灯管' }))
  }
  /** From the report to the requester's confirmation. */
  async function finished(more: Partial<NewOrder> = {}): Promise<OrderRow> {
    const order = await report(more)
    await assign(order.id)
    await done('worker', order.id, 'start')
    return finish(order.id)
  }
  async function duty(who: 'worker' | 'secondWorker', more: object = {}) {
    const id = await personId(who)
    const answer = await world
      .as('dispatcher')
      .put(`/api/orders/workers/${id}/duty`, { onDuty: true, ...more })
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
    return id
  }
  const read = async (role: Role, orderId: string) => ({
    body: await world.as(role).call(orders.actions.readOrder, { orderId }),
  })
  return { personId, siteId, report, act, done, assign, finish, finished, duty, read }
}
