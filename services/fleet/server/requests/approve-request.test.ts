import { describe, expect, it } from 'vitest'
import { approvals } from '#engines/approvals/module.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { requestStory } from './test-story.ts'

const { actions } = fleet

describe('approval of requests by rule', () => {
  const world = useWorld()
  const story = requestStory(world)
  const holders = async (id: string) => (await story.read('manager', id)).holder?.names

  it('[FLEET-02] on a working day the head of the unit decides, and the desk finds it approved', async () => {
    const { id, state } = await story.submit('staff', story.ride())
    expect(state).toBe('SUBMITTED')
    expect(await story.read('staff', id)).toMatchObject({
      holder: { names: ['何静'], since: '2026-03-02T01:00:00.000Z', due: expect.any(String) },
      approval: { state: 'PENDING', route: { title: '工作日市内用车' } },
    })
    await story.decide('liaison', id)
    expect(await story.read('staff', id)).toMatchObject({
      state: 'APPROVED',
      approvedAt: '2026-03-02T01:00:00.000Z',
      holder: { names: [], due: '2026-03-05T01:00:00.000Z' },
      approval: { state: 'APPROVED' },
      firstContactName: null,
    })
  })

  it('[FLEET-02] beyond the city and on days off the section head too; beyond 300 km the director as well', async () => {
    const routes: [object, string, Role[]][] = [
      [{ reach: 'BEYOND', distanceKm: 120 }, '跨市用车', ['liaison', 'manager']],
      [
        { reach: 'BEYOND', distanceKm: 301, to: '2026-03-06T12:00:00+08:00' },
        '单程超过 300 公里',
        ['liaison', 'manager', 'director'],
      ],
      [
        { from: '2026-03-07T09:00:00+08:00', to: '2026-03-07T12:00:00+08:00' },
        '节假日和夜间用车',
        ['liaison', 'manager'],
      ],
      [
        { from: '2026-03-05T20:00:00+08:00', to: '2026-03-05T23:00:00+08:00' },
        '节假日和夜间用车',
        ['liaison', 'manager'],
      ],
    ]
    for (const [more, title, deciders] of routes) {
      const { id } = await story.submit('staff', story.ride(more))
      expect((await story.approval(id)).route?.title).toBe(title)
      for (const role of deciders) {
        expect((await story.read('staff', id)).state).toBe('SUBMITTED')
        await story.decide(role, id)
      }
      expect((await story.read('staff', id)).state).toBe('APPROVED')
    }
    // Whoever of the centre decided first stays, whatever comes later.
    const [last] = await story.list('staff')
    expect(last!.firstContactName).toBe('吴建国')
  })

  it('reckons with the table of distances where nobody says how far it is', async () => {
    const dispatcher = world.as('dispatcher')
    const zone = { words: [], reach: 'CITY' as const, base: false }
    const { id: here } = await dispatcher.call(actions.createZone, { ...zone, name: '一号办公楼' })
    const { id: there } = await dispatcher.call(actions.createZone, { ...zone, name: '水库管理处' })
    const toReservoir = story.ride({ origin: '一号办公楼', destination: '水库管理处', reach: 'CITY' })
    const routeOf = async () => {
      const { id } = await story.submit('staff', toReservoir)
      return (await story.approval(id)).route?.title
    }
    expect(await routeOf()).toBe('工作日市内用车')
    await dispatcher.call(actions.setDistance, { zoneId: here, toId: there, km: 301, minutes: 300 })
    expect(await routeOf()).toBe('单程超过 300 公里')
  })

  it('is completed and handed in again after it was sent back, with the route that fits now', async () => {
    const { id } = await story.submit('staff', story.ride())
    await story.decide('liaison', id, 'RETURN')
    expect(await story.read('staff', id)).toMatchObject({
      state: 'SENT_BACK',
      closingReason: '请补充会议通知',
      holder: { names: ['林小满'] },
      can: { resubmit: true, withdraw: true, remind: false },
    })
    const wishes = story.ride({ reach: 'BEYOND', distanceKm: 90, destination: '邻市财政局' })
    await world.as('staff').call(actions.resubmitRequest, { requestId: id, ...wishes })
    const again = await story.read('staff', id)
    expect(again).toMatchObject({
      state: 'SUBMITTED',
      destination: '邻市财政局',
      approval: { round: 2, route: { title: '跨市用车' } },
    })
    expect(again.approval!.earlier).toHaveLength(1)
    // Whoever decides the second time reads where to now, not what was sent back.
    const { items } = await world.as('liaison').call(approvals.actions.listInbox, {})
    expect(items.map(({ label }) => label)).toEqual([`去邻市财政局：${wishes.reason}`])
    await story.decide('liaison', id, 'REFUSE')
    expect(await story.read('staff', id)).toMatchObject({ state: 'REFUSED', holder: null })
    const late = await world.as('staff').post(`/api/fleet/requests/${id}/resubmission`, wishes)
    expect([late.status, late.body.code]).toEqual([409, 'fleet.not_now'])
  })

  it('an emergency is dispatched at once and approved within a working day', async () => {
    const { id, state } = await story.submit('staff', story.ride({ purpose: 'EMERGENCY', emergency: true }))
    expect(state).toBe('APPROVED')
    expect(await story.read('staff', id)).toMatchObject({
      approvedAt: null,
      afterApproval: 'PENDING',
      approveBy: '2026-03-03T16:00:00.000Z',
      approval: { route: { title: '应急用车（先派后批）' }, holders: ['吴建国'] },
    })
    await story.assign(id)
    const { id: second } = await story.submit('staff', story.ride({ purpose: 'EMERGENCY', emergency: true }))
    await story.decide('manager', id)
    expect(await story.read('staff', id)).toMatchObject({
      state: 'ASSIGNED',
      afterApproval: 'APPROVED',
      approvedAt: '2026-03-02T01:00:00.000Z',
    })
    world.clock.set('2026-03-04T09:00:00+08:00')
    expect((await story.list('auditor', { unapproved: true })).map((one) => one.id)).toEqual([second])
    const figure = await world
      .as('manager')
      .get('/api/metrics/requests.approved-in-time.rate?from=2026-03-01&to=2026-03-31')
    expect(figure.body).toMatchObject({ value: 50 })
    // Refused before a vehicle was given: it ends.
    await story.decide('manager', second, 'REFUSE')
    expect(await story.read('staff', second)).toMatchObject({ state: 'CANCELLED', afterApproval: 'REFUSED' })
  })

  it('who withdraws empties the queue of who was asked', async () => {
    const { id } = await story.submit('staff', story.ride())
    await world.as('staff').call(actions.withdrawRequest, { requestId: id })
    expect(await story.read('liaison', id)).toMatchObject({
      state: 'WITHDRAWN',
      approval: { state: 'WITHDRAWN' },
    })
    expect((await world.as('liaison').call(approvals.actions.listInbox, {})).items).toEqual([])
    // On the page of the approvals it is the same.
    const other = await story.submit('staff', story.ride())
    const approvalId = (await story.approval(other.id)).id
    await world.as('staff').call(approvals.actions.withdraw, { approvalId, reason: '会议改期' })
    expect(await story.read('staff', other.id)).toMatchObject({
      state: 'WITHDRAWN',
      closingReason: '会议改期',
    })
  })

  it('reminds whoever holds it, once in half an hour', async () => {
    const { id } = await story.submit('staff', story.ride())
    await world.deliver()
    expect(await world.as('staff').call(actions.remindRequest, { requestId: id })).toEqual({
      names: ['何静'],
    })
    const soon = await world.as('staff').post(`/api/fleet/requests/${id}/reminder`)
    expect([soon.status, soon.body.code]).toEqual([429, 'fleet.reminded_lately'])
    await world.deliver()
    const { body } = await world.as('liaison').get('/api/notifications')
    expect(body.items.map(({ title }: { title: { zh: string } }) => title.zh)).toContainEqual(
      expect.stringMatching(/^林小满催办：3月5日 09:00 去市财政局的用车/),
    )
    expect(await holders(id)).toEqual(['何静'])
  })
})

describe('two who decide at once', () => {
  const world = useWorld({ committing: true })
  const story = requestStory(world)

  it('decide once, and a withdrawal at the same moment does not wait in a circle', async () => {
    await world.staySignedIn()
    const { id } = await story.submit('staff', story.ride())
    const approvalId = (await story.approval(id)).id
    const url = `/api/approvals/${approvalId}/decision`
    const answers = await Promise.all([
      world.as('liaison').post(url, { answer: 'APPROVE' }),
      world.as('liaison').post(url, { answer: 'REFUSE', reason: '改期' }),
      world.as('staff').post(`/api/fleet/requests/${id}/withdrawal`),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const { state } = await story.read('staff', id)
    expect(['APPROVED', 'REFUSED', 'WITHDRAWN']).toContain(state)
  })
})
