import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { arrive, liftBlackout } from '#engines/bookings/server/api.ts'
import { useWorld } from '#test/harness.ts'
import { between } from '#test/meanwhile.ts'
import { meetings } from '../module.ts'
import { changeMeeting } from './change-meeting.ts'
import { meetingStory } from './test-story.ts'

const { actions } = meetings

/** Two people's deeds whose order is made certain: one looks, must wait for a lock, and by then the world is another. */
describe('what changes of a meeting between looking and doing', () => {
  const world = useWorld({ committing: true })
  const story = meetingStory(world)

  it('two guests who tap their names in the same moment are both signed in', async () => {
    const roomId = await story.addRoom({ code: 'M1', name: '签到会议室' })
    const { id: meetingId } = await story.book('staff', story.meeting(roomId))
    await world.as('staff').call(actions.addParticipants, { meetingId, items: [{ name: '张三' }] })
    const { path } = await world.as('staff').call(actions.openDoor, { meetingId })
    const code = path.slice('/meetings/attend/'.length)
    world.clock.set('2026-03-05T08:50:00+08:00')
    const [guest] = (await world.nobody.call(actions.searchDoor, { code, search: '张三' })).items
    const signed = await between(world, {
      hold: (ctx) =>
        sql`select from bookings.resource where id = ${roomId} for no key update`.execute(ctx.db),
      deed: () => world.nobody.call(actions.signIn, { code, participantId: guest!.id }),
      meanwhile: (ctx) => arrive(ctx, meetingId),
    })
    expect(signed).toMatchObject({ name: '张三', mark: 'PRESENT', signed: 1 })
  })

  it('needs that are taken back while the tasks follow the booking stay taken back', async () => {
    const roomId = await story.addRoom({ code: 'M2', name: '茶歇会议室', capacity: 200 })
    const { id: meetingId } = await story.book('staff', story.meeting(roomId, { services: ['TEA'] }))
    await world.deliver()
    await world.as('staff').call(bookings.actions.changeBooking, { bookingId: meetingId, headcount: 150 })
    await between(world, {
      by: 'staff',
      async hold(ctx) {
        await sql`select from meetings.meeting where booking_id = ${meetingId} for update`.execute(ctx.db)
        await sql`select from meetings.task where meeting_id = ${meetingId} for update`.execute(ctx.db)
      },
      deed: () => world.deliver(),
      meanwhile: (ctx) => changeMeeting(ctx, { meetingId, services: [] }),
    })
    const { support } = await story.read('dispatcher', meetingId)
    expect(support.filter(({ kind }) => kind === 'TEA')).toEqual([])
  })

  it('a room whose day has come is closed although somebody lifts its blackout by hand just then', async () => {
    const roomId = await story.addRoom({ code: 'M3', name: '停用会议室' })
    await world.as('manager').call(actions.closeRoom, { roomId, fromDay: '2026-03-10', reason: '整修' })
    const { id: blackoutId } = await world.ctx('system', (ctx) =>
      ctx.db
        .selectFrom('bookings.blackout')
        .select('id')
        .where('resource_id', '=', roomId)
        .executeTakeFirstOrThrow(),
    )
    world.clock.set('2026-03-10T00:03:00+08:00')
    await between(world, {
      hold: (ctx) => sql`select from bookings.blackout where id = ${blackoutId} for update`.execute(ctx.db),
      deed: () => world.runJob('meetings.close-rooms'),
      meanwhile: (ctx) => liftBlackout(ctx, { blackoutId }),
    })
    expect((await world.as('manager').call(actions.readRoom, { roomId })).closedAt).not.toBeNull()
  })
})
