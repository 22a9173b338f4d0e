import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { orderStory } from '#test/order-story.ts'
import { orders } from '../module.ts'
import { replyByMachine } from './api.ts'

describe('the time of an order', () => {
  const world = useWorld()
  const story = orderStory(world)
  const ledger = (orderId: string) => world.as('manager').call(orders.actions.readLedger, { orderId })
  it('every minute is explained: who held it, for what, and what was paused [DESK-05]', async () => {
    const order = await story.report() // Monday 09:00; promised: answered in 60, finished in 840 minutes
    world.clock.advance({ minutes: 20 })
    await story.assign(order.id)
    world.clock.advance({ minutes: 10 })
    await story.done('worker', order.id, 'acceptance')
    world.clock.advance({ minutes: 30 })
    await story.done('worker', order.id, 'start')
    world.clock.set('2026-03-02T11:00:00+08:00')
    await story.done('worker', order.id, 'pause', { reason: 'PARTS', note: '等灯管' })
    world.clock.set('2026-03-02T15:00:00+08:00')
    await story.done('worker', order.id, 'resumption')
    world.clock.set('2026-03-02T16:00:00+08:00')
    await story.finish(order.id)
    const { lines, totalWorkingMinutes, heldMinutes, breach } = await ledger(order.id)
    const told = lines.map((line) => [line.holder, line.phase, line.workingMinutes, line.pauseReason])
    expect(told).toEqual([
      ['物业科', 'reception', 20, null],
      ['赵铁柱', 'assigned', 10, null],
      ['赵铁柱', 'accepted', 30, null],
      ['赵铁柱', 'working', 60, null],
      ['赵铁柱', 'working', 120, '等配件'],
      ['赵铁柱', 'working', 60, null],
    ])
    for (const [index, line] of lines.entries()) if (index > 0) expect(line.from).toBe(lines[index - 1]!.to)
    expect([totalWorkingMinutes, heldMinutes, breach]).toEqual([300, 120, null])
    const { body } = await story.read('staff', order.id)
    expect(body.finish).toMatchObject({
      state: 'met',
      usedMinutes: 180,
      heldMinutes: 120,
      pledgedMinutes: 840,
    })
    expect(body.onTime).toBe(true)
  })

  it('says in whose hands a promise was broken [DESK-05]', async () => {
    const order = await story.report()
    await story.assign(order.id)
    await story.done('worker', order.id, 'start')
    world.clock.set('2026-03-04T10:00:00+08:00')
    const late = await world.as('dispatcher').get('/api/orders?overdue=true')
    expect(late.body.items.map((row: { id: string }) => row.id)).toEqual([order.id])
    const finished = await story.finish(order.id)
    expect(finished.onTime).toBe(false)
    const { breach } = await ledger(order.id)
    expect(breach).toMatchObject({ holderWhenDue: '赵铁柱', roleWhenDue: 'WORKER', overdueMinutes: 60 })
  })

  it('reassigning is fair to the next holder and changes nothing for the requester', async () => {
    const order = await story.report()
    const before = (await story.assign(order.id)).finishDueAt
    world.clock.set('2026-03-04T08:40:00+08:00') // 820 of 840 minutes are used
    await story.done('dispatcher', order.id, 'transfer', {
      workerId: await story.personId('secondWorker'),
      reason: '赵铁柱休假',
    })
    const { body } = await story.read('dispatcher', order.id)
    expect(body.finishDueAt).toBe(before)
    expect(body.finish).toMatchObject({ remainingMinutes: 20 })
    expect(body.hold).toMatchObject({ pledgedMinutes: 60, remainingMinutes: 60 })
    expect(body.holder).toMatchObject({ name: '孙立国', since: '2026-03-04T00:40:00.000Z' })
    expect(new Date(body.holder.dueAt!).toISOString()).toBe('2026-03-04T01:40:00.000Z')
    const seen = (await story.read('staff', order.id)).body
    expect([seen.finishDueAt, seen.createdAt]).toEqual([before, order.createdAt])
  })

  it('a pause plus a change of priority keeps the held time [DESK-12]', async () => {
    const order = await story.report()
    await story.assign(order.id)
    await story.done('worker', order.id, 'start')
    world.clock.set('2026-03-02T10:00:00+08:00')
    const paused = await story.done('worker', order.id, 'pause', { reason: 'USER' })
    expect(paused.finishDueAt).toBeNull()
    world.clock.set('2026-03-02T11:00:00+08:00')
    await story.done('dispatcher', order.id, 'urgency', { urgency: 'URGENT', reason: '漏水' })
    world.clock.set('2026-03-02T11:30:00+08:00')
    const resumed = await story.done('worker', order.id, 'resumption')
    // Urgent: 240 minutes round the clock; 60 used before the pause, 90 held.
    expect(new Date(resumed.finishDueAt!).toISOString()).toBe(
      new Date('2026-03-02T14:30:00+08:00').toISOString(),
    )
    const { body } = await story.read('dispatcher', order.id)
    expect(body.finish).toMatchObject({ heldMinutes: 90, usedMinutes: 60, pledgedMinutes: 240 })
    const { pledges } = await ledger(order.id)
    expect(pledges.map((one) => [one.finishMinutes, one.roundTheClock])).toEqual([
      [840, false],
      [240, true],
    ])
    // What moved earlier never does so silently.
    expect(pledges[1]!.movedEarlierMinutes).toBeGreaterThan(0)
  })

  it('an automatic reply is no response', async () => {
    const order = await story.report()
    await world.ctx('system', (ctx) => replyByMachine(ctx, order.id, '已收到，我们会尽快处理。'))
    const waiting = (await story.read('staff', order.id)).body
    expect([waiting.respondedAt, waiting.respond?.state]).toEqual([null, 'running'])
    world.clock.advance({ minutes: 5 })
    await story.done('dispatcher', order.id, 'reply', { message: '师傅十点到' })
    const answered = (await story.read('staff', order.id)).body
    expect([answered.respondedAt, answered.respond?.state]).toEqual(['2026-03-02T01:05:00.000Z', 'met'])
  })

  it('keeps a catalogue item’s promise on every order, and finds what was not begun in time [DESK-03] [DESK-08]', async () => {
    const order = await story.report()
    expect(new Date(order.respondDueAt!).toISOString()).toBe('2026-03-02T02:00:00.000Z')
    expect(new Date(order.finishDueAt!).toISOString()).toBe('2026-03-04T01:00:00.000Z') // 390 minutes today, 420 tomorrow, 30 on Wednesday
    await story.assign(order.id)
    const idle = async () =>
      (await world.as('dispatcher').get('/api/orders?notStarted=true')).body.items.length
    expect(await idle()).toBe(0)
    world.clock.advance({ minutes: 61 })
    expect(await idle()).toBe(1)
    expect((await world.as('dispatcher').get('/api/orders/summary')).body).toMatchObject({
      notStarted: 1,
      open: 1,
    })
    await story.done('worker', order.id, 'start')
    expect(await idle()).toBe(0)
  })
})
