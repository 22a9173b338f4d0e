import { describe, expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../../module.ts'
import { requestStory } from '../../requests/test-story.ts'

const { actions } = fleet

describe('complaints in the exchange', () => {
  const world = useWorld()
  const story = requestStory(world)
  const complain = (role: Role, more: object) =>
    world.as(role).post('/api/orders/complaints', {
      channel: 'PHONE',
      about: '服务态度',
      words: '师傅迟到且没有说明。',
      complainantName: '刘芳',
      complainantPhone: '13900000001',
      ...more,
    })
  const read = (days: { from?: string; to?: string } = {}) =>
    world.as('manager').call(actions.readExchange, { entity: 'complaint', ...days })

  async function ride() {
    const { id } = await story.submit('staff', story.ride())
    await story.decide('liaison', id)
    await story.assign(id)
    return id
  }

  it('are those about vehicles, with trip, vehicle and driver, and without who complained', async () => {
    const id = await ride()
    const matter = { type: 'fleet.request', id }
    const { body } = await complain('dispatcher', { matter })
    await complain('dispatcher', { about: '空调', words: '太冷。' })
    const open = await read()
    expect(open.invalid).toEqual([])
    expect(open.items).toEqual([
      {
        number: body.number,
        channel: 'PHONE',
        registeredAt: '2026-03-02T01:00:00.000Z',
        about: '服务态度',
        words: '师傅迟到且没有说明。',
        tripNumber: expect.stringMatching(/^PC-/),
        plate: '粤B10001',
        driverStaffNo: 'D0001',
        dueAt: new Date(body.dueAt).toISOString(),
        state: 'OPEN',
        justified: null,
        answer: null,
        answeredAt: null,
      },
    ])
    await world.as('manager').call(orders.actions.answerComplaint, {
      complaintId: body.id,
      answer: '属实，已批评。',
      justified: true,
    })
    expect((await read()).items).toMatchObject([
      { state: 'ANSWERED', justified: true, answer: '属实，已批评。' },
    ])
    const file = await world.as('manager').get('/api/fleet/exchange/complaint/export')
    expect(file.bytes.toString('utf8')).toContain(body.number)
    expect(file.bytes.toString('utf8')).not.toMatch(/刘芳|13900000001/)
    expect((await read({ from: '2026-03-01', to: '2026-03-01' })).items).toEqual([])
    const other = world.other.as('manager').call(actions.readExchange, { entity: 'complaint' })
    expect((await other).items).toEqual([])
  })

  it('of confidential communication keep what was said to the house; the mapping names what is not handed on', async () => {
    const id = await ride()
    const { body } = await complain('dispatcher', { matter: { type: 'fleet.request', id } })
    await world
      .as('manager')
      .call(orders.actions.answerComplaint, { complaintId: body.id, answer: '已说明。', justified: false })
    await world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('fleet.vehicle')
        .set({ class: 'CONFIDENTIAL_COMM' })
        .where('plate', '=', '粤B10001')
        .execute(),
    )
    const { items, invalid } = await read()
    expect(items).toMatchObject([{ number: body.number, words: null, answer: null, justified: false }])
    expect(invalid).toEqual([])
    const mapping = await world.as('manager').call(actions.listExchangeEntities, {})
    const complaint = mapping.items.find(({ code }) => code === 'complaint')
    expect(complaint?.fields.map(({ name }) => name).toSorted()).toEqual(Object.keys(items[0]!).toSorted())
    expect(complaint?.missing?.zh).toContain('投诉人姓名和电话不外传')
    expect(mapping.notHeld.map(({ title }) => title.zh)).toEqual(['登录', '卫星定位轨迹'])
  })
})
