import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../module.ts'
import { meetingStory } from './test-story.ts'

const { actions } = meetings

describe('booking a meeting', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const post = (role: 'staff' | 'dispatcher', body: object) => world.as(role).post('/api/meetings', body)

  it('[MEET-02] books the room under one number, with its support as timed tasks', async () => {
    const roomId = await story.addRoom()
    const booked = await story.book(
      'staff',
      story.meeting(roomId, { services: ['TEA', 'AV'], layout: 'THEATRE' }),
    )
    expect(booked).toMatchObject({
      number: 'HY-20260305-0001',
      state: 'CONFIRMED',
      seriesId: null,
      booked: 1,
    })
    const page = await story.read('staff', booked.id)
    expect(page).toMatchObject({
      title: '预算协调会',
      unit: { name: '财政局' },
      organiserName: '林小满',
      room: { name: '第一会议室', siteName: '一号办公楼' },
      layout: 'THEATRE',
      class: 'ORDINARY',
      tasks: { done: 0, missed: 0 },
      can: { cancel: true, changeNeeds: true, rate: false },
    })
    expect(page.support.map(({ kind }) => kind)).toContain('AV_TEST')
    expect(page.support.filter(({ kind }) => kind === 'TEA')).toHaveLength(4)
    expect(page.history.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['bookings.created', 'meetings.booked', 'meetings.tasks_planned']),
    )
    const booking = await world.as('staff').call(bookings.actions.readBooking, { bookingId: booked.id })
    expect([booking.line, booking.href]).toEqual(['meetings', `/meetings/${booked.id}`])
  })

  it('[MEET-06] has what the standard does for such a meeting when nobody says, and nothing when somebody says so', async () => {
    const roomId = await story.addRoom()
    const servicesOf = async (more: object) => {
      const { services: _, ...plain } = story.meeting(roomId, { wait: true })
      const { id } = await story.book('dispatcher', { ...plain, ...more })
      return (await story.read('dispatcher', id)).services
    }
    expect(await servicesOf({})).toEqual(['TEA', 'AV'])
    expect(await servicesOf({ layout: 'THEATRE' })).toEqual(['TEA', 'AV', 'ROSTRUM', 'NAME_PLATES'])
    expect(await servicesOf({ class: 'LEADERSHIP' })).toContain('LOUNGE')
    expect(await servicesOf({ services: [] })).toEqual([])
  })

  it('[MEET-02] refuses a taken room with ways out; another site’s room is free', async () => {
    const roomId = await story.addRoom()
    await story.addRoom({ code: 'H2', name: '东区会议室', siteId: await story.siteId('东区食堂') })
    await story.book('staff', story.meeting(roomId))
    const clash = await post('dispatcher', story.meeting(roomId))
    expect([clash.status, clash.body.code]).toEqual([409, 'bookings.conflict'])
    expect(clash.body.alternatives.length).toBeGreaterThan(0)
    const free = await world.as('staff').call(actions.findFreeRooms, {
      from: '2026-03-05T10:00:00+08:00',
      to: '2026-03-05T12:00:00+08:00',
      headcount: 5,
    })
    expect(free.items.map(({ code }) => code)).toEqual(['H2'])
    expect((await world.as('dispatcher').call(actions.listMeetings, {})).items).toHaveLength(1)
  })

  it('claims accessories with the room, all or none', async () => {
    const roomId = await story.addRoom()
    const other = await story.addRoom({ code: 'H2', name: '第二会议室' })
    const { id: accessoryId } = await world
      .as('manager')
      .call(actions.createAccessory, { code: 'MIC', name: '无线话筒', quantity: 4, countedIn: '只' })
    const { id } = await story.book(
      'staff',
      story.meeting(roomId, { accessories: [{ accessoryId, quantity: 3 }] }),
    )
    expect((await story.read('staff', id)).accessories).toEqual([
      { id: accessoryId, name: '无线话筒', quantity: 3 },
    ])
    const second = await post('staff', story.meeting(other, { accessories: [{ accessoryId, quantity: 2 }] }))
    expect([second.status, second.body.code]).toEqual([409, 'bookings.conflict'])
    const free = await world.as('staff').call(actions.findFreeRooms, {
      from: '2026-03-05T09:00:00+08:00',
      to: '2026-03-05T10:00:00+08:00',
    })
    expect(free.items.map(({ code }) => code)).toEqual(['H2'])
    const less = await world.as('manager').patch(`/api/meetings/accessories/${accessoryId}`, { quantity: 2 })
    expect([less.status, less.body.code]).toEqual([409, 'bookings.pieces_held'])
    const stray = await post(
      'staff',
      story.meeting(other, { accessories: [{ accessoryId: roomId, quantity: 1 }] }),
    )
    expect([stray.status, stray.body.code]).toEqual([422, 'meetings.unknown_accessory'])
  })

  it('[MEET-08] leaves leadership meetings to the desk, and hides private ones from others', async () => {
    const roomId = await story.addRoom()
    const asked = await post('staff', story.meeting(roomId, { class: 'LEADERSHIP' }))
    expect([asked.status, asked.body.code]).toEqual([403, 'meetings.leadership_by_desk'])
    const { id } = await story.book(
      'dispatcher',
      story.meeting(roomId, { class: 'LEADERSHIP', private: true, title: '党工委会' }),
    )
    expect((await story.read('director', id)).class).toBe('LEADERSHIP')
    const hidden = await world.as('staff').get(`/api/meetings/${id}`)
    expect(hidden.status).toBe(404)
    expect((await world.as('staff').call(actions.listMeetings, {})).items).toEqual([])
    const sheet = await world.as('staff').get('/api/meetings/export?format=csv')
    expect(sheet.bytes.toString()).not.toContain('党工委会')
  })

  it('says what does not fit: room, layout, times', async () => {
    const roomId = await story.addRoom()
    const refused = async (more: object) => {
      const answer = await post('staff', { ...story.meeting(roomId), ...more })
      return [answer.status, answer.body.code]
    }
    expect(await refused({ headcount: 41 })).toEqual([422, 'bookings.too_few_places'])
    expect(await refused({ headcount: 31, layout: 'CLASSROOM' })).toEqual([422, 'meetings.layout_too_small'])
    expect(await refused({ layout: 'U_SHAPE' })).toEqual([422, 'meetings.no_such_layout'])
    expect(await refused({ to: '2026-03-05T08:00:00+08:00' })).toEqual([422, 'bookings.ends_before'])
    expect(await refused({ roomId: '0197a000-0000-7000-8000-000000000000' })).toEqual([
      422,
      'meetings.unknown_room',
    ])
    expect((await world.as('dispatcher').call(actions.listMeetings, {})).items).toEqual([])
  })

  it('books a series: every date a meeting of its own with its tasks; a date taken up again joins', async () => {
    const roomId = await story.addRoom()
    const booked = await story.book(
      'staff',
      story.meeting(roomId, {
        services: ['TEA'],
        series: { rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=3', offDays: 'SKIP' },
      }),
    )
    expect(booked.booked).toBe(3)
    const { items } = await world.as('staff').call(actions.listMeetings, { mine: true })
    expect(items.map(({ number }) => number)).toEqual([
      'HY-20260319-0001',
      'HY-20260312-0001',
      'HY-20260305-0001',
    ])
    expect(items.every(({ tasks }) => tasks.all > 5)).toBe(true)
    await world.as('staff').call(bookings.actions.cancelBooking, { bookingId: items[1]!.id, reason: '出差' })
    await world
      .as('staff')
      .call(bookings.actions.resumeDate, { seriesId: booked.seriesId!, day: '2026-03-12' })
    await world.deliver()
    const again = await world.as('staff').call(actions.listMeetings, { mine: true, state: ['CONFIRMED'] })
    expect(again.items).toHaveLength(3)
    expect(again.items[1]!.services).toEqual(['TEA'])
    expect(again.items[1]!.tasks.all).toBeGreaterThan(5)
  })

  it('offers what was booked last as the default of the next', async () => {
    const roomId = await story.addRoom()
    expect((await world.as('staff').call(actions.readDefaults, {})).last).toBeNull()
    await story.book('staff', story.meeting(roomId, { services: ['PROJECTION'], layout: 'CLASSROOM' }))
    expect(await world.as('staff').call(actions.readDefaults, {})).toEqual({
      last: {
        title: '预算协调会',
        roomId,
        minutes: 120,
        headcount: 12,
        services: ['PROJECTION'],
        layout: 'CLASSROOM',
      },
      mayLead: false,
    })
  })
})
