import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { useWorld } from '#test/harness.ts'
import { linkPaths } from '../../display-words.ts'
import { meetings } from '../../module.ts'
import { meetingStory } from '../test-story.ts'

const { actions } = meetings

describe('the screen at a room’s door', () => {
  const world = useWorld()
  const story = meetingStory(world)

  async function screenOf(roomId: string) {
    const { path } = await world.as('admin').call(actions.makeRoomLink, { roomId, kind: 'DISPLAY' })
    return path.slice(linkPaths.DISPLAY.length)
  }
  const show = (code: string, seen?: string) =>
    world.nobody.call(actions.readDisplay, { code, ...(seen ? { seen } : {}) })
  const at = (clock: string) => world.clock.set(`2026-03-05T${clock}:00+08:00`)

  it('shows the day without private titles, and nothing again while nothing changed [MEET-08]', async () => {
    const roomId = await story.addRoom()
    const code = await screenOf(roomId)
    at('08:00')
    await story.book('staff', story.meeting(roomId))
    const secret = { from: '2026-03-05T14:00:00+08:00', to: '2026-03-05T15:00:00+08:00' }
    await story.book('staff', story.meeting(roomId, { ...secret, title: '班子碰头', private: true }))
    await story.book(
      'staff',
      story.meeting(roomId, { from: '2026-03-06T09:00:00+08:00', to: '2026-03-06T10:00:00+08:00' }),
    )
    const first = await show(code)
    expect(first.board).toMatchObject({
      room: { name: '第一会议室', site: '一号办公楼', capacity: 40 },
      slots: [
        { title: '预算协调会', unit: '财政局', inUse: false, here: false },
        { title: null, unit: null },
      ],
    })
    expect(JSON.stringify(first)).not.toContain('班子碰头')
    expect(await show(code, first.tag)).toMatchObject({ tag: first.tag, board: null })
    await world.as('staff').call(bookings.actions.changeBooking, {
      bookingId: first.board!.slots[0]!.id,
      title: '预算会',
    })
    expect((await show(code, first.tag)).board?.slots[0]).toMatchObject({ title: '预算会' })
  })

  it('checks in at the door, from half an hour before; only what is in this room', async () => {
    const roomId = await story.addRoom()
    const code = await screenOf(roomId)
    const { id } = await story.book('staff', story.meeting(roomId))
    const checkIn = (bookingId: string) =>
      world.nobody.post(`/api/public/displays/${code}/check-in`, { bookingId })
    expect(await checkIn(id)).toMatchObject({ status: 409, body: { code: 'bookings.not_yet' } })
    at('08:45')
    expect((await checkIn(id)).status).toBe(200)
    expect((await show(code)).board?.slots).toMatchObject([{ id, inUse: true }])
    const other = await story.book(
      'staff',
      story.meeting(await story.addRoom({ code: 'H2', name: '第二会议室' })),
    )
    expect(await checkIn(other.id)).toMatchObject({ status: 404, body: { code: 'meetings.not_this_room' } })
  })

  it('books the free room on the spot until the next meeting, and ends only that', async () => {
    const roomId = await story.addRoom()
    const code = await screenOf(roomId)
    const later = await story.book('staff', story.meeting(roomId))
    at('08:15')
    const book = (minutes: number) => world.nobody.post(`/api/public/displays/${code}/booking`, { minutes })
    const taken = await book(60)
    expect(taken.status).toBe(200)
    expect((await show(code)).board?.slots).toMatchObject([
      {
        title: '现场使用',
        unit: '机关后勤服务中心',
        to: '2026-03-05T01:00:00.000Z',
        inUse: true,
        here: true,
      },
      { id: later.id, here: false },
    ])
    expect((await story.read('dispatcher', taken.body.id)).history[0]).toMatchObject({ actorName: '门口屏' })
    expect(await book(30)).toMatchObject({ status: 409, body: { code: 'bookings.conflict' } })
    at('08:30')
    const end = (bookingId: string) => world.nobody.post(`/api/public/displays/${code}/end`, { bookingId })
    expect((await end(taken.body.id)).status).toBe(200)
    expect((await show(code)).board?.slots).toMatchObject([{ id: later.id }])
    expect(await end(later.id)).toMatchObject({ status: 404, body: { code: 'meetings.not_from_here' } })
    at('08:55')
    expect(await book(30)).toMatchObject({ status: 409, body: { code: 'meetings.too_little_time' } })
  })

  it('is closed to a revoked, renewed, forged or foreign address, and to a calendar’s', async () => {
    const roomId = await story.addRoom()
    const old = await screenOf(roomId)
    const fresh = await screenOf(roomId)
    const status = async (code: string) => (await world.nobody.get(`/api/public/displays/${code}`)).status
    expect([await status(old), await status(fresh)]).toEqual([410, 200])
    expect(await status(`${fresh.slice(0, -2)}${fresh.endsWith('AA') ? 'BB' : 'AA'}`)).toBe(404)
    expect((await world.other.as('staff').get(`/api/public/displays/${fresh}`)).status).toBe(404)
    const feed = await world.as('admin').call(actions.makeRoomLink, { roomId, kind: 'FEED' })
    expect(await status(feed.path.slice(linkPaths.FEED.length, -'.ics'.length))).toBe(404)
    await world.as('manager').call(actions.revokeRoomLink, { roomId, kind: 'DISPLAY' })
    expect(await status(fresh)).toBe(410)
    const { items } = await world.as('admin').call(actions.listRoomLinks, { roomId })
    expect(items.map(({ kind }) => kind)).toEqual(['FEED'])
    expect((await world.as('dispatcher').get(`/api/meetings/rooms/${roomId}/links`)).status).toBe(403)
    const history = await world.ctx('system', (ctx) =>
      ctx.db.selectFrom('kernel.event').select('after').where('subject_id', '=', roomId).execute(),
    )
    expect(JSON.stringify(history)).not.toContain(fresh.slice(0, 30))
  })

  it('has a calendar beside it that a real parser reads: moved with the meeting, revocable, private ones as taken', async () => {
    const roomId = await story.addRoom()
    const { path } = await world.as('manager').call(actions.makeRoomLink, { roomId, kind: 'FEED' })
    const read = async () => {
      const answer = await world.nobody.get(path)
      expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
      const calendar = new ICAL.Component(ICAL.parse(String(answer.body)))
      const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!)
      ICAL.TimezoneService.register(zone, 'Asia/Shanghai')
      return calendar.getAllSubcomponents('vevent').map((part) => {
        const { uid, summary, location, startDate } = new ICAL.Event(part)
        return { uid, summary, location, start: startDate.toJSDate().toISOString() }
      })
    }
    const { id } = await story.book('staff', story.meeting(roomId))
    await story.book(
      'staff',
      story.meeting(roomId, {
        private: true,
        title: '班子碰头',
        from: '2026-03-05T14:00:00+08:00',
        to: '2026-03-05T15:00:00+08:00',
      }),
    )
    const [mine, secret] = await read()
    expect(mine).toEqual({
      uid: `${id}-room@houqin`,
      summary: '预算协调会',
      location: '一号办公楼 第一会议室',
      start: '2026-03-05T01:00:00.000Z',
    })
    expect(secret?.summary).toBe('已占用')
    await world
      .as('staff')
      .call(bookings.actions.moveBooking, { bookingId: id, from: '2026-03-05T10:00:00+08:00' })
    expect((await read())[0]).toMatchObject({ uid: mine!.uid, start: '2026-03-05T02:00:00.000Z' })
    await world.as('manager').call(actions.revokeRoomLink, { roomId, kind: 'FEED' })
    expect((await world.nobody.get(path)).status).toBe(410)
  })
})
