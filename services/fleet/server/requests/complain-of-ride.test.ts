import { describe, expect, it } from 'vitest'
import { orders } from '#engines/orders/module.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { requestStory } from './test-story.ts'

const { actions } = orders
const type = 'fleet.request'

describe('a complaint about a ride', () => {
  const world = useWorld()
  const story = requestStory(world)
  const complain = (role: Role, id: string, more: object = {}) =>
    world.as(role).post('/api/orders/complaints', {
      channel: 'WEB',
      about: '服务态度',
      words: '师傅迟到且没有说明。',
      matter: { type, id },
      ...more,
    })
  async function ride() {
    const { id } = await story.submit('staff', story.ride())
    await story.decide('liaison', id)
    await story.assign(id)
    return story.read('staff', id)
  }

  it('[SATI-05] names the ride it is about, and leads back to it', async () => {
    const { id, number } = await ride()
    const label = `${number} 市财政局 2026-03-05 09:00 粤B10001`
    const path = `/fleet/requests/${id}`
    const before = await world.as('staff').call(actions.readComplaintMatter, { type, id })
    expect(before).toEqual({ type, id, label, path })
    const { status, body } = await complain('staff', id)
    expect([status, body.matter, body.line, body.order]).toEqual([200, before, 'fleet', null])
    const { items } = await world.as('manager').call(actions.listComplaints, { search: number })
    expect(items.map(({ matter }) => matter)).toEqual([before])
    const sheet = await world.as('manager').get('/api/orders/complaints/export?format=csv')
    expect(sheet.bytes.toString('utf8')).toContain(label)
    const answered = await world
      .as('manager')
      .call(actions.answerComplaint, { complaintId: body.id, answer: '属实，已批评。', justified: true })
    expect(answered.matter).toEqual(before)
    // As it was called then, also when nothing more is known of it; and never half of it.
    const half = world.ctx('system', (ctx) =>
      ctx.db.updateTable('orders.complaint').set({ matter_path: null }).where('id', '=', body.id).execute(),
    )
    await expect(half).rejects.toThrow(/matter_whole/)
  })

  it('counts in the month of its driver once it is upheld, and opens to the trip', async () => {
    const { id, trip } = await ride()
    const tripId = trip!.id
    const driverId = (await world.as('dispatcher').call(fleet.actions.readBoardTrip, { tripId })).driverId
    const assess = (month = '2026-03') =>
      world.as('manager').call(fleet.actions.readAssessment, { driverId, month })
    const counted = async () => {
      const { key, value, points, rows } = (await assess()).facts.find((one) => one.key === 'complaints')!
      return { key, value, points, rows: rows.map(({ label, href }) => [label, href]) }
    }
    const none = { key: 'complaints', value: 0, points: 100, rows: [] }
    const [first, second, third] = [
      await complain('staff', id),
      await complain('staff', id),
      await complain('staff', id),
    ]
    expect(await counted()).toEqual(none)
    const answer = (complaintId: string, justified: boolean) =>
      world.as('manager').call(actions.answerComplaint, { complaintId, answer: '已查明。', justified })
    await answer(first.body.id, false)
    expect(await counted()).toEqual(none)
    await answer(second.body.id, true)
    const one = [second.body.number, `/fleet/trips/${tripId}`]
    expect(await counted()).toEqual({ ...none, value: 1, points: 80, rows: [one] })
    expect((await assess('2026-04')).facts.find(({ key }) => key === 'complaints')?.value).toBe(0)
    // Upheld after the month was settled it shows as a difference; the settled mark stays.
    world.clock.set('2026-04-02T09:00:00+08:00')
    await world.as('manager').call(fleet.actions.settleAssessment, { driverId, month: '2026-03' })
    expect((await assess()).settled?.differs).toBe(false)
    await answer(third.body.id, true)
    const later = await assess()
    expect([later.settled?.differs, later.score! < later.settled!.score!]).toEqual([true, true])
    // A month settled before complaints counted is not called another one for them.
    const before = (await assess('2026-04')).facts.filter(({ key }) => key !== 'complaints')
    await world.ctx('system', (ctx) =>
      ctx.db
        .insertInto('fleet.driver_assessment')
        .values({
          driver_id: driverId,
          month: '2026-04-01',
          facts: JSON.stringify(before.map(({ key, value }) => [key, value])),
          score: 100,
          settled_at: ctx.now,
          settled_by: '吴建国',
        })
        .execute(),
    )
    const old = await assess('2026-04')
    expect(old.settled?.differs).toBe(false)
    expect(old.facts).toEqual(before)
  })

  it('[SATI-05] the desk takes one by telephone for a ride; nobody for one they may not see', async () => {
    const { id } = await ride()
    const phone = await complain('dispatcher', id, { channel: 'PHONE', complainantName: '刘芳' })
    expect([phone.status, phone.body.matter.id, phone.body.owner.name]).toEqual([200, id, '周明'])
    const refused = [
      await complain('security', id),
      await complain('staff', '01890000-0000-7000-8000-000000000000'),
      await complain('staff', id, { matter: { type: 'fleet.vehicle', id } }),
    ]
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
      refused.map(() => [422, 'orders.unknown_matter']),
    )
    const other = await world.other
      .as('staff')
      .post('/api/orders/complaints', { channel: 'WEB', about: 'x', words: 'x', matter: { type, id } })
    expect([other.status, other.body.code]).toEqual([422, 'orders.unknown_matter'])
    const foreign = await world.other.as('manager').get(`/api/orders/complaints/matter?type=${type}&id=${id}`)
    expect(foreign.status).toBe(404)
    expect((await world.as('manager').call(actions.listComplaints, {})).items).toHaveLength(1)
  })

  it('is asked about without a matter as before', async () => {
    const plain = await world
      .as('staff')
      .post('/api/orders/complaints', { channel: 'WEB', about: '空调', words: '太冷。' })
    expect([plain.status, plain.body.matter]).toEqual([200, null])
  })
})
