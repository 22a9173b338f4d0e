import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { notifications } from '#platform/notifications/module.ts'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../module.ts'
import { meetingStory } from './test-story.ts'

const { actions } = meetings
const move = bookings.actions.moveBooking

describe('the tasks of a meeting that moves', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const support = async (id: string) => (await story.read('dispatcher', id)).support
  const setUps = async (id: string) =>
    (await support(id))
      .filter(({ kind }) => kind === 'SET_UP')
      .map(({ state, former, meeting, owner }) => [state, former, meeting.roomName, owner?.name ?? null])
  const told = async (role: 'worker' | 'dispatcher') =>
    (await world.as(role).call(notifications.actions.listNotifications, {})).items.filter(
      ({ type }) => type === 'meetings.tasks_moved',
    )

  /** 孙立国 serves meetings as well. */
  const secondAttendant = () =>
    world.ctx('system', async (ctx) => {
      const { id } = await ctx.db
        .updateTable('directory.person')
        .set({ skills: ['会务'] })
        .where('name', '=', '孙立国')
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    })

  /** A meeting in 第一会议室 whose set-up has been done by the worker, an hour before it begins. */
  async function setUpMeeting() {
    const first = await story.addRoom()
    const second = await story.addRoom({ code: 'H2', name: '第二会议室' })
    const { id } = await story.book('staff', story.meeting(first))
    const ids = (await support(id)).map((task) => task.id)
    const worker = await story.personId('赵铁柱')
    await world.as('dispatcher').call(actions.assignTasks, { taskIds: ids, personId: worker })
    await world.deliver()
    world.clock.set('2026-03-05T08:00:00+08:00')
    const setUp = (await support(id)).find(({ kind }) => kind === 'SET_UP')!
    await world.as('worker').call(actions.startTask, { taskId: setUp.id })
    await story.answerAll('worker', setUp.id)
    await world.as('worker').call(actions.finishTask, { taskId: setUp.id })
    return { id, first, second }
  }

  it('[MEET-01] to another room after set-up: the new room is set up, the old one reset, what was done stays on record', async () => {
    const { id, first, second } = await setUpMeeting()
    await world.as('staff').call(move, { bookingId: id, swap: { from: first, to: second } })
    await world.deliver()
    expect(await setUps(id)).toEqual([
      ['DONE', true, '第一会议室', '赵铁柱'],
      ['PLANNED', false, '第二会议室', '赵铁柱'],
    ])
    const resets = (await support(id)).filter(({ kind }) => kind === 'RESET')
    expect(resets.map(({ former, meeting }) => [former, meeting.roomName])).toEqual([
      [true, '第一会议室'],
      [false, '第二会议室'],
    ])
    // What had not begun moved along, and nothing is there twice.
    const { syncTasks } = await import('./sync-tasks.ts')
    const before = await support(id)
    await world.ctx('system', (ctx) => syncTasks(ctx, id))
    expect(await support(id)).toEqual(before)
    const [news] = await told('worker')
    expect(news?.body?.zh).toMatch(/现为：.*第二会议室。原为：.*第一会议室/)
    expect(await told('dispatcher')).toEqual([])
    // The reset of the room that was left is part of that news, and no task of its own to hear of.
    const bells = (await world.as('worker').call(notifications.actions.listNotifications, {})).items
    expect(bells.filter(({ href }) => href === '/meetings/tasks')).toHaveLength(2)
  })

  it('stays done where the room is the same and the day too, and is done again on another day', async () => {
    const { id } = await setUpMeeting()
    await world.as('staff').call(move, { bookingId: id, from: '2026-03-05T10:00:00+08:00' })
    await world.deliver()
    expect(await setUps(id)).toEqual([['DONE', false, '第一会议室', '赵铁柱']])
    await world.as('staff').call(move, { bookingId: id, from: '2026-03-06T10:00:00+08:00' })
    await world.deliver()
    expect(await setUps(id)).toEqual([
      ['DONE', true, '第一会议室', '赵铁柱'],
      ['PLANNED', false, '第一会议室', '赵铁柱'],
    ])
  })

  it('that were missed are planned again once their time lies ahead, and the omission stays', async () => {
    const { id } = await story.book('staff', story.meeting(await story.addRoom()))
    world.clock.set('2026-03-05T09:31:00+08:00')
    await world.as('staff').call(bookings.actions.checkIn, { bookingId: id })
    await world.runJob('meetings.miss-tasks')
    expect((await setUps(id)).map(([state]) => state)).toEqual(['MISSED'])
    await world.as('dispatcher').call(move, { bookingId: id, from: '2026-03-06T09:00:00+08:00' })
    await world.deliver()
    expect((await setUps(id)).map(([state, former]) => [state, former])).toEqual([
      ['MISSED', true],
      ['PLANNED', false],
    ])
    expect((await story.read('dispatcher', id)).omissions.length).toBeGreaterThan(0)
  })

  it('that is called off after set-up leave the room to be reset, and their attendant hears of it', async () => {
    const { id } = await setUpMeeting()
    await world.as('staff').call(bookings.actions.cancelBooking, { bookingId: id, reason: '改期' })
    await world.deliver()
    const left = (await support(id)).filter(({ state }) => state === 'PLANNED')
    expect(left.map(({ kind, former }) => [kind, former])).toEqual([['RESET', true]])
    expect((await told('worker'))[0]).toMatchObject({ title: { zh: '《预算协调会》已取消' } })
    expect((await told('worker'))[0]?.body?.zh).toContain('请复位')
  })

  it('that nobody has are told to the desk', async () => {
    const { id } = await story.book('staff', story.meeting(await story.addRoom()))
    await world.as('staff').call(move, { bookingId: id, from: '2026-03-05T14:00:00+08:00' })
    await world.deliver()
    expect(await told('worker')).toEqual([])
    expect(await told('dispatcher')).toHaveLength(1)
    // A longer list of persons is no other place.
    await world.as('staff').call(bookings.actions.changeBooking, { bookingId: id, title: '又一个名字' })
    await world.deliver()
    expect(await told('dispatcher')).toHaveLength(1)
  })

  it('go from the usual one of a room to the usual one of the next; by kind, room and site', async () => {
    const first = await story.addRoom()
    const second = await story.addRoom({ code: 'H2', name: '第二会议室' })
    const worker = await story.personId('赵铁柱')
    const other = await secondAttendant()
    const manager = world.as('manager')
    await manager.call(actions.setUsualAttendant, { siteId: await story.siteId(), personId: worker })
    await manager.call(actions.setUsualAttendant, { roomId: second, kind: 'SET_UP', personId: other })
    const { id } = await story.book('staff', story.meeting(first))
    expect(new Set((await support(id)).map(({ owner }) => owner?.name))).toEqual(new Set(['赵铁柱']))
    await world.deliver()
    const bells = (await world.as('worker').call(notifications.actions.listNotifications, {})).items
    expect(bells.filter(({ type }) => type === 'meetings.assigned')).toHaveLength(1)
    await world.as('staff').call(move, { bookingId: id, swap: { from: first, to: second } })
    await world.deliver()
    const owners = new Map((await support(id)).map(({ kind, owner }) => [kind, owner?.name]))
    expect([owners.get('SET_UP'), owners.get('RESET')]).toEqual(['孙立国', '赵铁柱'])
    const { items } = await manager.call(actions.listUsualAttendants, {})
    expect(items.map(({ room, kind, works }) => [room?.name ?? null, kind, works])).toEqual([
      [null, null, true],
      ['第二会议室', 'SET_UP', true],
    ])
    for (const { id: usualId } of items) await manager.call(actions.removeUsualAttendant, { usualId })
    const next = await story.book('staff', story.meeting(first))
    expect((await support(next.id)).every(({ owner }) => owner === null)).toBe(true)
    expect((await manager.put('/api/meetings/usual-attendants', { personId: worker })).body.code).toBe(
      'meetings.unknown_site',
    )
  })
})
