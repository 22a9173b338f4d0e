import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { fleet } from '../../module.ts'
import { requestStory } from './test-story.ts'

const { actions } = fleet

describe('a request changed by its requester', () => {
  const world = useWorld()
  const story = requestStory(world)

  it('[FLEET-02] shows the driver the new phone at once, without its number in the history, until it leaves', async () => {
    world.clock.set('2026-03-05T08:00:00+08:00')
    const { id } = await story.submit('staff', story.ride())
    await story.decide('liaison', id)
    await story.assign(id)
    const seen = async () => (await world.as('worker').call(actions.listMyTrips, {})).items[0]!.requests[0]!
    const { version } = await story.read('staff', id)
    const change = { requestId: id, version, contactPhone: '13700001234', luggage: 'BULKY' as const }
    await world.as('staff').call(actions.changeRequest, change)
    expect(await seen()).toMatchObject({ contactPhone: '13700001234', luggage: 'BULKY' })
    await world.deliver()
    const { body } = await world.as('worker').get('/api/notifications')
    expect(body.items.map((one: { body: { zh: string } | null }) => one.body?.zh)).toContain(
      '改了联系电话、行李',
    )
    const { history, version: next } = await story.read('staff', id)
    expect(next).toBe(version + 1)
    expect(history.find(({ type }) => type === 'fleet.request_changed')).toMatchObject({
      actorName: '林小满',
      reason: '联系电话；行李：大件',
    })
    const events = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('kernel.event').selectAll().where('type', '=', 'fleet.request_changed').execute(),
    )
    expect(JSON.stringify(events)).not.toContain('13700001234')
    // Nothing new: nothing is written.
    await world.as('staff').call(actions.changeRequest, { ...change, version: next })
    expect((await story.read('staff', id)).version).toBe(next)
    await story.move('depart', id)
    const late = await world.as('staff').patch(`/api/fleet/requests/${id}`, { version: next, mayPool: false })
    expect([late.status, late.body.code]).toEqual([409, 'fleet.not_now'])
  })

  it('is not overwritten by who read it before: what was completed and handed in again counts as a change too', async () => {
    const { id } = await story.submit('staff', story.ride())
    const { version } = await story.read('dispatcher', id)
    await world
      .as('staff')
      .call(actions.changeRequest, { requestId: id, version, contactPhone: '13700001234' })
    const second = await world.as('dispatcher').patch(`/api/fleet/requests/${id}`, {
      version,
      contactPhone: '13900005678',
    })
    expect([second.status, second.body.code]).toEqual([409, 'fleet.changed_meanwhile'])
    expect((await story.read('staff', id)).contactPhone).toBe('13700001234')
    const before = (await story.read('staff', id)).version
    await story.decide('liaison', id, 'RETURN')
    expect((await story.read('staff', id)).version).toBe(before)
    await world.as('staff').call(actions.resubmitRequest, { requestId: id, ...story.ride({ passengers: 3 }) })
    expect((await story.read('staff', id)).version).toBe(before + 1)
    const other = await world.as('worker').patch(`/api/fleet/requests/${id}`, { version: before + 1 })
    expect(other.status).toBe(404)
  })
})

describe('two who change a request at once', () => {
  const world = useWorld({ committing: true })
  const story = requestStory(world)

  it('[FLEET-02] one is saved, the other is told and changes nothing', async () => {
    await world.staySignedIn()
    const { id } = await story.submit('staff', story.ride())
    const url = `/api/fleet/requests/${id}`
    const answers = await Promise.all([
      world.as('staff').patch(url, { version: 1, contactPhone: '13700001234' }),
      world.as('dispatcher').patch(url, { version: 1, contactPhone: '13900005678' }),
      world.as('liaison').patch(url, { version: 1, contactPhone: '13600009012' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    for (const { status, body } of answers)
      if (status === 409) expect(body.code).toBe('fleet.changed_meanwhile')
    expect((await story.read('staff', id)).version).toBe(2)
  })
})
