import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../module.ts'
import { meetingStory } from './test-story.ts'

const { actions } = meetings

describe('the tasks of a meeting follow its booking', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const kinds = async (id: string) =>
    (await story.read('dispatcher', id)).support.map(({ kind, round, dueAt }) => `${kind}${round} ${dueAt}`)
  const events = (type: string) =>
    world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('kernel.event')
        .select(['subject_id', 'before', 'after'])
        .where('type', '=', type)
        .execute(),
    )

  it('[MEET-01] moves with it, is cancelled with it, and comes back when it is promoted', async () => {
    const roomId = await story.addRoom()
    const { id } = await story.book('staff', story.meeting(roomId, { services: ['TEA'] }))
    const waiting = await story.book('dispatcher', story.meeting(roomId, { services: ['AV'], wait: true }))
    expect(waiting.state).toBe('WAITING')
    expect(await kinds(waiting.id)).toEqual([])
    const before = await kinds(id)
    await world.as('staff').call(bookings.actions.moveBooking, {
      bookingId: id,
      from: '2026-03-06T14:00:00+08:00',
      to: '2026-03-06T15:00:00+08:00',
    })
    await world.deliver()
    const after = await kinds(id)
    expect(after).not.toEqual(before)
    expect(after).toContain('IN_SESSION1 2026-03-06T07:00:00.000Z')
    // Two hours had three refills, one hour has one.
    expect(after.filter((kind) => kind.startsWith('TEA'))).toHaveLength(2)
    expect((await kinds(waiting.id)).length).toBeGreaterThan(5)
    await world.as('staff').call(bookings.actions.cancelBooking, { bookingId: id, reason: '改期' })
    await world.deliver()
    expect(await kinds(id)).toEqual([])
    expect(
      (await world.as('dispatcher').call(actions.listTasks, { state: ['CANCELLED'] })).items.length,
    ).toBeGreaterThan(5)
  })

  it('follows changed needs and persons, and later lines hear of the headcount', async () => {
    const roomId = await story.addRoom({ capacity: 200 })
    const { id } = await story.book('staff', story.meeting(roomId))
    await world
      .as('staff')
      .call(actions.changeMeeting, { meetingId: id, services: ['LOUNGE'], note: '贵宾两位' })
    expect((await kinds(id)).some((kind) => kind.startsWith('LOUNGE'))).toBe(true)
    await world.as('staff').call(actions.changeMeeting, { meetingId: id, services: [] })
    expect((await kinds(id)).some((kind) => kind.startsWith('LOUNGE'))).toBe(false)
    const setUp = async () =>
      (await story.read('dispatcher', id)).support.find(({ kind }) => kind === 'SET_UP')!.startsAt
    const before = await setUp()
    await world.as('staff').call(bookings.actions.changeBooking, { bookingId: id, headcount: 180 })
    await world.deliver()
    expect(Date.parse(await setUp())).toBeLessThan(Date.parse(before))
    expect(await events('meetings.headcount_changed')).toMatchObject([
      { subject_id: id, before: { headcount: 12 }, after: { headcount: 180 } },
    ])
    const stranger = await world.as('worker').patch(`/api/meetings/${id}`, { note: 'x' })
    expect([stranger.status, stranger.body.code]).toEqual([403, 'meetings.not_yours'])
  })

  it('changes nothing when it is told the same again', async () => {
    const roomId = await story.addRoom()
    const { id } = await story.book('staff', story.meeting(roomId, { services: ['TEA', 'AV'] }))
    const { syncTasks } = await import('./sync-tasks.ts')
    const count = async () =>
      (await events('meetings.tasks_planned')).length + (await events('meetings.task_cancelled')).length
    const before = [await kinds(id), await count()]
    await world.ctx('system', (ctx) => syncTasks(ctx, id))
    expect([await kinds(id), await count()]).toEqual(before)
  })
})
