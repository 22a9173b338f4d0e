import { describe, expect, it } from 'vitest'
import { allRoles } from '#kernel/contract/roles.ts'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { requestStory } from './test-story.ts'

const { actions } = fleet

describe('a request on its way', () => {
  const world = useWorld()
  const story = requestStory(world)
  async function approved(more: object = {}) {
    const { id } = await story.submit('staff', story.ride(more))
    await story.decide('liaison', id)
    return id
  }
  const newsOf = async (role: 'staff' | 'dispatcher') => {
    await world.deliver()
    const { body } = await world.as(role).get('/api/notifications')
    return (body.items as { title: { zh: string } }[]).map(({ title }) => title.zh)
  }

  it('[FLEET-02] is assigned, driven and rated in one tap; the first contact never moves', async () => {
    const id = await approved()
    await story.assign(id)
    const phoneOf = async () => (await story.read('staff', id)).driver!.phone
    await world.ctx('system', (ctx) =>
      ctx.db
        .updateTable('fleet.driver')
        .set({ phone: '13800000001' })
        .where('staff_no', '=', 'D0001')
        .execute(),
    )
    expect(await story.read('staff', id)).toMatchObject({
      state: 'ASSIGNED',
      firstContactName: '周明',
      holder: { names: ['蒋康'], due: '2026-03-05T01:00:00.000Z' },
      trip: { plate: '粤B10001', driverName: '蒋康' },
    })
    // Whole for the passenger, on the day; the driver sees whom he rings, on the day.
    expect(await phoneOf()).toBe('138****0001')
    expect((await story.read('worker', id)).contactPhone).toBe('139****0001')
    world.clock.set('2026-03-05T08:00:00+08:00')
    await world.staySignedIn()
    expect(await phoneOf()).toBe('13800000001')
    expect((await story.read('worker', id)).contactPhone).toBe('13900000001')
    expect((await story.read('auditor', id)).driver!.phone).toBe('138****0001')
    const early = await world.as('staff').post(`/api/fleet/requests/${id}/rating`, { overall: 5 })
    expect([early.status, early.body.code]).toEqual([409, 'fleet.not_over'])
    await story.move('depart', id)
    await story.move('finish', id)
    const done = await story.read('staff', id)
    expect([done.state, done.can.rate, done.can.complain, done.firstContactName]).toEqual([
      'DONE',
      true,
      true,
      '周明',
    ])
    await world
      .as('staff')
      .call(actions.rateRequest, { requestId: id, overall: 5, manners: 4, comment: ' 准时 ' })
    const again = await world.as('staff').post(`/api/fleet/requests/${id}/rating`, { overall: 1 })
    expect([again.status, again.body.code]).toEqual([409, 'fleet.rated_already'])
    expect((await story.read('manager', id)).ratingGiven).toMatchObject({
      overall: 5,
      punctuality: null,
      manners: 4,
      comment: '准时',
      by: '林小满',
    })
    const figure = await world
      .as('manager')
      .get('/api/metrics/trips.satisfaction.mean?from=2026-03-01&to=2026-03-31')
    expect(figure.body).toMatchObject({ value: 5 })
    await expect(
      world.ctx('manager', (ctx) =>
        ctx.db
          .updateTable('fleet.request')
          .set({ first_contact_name: '别人' })
          .where('id', '=', id)
          .execute(),
      ),
    ).rejects.toThrow(/stays/)
  })

  it('tells the requester plate, driver and time, that the vehicle comes, and asks how it was', async () => {
    const id = await approved()
    await story.assign(id)
    expect(await newsOf('dispatcher')).toContainEqual(
      expect.stringMatching(/等派车：3月5日 09:00 去市财政局/),
    )
    const news = await newsOf('staff')
    expect(news).toContainEqual(expect.stringMatching(/^已派车 粤B10001，蒋康师傅，3月5日 09:00 出发/))
    await story.move('depart', id)
    await story.move('finish', id)
    const later = await newsOf('staff')
    expect(later).toContainEqual(expect.stringMatching(/^车已出发：粤B10001 蒋康师傅，请到一号办公楼上车/))
    expect(later).toContainEqual(expect.stringMatching(/结束了，请评价$/))
  })

  it('is cancelled with a reason, which frees its seat in the trip', async () => {
    const id = await approved()
    await story.assign(id)
    const without = await world.as('staff').post(`/api/fleet/requests/${id}/cancellation`)
    expect(without.status).toBe(400)
    await world.as('staff').call(actions.cancelRequest, { requestId: id, reason: '会议取消' })
    expect(await story.read('staff', id)).toMatchObject({
      state: 'CANCELLED',
      closingReason: '会议取消',
      trip: null,
    })
    const again = await world.as('staff').post(`/api/fleet/requests/${id}/cancellation`, { reason: '再取消' })
    expect([again.status, again.body.code]).toEqual([409, 'fleet.not_now'])
    expect(await newsOf('dispatcher')).toContainEqual(expect.stringMatching(/^林小满取消了/))
    // Nobody left in it: vehicle and driver are free again.
    const left = await world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('fleet.trip as t')
        .innerJoin('bookings.booking as b', 'b.id', 't.id')
        .select(['t.state as trip', 'b.state as booking'])
        .execute(),
    )
    expect(left).toEqual([{ trip: 'CANCELLED', booking: 'CANCELLED' }])
  })

  it('phone, luggage and sharing may change without asking anybody again', async () => {
    const id = await approved()
    await world.as('staff').call(actions.changeRequest, {
      requestId: id,
      version: 1,
      contactPhone: '13700001234',
      luggage: 'BULKY',
    })
    expect(await story.read('staff', id)).toMatchObject({
      state: 'APPROVED',
      contactPhone: '13700001234',
      luggage: 'BULKY',
      mayPool: true,
    })
  })

  it('[FLEET-02] a trip going the same way is offered without its reason; the dispatcher decides', async () => {
    const first = await approved({ reason: '办案，请勿外传', passengers: 1 })
    const ride = story.ride({ passengers: 2, destination: '市财政局东门', from: '2026-03-05T09:20:00+08:00' })
    const offersFor = async (passengers: number) => {
      const { origin, destination, reach, from, to } = ride
      const answer = await world
        .as('dispatcher')
        .call(actions.readOffers, { origin, destination, reach: reach!, from, to, passengers })
      expect(JSON.stringify(answer)).not.toContain('办案')
      return answer.pools
    }
    expect(await offersFor(2)).toMatchObject([
      { requestId: first, whose: '财政局 林小满', seatsLeft: 3, sameDestination: true, plate: null },
    ])
    expect(await offersFor(4)).toEqual([])
    const { id } = await story.submit('dispatcher', { ...ride, poolWith: first })
    expect(await newsOf('staff')).toContainEqual('周明想拼车，3月5日 09:20 去市财政局东门，由调度决定')
    const mine = await story.read('dispatcher', id)
    expect(mine).toMatchObject({ poolWished: true, can: { answerPool: true } })
    expect(mine.wishes).toMatchObject([{ mine: true, answer: null, words: { whose: '财政局 林小满' } }])
    expect((await story.read('staff', first)).wishes).toMatchObject([
      { mine: false, words: { whose: '物业科 周明' } },
    ])
    const bare = await world
      .as('dispatcher')
      .post(`/api/fleet/requests/${id}/pool-wish/answer`, { agree: false })
    expect([bare.status, bare.body.code]).toEqual([422, 'fleet.reason_needed'])
    await world.as('dispatcher').call(actions.answerPool, { requestId: id, agree: true })
    expect((await story.read('staff', first)).wishes).toMatchObject([
      { answer: 'AGREED', answeredBy: '周明' },
    ])
    const twice = await world
      .as('dispatcher')
      .post(`/api/fleet/requests/${id}/pool-wish/answer`, { agree: true })
    expect(twice.status).toBe(409)
    // Whoever does not want company is in nobody's offers.
    await world.as('staff').call(actions.changeRequest, { requestId: first, version: 1, mayPool: false })
    expect(await offersFor(2)).toEqual([])
  })

  it('[FLEET-02] an agreed wish rides in the other’s trip at once', async () => {
    const first = await approved({ passengers: 1 })
    await story.assign(first)
    const { id } = await story.submit('staff', story.ride({ passengers: 2, poolWith: first }))
    await story.decide('liaison', id)
    await world.as('dispatcher').call(actions.answerPool, { requestId: id, agree: true })
    const mine = await story.read('staff', id)
    expect(mine).toMatchObject({ state: 'ASSIGNED', pooled: true, trip: { plate: '粤B10001' } })
    expect(mine.companions).toEqual([{ name: '林小满', unit: '财政局', destination: '市财政局' }])
    expect((await story.list('auditor', { pooled: true })).map((one) => one.id).sort()).toEqual(
      [first, id].sort(),
    )
    await world.as('staff').call(actions.cancelRequest, { requestId: first, reason: '会议取消' })
    await world.deliver()
    expect(await story.read('staff', id)).toMatchObject({ state: 'ASSIGNED', pooled: false })
  })

  it('is seen by its unit, the desk, its deciders and its driver, and by nobody else', async () => {
    const id = await approved()
    const reads = async () =>
      Object.fromEntries(
        await Promise.all(
          allRoles.map(async (role) => [
            role,
            (await world.as(role).get(`/api/fleet/requests/${id}`)).status,
          ]),
        ),
      )
    const open = {
      staff: 200,
      liaison: 200,
      dispatcher: 200,
      manager: 200,
      director: 200,
      auditor: 200,
      admin: 200,
    }
    expect(await reads()).toEqual({ ...open, worker: 404, security: 404 })
    expect((await world.other.as('director').get(`/api/fleet/requests/${id}`)).status).toBe(404)
    expect(await story.list('worker')).toEqual([])
    // A liaison of another unit sees what they decided themselves, and nothing else of this unit.
    const { id: other } = await story.submit('director', story.ride())
    await story.moveLiaisonTo('教育局')
    expect((await world.as('liaison').get(`/api/fleet/requests/${other}`)).status).toBe(404)
    expect((await story.list('liaison')).map((one) => one.id)).toEqual([id])
    await story.assign(id)
    expect((await reads()).worker).toBe(200)
  })

  it('lets each role do what is its own, and says why not', async () => {
    const id = await approved()
    const steps = ['withdrawal', 'cancellation', 'reminder', 'rating'] as const
    for (const role of ['dispatcher', 'director', 'admin'] as const)
      for (const step of steps) {
        const body = step === 'rating' ? { overall: 5 } : step === 'cancellation' ? { reason: '试' } : {}
        const { status } = await world.as(role).post(`/api/fleet/requests/${id}/${step}`, body)
        // The desk cancels for who rings; the rest is the requester's.
        if (role !== 'dispatcher' || step !== 'cancellation')
          expect([role, step, status]).toEqual([role, step, 403])
      }
    expect((await world.as('auditor').post(`/api/fleet/requests/${id}/withdrawal`)).status).toBe(403)
    expect((await story.read('staff', id)).state).toBe('CANCELLED')
  })

  it('exports what the list shows, without telephone numbers', async () => {
    await approved()
    const sheet = await world.as('auditor').call(actions.exportRequests, { format: 'csv' })
    const words = sheet.toString()
    expect(words).toContain('YC-20260302-0001')
    expect(words).not.toContain('1390000')
  })
})
