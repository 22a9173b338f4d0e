import { describe, expect, it } from 'vitest'
import type { Role } from '#kernel/contract/roles.ts'
import { notifications } from '#platform/notifications/module.ts'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { orders } from '../module.ts'

describe('what people hear of orders', () => {
  const world = useWorld()
  const story = orderStory(world)

  async function heard(role: Role) {
    await world.deliver()
    const { items } = await world.as(role).call(notifications.actions.listNotifications, {})
    return items.map(({ type, title, body, href, times }) => ({ type, title, body, href, times }))
  }
  const typesOf = async (role: Role) => (await heard(role)).map(({ type }) => type)

  it('follows an order from the report to its confirmation, each told what is theirs', async () => {
    const { id, number } = await story.report()
    expect(await heard('dispatcher')).toMatchObject([
      { type: 'orders.submitted', title: { zh: '新工单“走廊灯不亮”' }, href: `/orders/${id}` },
    ])
    expect(await typesOf('staff')).toEqual([])
    await story.done('dispatcher', id, 'take-on')
    expect(await heard('staff')).toMatchObject([
      {
        type: 'orders.taken_on',
        title: { zh: '“走廊灯不亮”已受理', en: '“走廊灯不亮” was taken on' },
        body: { zh: expect.stringMatching(/^周明负责，承诺 3月\d日 \d\d:\d\d 前办好$/) },
      },
    ])
    await story.assign(id)
    expect(await heard('worker')).toMatchObject([
      { type: 'orders.assigned', body: { zh: expect.stringContaining(`一号办公楼 · ${number}`) } },
    ])
    await story.done('worker', id, 'start')
    await story.done('worker', id, 'pause', { reason: 'PARTS', note: '灯管缺货' })
    expect((await heard('staff'))[0]).toMatchObject({
      type: 'orders.paused',
      title: { zh: '“走廊灯不亮”暂停：等配件' },
      body: { zh: '灯管缺货' },
    })
    await story.done('worker', id, 'resumption')
    await story.finish(id)
    expect(await typesOf('staff')).toEqual(['orders.to_confirm', 'orders.paused', 'orders.taken_on'])
    expect(await typesOf('liaison')).toEqual(['orders.unit_to_confirm'])
  })

  it('tells nobody of their own deed', async () => {
    const { id } = await story.report({}, 'dispatcher')
    expect(await typesOf('dispatcher')).toEqual([])
    await story.done('dispatcher', id, 'take-on')
    expect(await typesOf('dispatcher')).toEqual([])
  })

  it('tells who had an order and who has it now, and the desk when it comes back', async () => {
    const { id } = await story.report()
    await story.assign(id)
    await world.deliver()
    const second = await story.personId('secondWorker')
    await story.done('dispatcher', id, 'transfer', { workerId: second, reason: '请假' })
    expect(await typesOf('worker')).toEqual(['orders.taken_away', 'orders.assigned'])
    const other = await story.report()
    await story.assign(other.id)
    await story.done('worker', other.id, 'refusal', { reason: '没有这个工具' })
    expect((await heard('dispatcher'))[0]).toMatchObject({
      type: 'orders.returned',
      body: { zh: '原因：没有这个工具' },
    })
  })

  it('brings 催办 to the holder and the desk, and makes two within minutes one with a count', async () => {
    const { id } = await story.report()
    await story.assign(id)
    await world.as('staff').call(orders.actions.remindOrder, { orderId: id, note: '下午要开会' })
    expect((await heard('worker'))[0]).toMatchObject({
      type: 'orders.reminded',
      title: { zh: '林小满催办“走廊灯不亮”' },
      body: { zh: '下午要开会' },
      times: 1,
    })
    expect(await typesOf('dispatcher')).toContain('orders.reminded')
    const again = await story.report({ title: '水管漏水' })
    await story.assign(again.id)
    await world.ctx('staff', (ctx) =>
      ctx.emit({
        type: 'orders.reminded',
        subjectType: 'orders.service_order',
        subjectId: id,
        after: { note: '还在等' },
      }),
    )
    const reminded = (await heard('worker')).filter(({ type }) => type === 'orders.reminded')
    expect(reminded).toMatchObject([{ times: 2, body: { zh: '还在等' } }])
  })

  it('warns whoever holds it, then the desk, then the head', async () => {
    const { id } = await story.report()
    await story.assign(id)
    await story.done('worker', id, 'start')
    world.clock.advance({ days: 7 })
    await world.runJob('orders.escalate')
    expect(await typesOf('worker')).toContain('orders.due_soon')
    expect(await typesOf('dispatcher')).toContain('orders.breached')
    const manager = await heard('manager')
    expect(manager.find(({ type }) => type === 'orders.escalated')).toMatchObject({
      title: { zh: '办结超时两小时：“走廊灯不亮”' },
    })
  })

  it('says nothing of the words of a leaders’ order, in no list', async () => {
    const { id } = await story.report({ restricted: true, title: '局长办公室保险柜' })
    await story.assign(id)
    const all = JSON.stringify([await heard('dispatcher'), await heard('worker')])
    expect(all).toContain('受限工单')
    expect(all).not.toContain('保险柜')
    expect(all).not.toContain('一号办公楼')
  })

  it('tells a complainant of the answer, and the desk of the complaint', async () => {
    const complaint = await world.as('staff').call(orders.actions.registerComplaint, {
      channel: 'WEB',
      about: '空调太冷',
      words: '会议室二十度',
    })
    expect(await typesOf('manager')).toContain('orders.complaint_registered')
    await world.as('manager').call(orders.actions.answerComplaint, {
      complaintId: complaint.id,
      answer: '已调到二十六度',
      justified: true,
    })
    expect((await heard('staff'))[0]).toMatchObject({
      type: 'orders.complaint_answered',
      body: { zh: '已调到二十六度' },
      href: `/opinions?open=${complaint.id}`,
    })
  })

  it('tells nothing of what was rolled back', async () => {
    const { id } = await story.report()
    await world.deliver()
    await expect(
      world.ctx('dispatcher', async (ctx) => {
        await ctx.emit({ type: 'orders.accepted', subjectType: 'orders.service_order', subjectId: id })
        throw new Error('undone')
      }),
    ).rejects.toThrow('undone')
    expect(await typesOf('staff')).toEqual([])
  })
})
