import { describe, expect, it } from 'vitest'
import { notifications } from '#platform/notifications/module.ts'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../module.ts'
import { meetingStory } from './test-story.ts'

const { actions } = meetings

describe('a room that is changed or closed', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const manager = () => world.as('manager')
  const read = (roomId: string) => manager().call(actions.readRoom, { roomId })
  const told = async () => {
    await world.deliver()
    const { items } = await world.as('staff').call(notifications.actions.listNotifications, {})
    return items.filter(({ type }) => type === 'meetings.room_closing').map(({ title }) => title.zh)
  }
  const free = async (day: string) =>
    (
      await world.as('staff').call(actions.findFreeRooms, {
        from: `${day}T09:00:00+08:00`,
        to: `${day}T10:00:00+08:00`,
      })
    ).items.map(({ code }) => code)

  it('[MEET-02] closed from a day on: nothing new from then, what stands stays and its organisers are told', async () => {
    const roomId = await story.addRoom()
    const before = await story.book('staff', story.meeting(roomId))
    const after = await story.book(
      'staff',
      story.meeting(roomId, {
        title: '季度会',
        from: '2026-03-12T09:00:00+08:00',
        to: '2026-03-12T10:00:00+08:00',
      }),
    )
    const close = (fromDay: string) =>
      manager().post(`/api/meetings/rooms/${roomId}/closure`, { fromDay, reason: '整修' })
    expect((await close('2026-03-01')).body.code).toBe('meetings.closing_past')
    const closed = await close('2026-03-10')
    expect([closed.status, closed.body]).toEqual([200, { standing: 1 }])
    expect((await close('2026-03-11')).body.code).toBe('meetings.closed_already')
    expect(await told()).toEqual(['《季度会》：第一会议室从 2026-03-10 起停用，请换一间'])
    expect(await free('2026-03-09')).toEqual(['H1'])
    expect(await free('2026-03-11')).toEqual([])
    const late = { from: '2026-03-11T09:00:00+08:00', to: '2026-03-11T10:00:00+08:00' }
    const refused = await world.as('staff').post('/api/meetings', story.meeting(roomId, late))
    expect([refused.status, refused.body.code]).toEqual([409, 'bookings.blacked_out'])
    expect((await story.read('staff', before.id)).state).toBe('CONFIRMED')
    expect((await story.read('staff', after.id)).state).toBe('CONFIRMED')
    expect(await read(roomId)).toMatchObject({
      closedAt: null,
      closing: { fromDay: '2026-03-10', reason: '整修', by: '吴建国' },
    })
    await world.runJob('meetings.close-rooms')
    expect((await read(roomId)).closedAt).toBeNull()
    world.clock.set('2026-03-10T00:03:00+08:00')
    await world.runJob('meetings.close-rooms')
    const now = await read(roomId)
    expect([now.closedAt !== null, now.can.book]).toEqual([true, false])
    expect((await story.read('staff', after.id)).state).toBe('CONFIRMED')
  })

  it('[MEET-02] closed today at once; taken back, planned or begun, it can be booked again', async () => {
    const roomId = await story.addRoom()
    const reopen = () => manager().post(`/api/meetings/rooms/${roomId}/reopening`, { reason: '不修了' })
    expect((await reopen()).body.code).toBe('meetings.not_closed')
    await manager().call(actions.closeRoom, { roomId, fromDay: '2026-03-10', reason: '整修' })
    expect((await reopen()).status).toBe(200)
    expect(await free('2026-03-11')).toEqual(['H1'])
    const today = (await world.as('staff').call(actions.listRooms, {})).items.length
    const { path } = await manager().call(actions.makeRoomLink, { roomId, kind: 'DISPLAY' })
    const door = () => world.nobody.call(actions.readDisplay, { code: path.split('/').at(-1)! })
    expect((await door()).board).not.toBeNull()
    await manager().call(actions.closeRoom, { roomId, fromDay: '2026-03-02', reason: '整修' })
    expect(await free('2026-03-05')).toEqual([])
    await expect(door()).rejects.toThrow('meetings.link_revoked')
    expect((await world.as('staff').call(actions.listRooms, { closed: false })).items).toHaveLength(today - 1)
    expect((await reopen()).status).toBe(200)
    await story.book('staff', story.meeting(roomId))
    const { history, closing } = await read(roomId)
    expect(closing).toBeNull()
    expect(history!.map(({ title, reason }) => [title.zh, reason])).toEqual([
      ['恢复使用会议室', '不修了'],
      ['停用会议室', '整修'],
      ['恢复使用会议室', '不修了'],
      ['停用会议室', '整修'],
      ['登记会议室', null],
    ])
    const staff = await world.as('staff').call(actions.readRoom, { roomId })
    expect(staff.history).toBeNull()
  })

  it('[MEET-02] a photo is taken off the page; the next one stands first, and the change is on record', async () => {
    const roomId = await story.addRoom()
    const [first, second] = [await story.uploadPhoto('manager'), await story.uploadPhoto('manager')]
    await manager().call(actions.addRoomPhotos, { roomId, photos: [first] })
    await manager().call(actions.addRoomPhotos, { roomId, photos: [second] })
    const remove = () => manager().post(`/api/meetings/rooms/${roomId}/photos/${first}/removal`, {})
    expect((await remove()).status).toBe(200)
    const again = await remove()
    expect([again.status, again.body.code]).toEqual([422, 'meetings.unknown_photo'])
    const room = await read(roomId)
    expect([room.photoId, room.photos.map(({ fileId }) => fileId)]).toEqual([second, [second]])
    expect(room.history![0]!.type).toBe('meetings.photo_removed')
    await manager().call(actions.changeRoom, { roomId, capacity: 50 })
    expect((await read(roomId)).history![0]).toMatchObject({
      title: { zh: '修改会议室' },
      note: '容纳人数 40 → 50',
    })
  })
})
