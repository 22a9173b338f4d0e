import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../module.ts'
import { meetingStory } from './test-story.ts'

const { actions } = meetings

describe('a meeting in several rooms', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const threeRooms = async () => ({
    hall: await story.addRoom({ code: 'H9', name: '大会议室', capacity: 100, layouts: [] }),
    branch: await story.addRoom({ code: 'H2', name: '分会议室', capacity: 30, layouts: [] }),
    lounge: await story.addRoom({ code: 'H1', name: '贵宾室', capacity: 10, layouts: [] }),
  })
  const inAll = ({ hall, branch, lounge }: Awaited<ReturnType<typeof threeRooms>>, more: object = {}) =>
    story.meeting(hall, {
      furtherRooms: [
        { roomId: branch, use: 'BRANCH' },
        { roomId: lounge, use: 'LOUNGE' },
      ],
      ...more,
    })
  const tasksOf = async (meetingId: string) =>
    (await story.read('dispatcher', meetingId)).support
      .filter(({ meeting }) => meeting.roomName !== '大会议室')
      .map(({ kind, round, meeting }) => `${meeting.roomName} ${kind}/${round}`)
      .sort()

  it('[MEET-02] holds all of them under one number; the main one is the one chosen, not the first by code', async () => {
    const rooms = await threeRooms()
    const { id } = await story.book('staff', inAll(rooms))
    const page = await story.read('staff', id)
    expect(page.room!.name).toBe('大会议室')
    expect(page.furtherRooms.map(({ name, use }) => [name, use])).toEqual([
      ['分会议室', 'BRANCH'],
      ['贵宾室', 'LOUNGE'],
    ])
    const grid = await world.as('staff').call(bookings.actions.readGrid, { kind: 'ROOM', from: '2026-03-05' })
    expect(grid.items.map(({ bookingId, resourceId }) => [bookingId, resourceId]).sort()).toEqual(
      [rooms.hall, rooms.branch, rooms.lounge].map((room) => [id, room]).sort(),
    )
    const { path } = await world
      .as('manager')
      .call(actions.makeRoomLink, { roomId: rooms.lounge, kind: 'DISPLAY' })
    world.clock.set('2026-03-05T08:00:00+08:00')
    const { board } = await world.nobody.call(actions.readDisplay, { code: path.split('/').at(-1)! })
    expect(board!.slots.map(({ title }) => title)).toEqual(['预算协调会'])
  })

  it('[MEET-02] all or none: a second room that is taken refuses the whole and leaves nothing', async () => {
    const rooms = await threeRooms()
    await story.book('dispatcher', story.meeting(rooms.branch, { title: '先订的会' }))
    const refused = await world.as('staff').post('/api/meetings', inAll(rooms))
    expect([refused.status, refused.body.code, refused.body.resourceId]).toEqual([
      409,
      'bookings.conflict',
      rooms.branch,
    ])
    const { items } = await world.as('dispatcher').call(actions.listMeetings, {})
    expect(items.map(({ title }) => title)).toEqual(['先订的会'])
    await story.book('staff', story.meeting(rooms.hall))
  })

  it('[MEET-01] each room is cleaned, set up and reset; a room exchanged takes its tasks along', async () => {
    const rooms = await threeRooms()
    const other = await story.addRoom({ code: 'H3', name: '第三会议室', capacity: 30, layouts: [] })
    const { id } = await story.book('staff', inAll(rooms))
    expect(await tasksOf(id)).toEqual([
      '分会议室 CLEANING/3',
      '分会议室 CLEANING/4',
      '分会议室 RESET/2',
      '分会议室 SET_UP/2',
      '贵宾室 CLEANING/5',
      '贵宾室 CLEANING/6',
      '贵宾室 LOUNGE/3',
      '贵宾室 RESET/3',
    ])
    await world.as('staff').call(bookings.actions.moveBooking, {
      bookingId: id,
      swap: { from: rooms.branch, to: other },
    })
    await world.deliver()
    const moved = await story.read('staff', id)
    expect([moved.room!.name, moved.furtherRooms.map(({ name }) => name)]).toEqual([
      '大会议室',
      ['第三会议室', '贵宾室'],
    ])
    expect((await tasksOf(id)).filter((words) => words.startsWith('第三会议室'))).toEqual([
      '第三会议室 CLEANING/3',
      '第三会议室 CLEANING/4',
      '第三会议室 RESET/2',
      '第三会议室 SET_UP/2',
    ])
    await world.as('staff').call(bookings.actions.moveBooking, {
      bookingId: id,
      swap: { from: rooms.hall, to: rooms.branch },
    })
    await world.deliver()
    const again = await story.read('staff', id)
    expect([again.room!.name, again.furtherRooms.map(({ name }) => name)]).toEqual([
      '分会议室',
      ['第三会议室', '贵宾室'],
    ])
  })

  it('[MEET-02] says what does not fit: a room twice, an unknown one, more persons than hall and overflow take', async () => {
    const rooms = await threeRooms()
    const refused = async (more: object) => {
      const answer = await world.as('staff').post('/api/meetings', inAll(rooms, more))
      return [answer.status, answer.body.code]
    }
    const once = (roomId: string) => ({ furtherRooms: [{ roomId, use: 'BRANCH' }] })
    expect(await refused(once(rooms.hall))).toEqual([422, 'meetings.room_repeated'])
    expect(await refused(once('0197a000-0000-7000-8000-000000000000'))).toEqual([
      422,
      'meetings.unknown_room',
    ])
    expect(await refused({ headcount: 131 })).toEqual([422, 'bookings.too_few_places'])
    const { id } = await story.book('staff', inAll(rooms, { headcount: 130 }))
    expect((await story.read('staff', id)).headcount).toBe(130)
  })

  it('[MEET-02] every date of a series has them, one taken up again too', async () => {
    const rooms = await threeRooms()
    const series = { rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=2', offDays: 'SKIP' as const }
    const booked = await story.book('staff', inAll(rooms, { series }))
    const { items } = await world.as('staff').call(actions.listMeetings, { mine: true })
    expect(items.map(({ furtherRooms }) => furtherRooms.length)).toEqual([2, 2])
    await world.as('staff').call(bookings.actions.cancelBooking, { bookingId: items[0]!.id, reason: '出差' })
    await world
      .as('staff')
      .call(bookings.actions.resumeDate, { seriesId: booked.seriesId!, day: '2026-03-12' })
    await world.deliver()
    const now = await world.as('staff').call(actions.listMeetings, { mine: true, state: ['CONFIRMED'] })
    expect(now.items.map(({ room, furtherRooms }) => [room!.name, furtherRooms.length])).toEqual([
      ['大会议室', 2],
      ['大会议室', 2],
    ])
  })
})
