import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { orders } from '../module.ts'

const actions = orders.actions

describe('complaints and follow-up calls', () => {
  const world = useWorld()
  const story = orderStory(world)

  it('registers a complaint by phone or mailbox with an owner and a day, and answers it [SATI-05]', async () => {
    const order = await story.finished()
    const desk = world.as('dispatcher')
    const phone = await desk.call(actions.registerComplaint, {
      channel: 'PHONE',
      orderId: order.id,
      about: '维修后地面未清扫',
      words: '师傅走后灰尘没扫。',
      complainantName: '刘芳',
      complainantPhone: '13800002222',
    })
    expect(phone).toMatchObject({
      state: 'OPEN',
      owner: { name: '周明' },
      order: { number: order.number },
      overdue: false,
    })
    expect(phone.number).toMatch(/^TS-20260302-\d{4}$/)
    expect(phone.dueAt).toBe('2026-03-09T15:59:59.000Z') // the fifth working day
    const mailbox = await desk.call(actions.registerComplaint, {
      channel: 'MAILBOX',
      about: '食堂排队',
      words: '十二点排队太长。',
      complainantName: '匿名',
    })
    world.clock.set('2026-03-10T09:00:00+08:00')
    const late = await world.as('manager').call(actions.listComplaints, { overdue: true })
    expect(late.items.map(({ id }) => id).sort()).toEqual([phone.id, mailbox.id].sort())
    const answered = await world
      .as('manager')
      .call(actions.answerComplaint, { complaintId: phone.id, answer: '已返场清扫并致歉。', justified: true })
    expect([answered.state, answered.justified]).toEqual(['ANSWERED', true])
    const closed = await world
      .as('manager')
      .call(actions.closeComplaint, { complaintId: phone.id, reason: '当事人认可' })
    expect(closed.state).toBe('CLOSED')
    const again = await world
      .as('manager')
      .post(`/api/orders/complaints/${phone.id}/answer`, { answer: 'x', justified: true })
    expect(again.status).toBe(409)
    const sheet = await world.as('manager').get('/api/orders/complaints/export?format=csv')
    expect(sheet.bytes.toString('utf8')).toContain('已返场清扫并致歉')
  })

  it('lets a member of staff complain in the own name only, and follow it [SATI-05]', async () => {
    const mine = await world.as('staff').call(actions.registerComplaint, {
      channel: 'WEB',
      about: '空调太冷',
      words: '三楼。',
      complainantName: '别人',
    })
    expect([mine.complainantName, mine.owner.name, mine.can.answer]).toEqual(['林小满', '吴建国', false])
    expect((await world.as('staff').call(actions.listComplaints, {})).items.length).toBe(1)
    expect((await world.as('worker').call(actions.listComplaints, {})).items).toEqual([])
  })

  it('lets a liaison pass on what a colleague said, for the own unit only [SATI-05]', async () => {
    const passed = await world.as('liaison').call(actions.registerComplaint, {
      channel: 'WEB',
      about: '响应太慢',
      words: '等了两天。',
      complainantName: '彭若轩',
    })
    const { unitId } = (await world.as('liaison').get('/api/session')).body as { unitId: string }
    expect([passed.complainantName, passed.unit?.id]).toEqual(['彭若轩', unitId])
    const { items } = await world.as('liaison').call(actions.listComplaints, {})
    expect(items.map(({ id }) => id)).toContain(passed.id)
  })

  it('draws the month’s sample once, and nobody follows up the own work', async () => {
    for (let count = 0; count < 4; count++) {
      const order = await story.finished()
      await story.done('staff', order.id, 'confirmation')
    }
    const draw = (percent: number) =>
      world.as('manager').call(actions.planFollowUps, { month: '2026-03-01', percent })
    expect(await draw(50)).toEqual({ completed: 4, planned: 2, added: 2 })
    expect(await draw(50)).toEqual({ completed: 4, planned: 2, added: 0 })
    expect(await draw(75)).toEqual({ completed: 4, planned: 3, added: 1 })
    world.clock.set('2026-04-01T07:00:00+08:00')
    await world.runJob('orders.sample-follow-ups')
    const { items } = await world.as('manager').call(actions.listFollowUps, { done: false })
    expect(items.length).toBe(3)
    const record = (role: 'dispatcher' | 'manager') =>
      world
        .as(role)
        .post(`/api/orders/follow-ups/${items[0]!.id}/result`, { outcome: 'SATISFIED', result: '很快' })
    const own = await record('dispatcher')
    expect([own.status, own.body.code]).toEqual([403, 'orders.own_follow_up'])
    const done = await record('manager')
    expect([done.status, done.body.outcome, done.body.byName]).toEqual([200, 'SATISFIED', '吴建国'])
    expect((await record('manager')).status).toBe(409)
  })

  it('adds up costs, and a correction is an entry', async () => {
    const order = await story.finished()
    const enter = (quantity: number, unitPriceFen: number) =>
      world
        .as('worker')
        .call(actions.addCost, { orderId: order.id, kind: 'PART', title: '灯管', quantity, unitPriceFen })
    const tube = await enter(2, 1_550)
    await enter(0.5, 8_001)
    expect((await story.read('staff', order.id)).body.costFen).toBe(3_100 + 4_001)
    const correct = () =>
      world.as('worker').post(`/api/orders/${order.id}/costs/${tube.id}/correction`, { reason: '实际未用' })
    expect((await correct()).body.amountFen).toBe(-3_100)
    expect((await correct()).body.code).toBe('orders.corrected_already')
    const { items, totalFen } = await world.as('staff').call(actions.listCosts, { orderId: order.id })
    expect([items.length, totalFen]).toEqual([3, 4_001])
    expect(items.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(totalFen)
  })
})
