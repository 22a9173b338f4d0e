import ICAL from 'ical.js'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { notifications } from '#platform/notifications/module.ts'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../module.ts'
import { meetingStory } from './test-story.ts'

const { actions } = meetings

describe('the news of a meeting series that moves', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const told = async (role: Role, type: string) =>
    (await world.as(role).call(notifications.actions.listNotifications, {})).items.filter(
      (one) => one.type === type,
    )

  /** Three Thursdays in 第一会议室; the dates in order. */
  async function threeThursdays() {
    const roomId = await story.addRoom()
    const { id } = await story.book('staff', story.meeting(roomId))
    const { seriesId } = await world.as('staff').call(bookings.actions.makeSeries, {
      bookingId: id,
      rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=3',
      offDays: 'KEEP',
    })
    await world.deliver()
    const { items } = await world.as('staff').call(bookings.actions.listBookings, { seriesId })
    return { roomId, ids: items.reverse().map((one) => one.id) }
  }

  async function invite(meetingId: string, name: string) {
    await world
      .as('staff')
      .call(actions.addParticipants, { meetingId, items: [{ personId: await story.personId(name) }] })
    await world.as('staff').call(actions.sendInvitations, { meetingId })
  }
  async function serve(meetingId: string) {
    const taskIds = (await story.read('dispatcher', meetingId)).support.map((task) => task.id)
    await world
      .as('dispatcher')
      .call(actions.assignTasks, { taskIds, personId: await story.personId('赵铁柱') })
  }
  const move = (role: Role, bookingId: string, scope: 'all' | 'this', from: string) =>
    world.as(role).call(bookings.actions.moveBooking, { bookingId, scope, from })

  it('is one message for each person, with both patterns, how many dates are theirs and the first of them', async () => {
    const { ids } = await threeThursdays()
    for (const id of ids) await invite(id, '何静')
    await invite(ids[1]!, '赵铁柱')
    for (const id of ids.slice(0, 2)) await serve(id)
    await world.deliver()
    const [invitedBefore, desk] = [
      await told('liaison', 'meetings.invited'),
      await told('dispatcher', 'meetings.tasks_moved'),
    ]
    await move('manager', ids[0]!, 'all', '2026-03-06T14:00:00+08:00')
    await world.deliver()

    const invited = await told('liaison', 'meetings.invited')
    expect(invited).toHaveLength(invitedBefore.length + 1)
    expect(invited[0]).toMatchObject({
      title: { zh: '《预算协调会》系列改期或换会议室' },
      body: {
        zh: '原为：每周四 09:00—11:00 第一会议室。现为：每周五 14:00—16:00 第一会议室。共 3 次',
        en: 'Before: every Thursday 09:00—11:00 第一会议室. Now: every Friday 14:00—16:00 第一会议室. 3 dates',
      },
      href: `/meetings/${ids[0]}`,
      times: 1,
    })
    expect((await told('worker', 'meetings.invited'))[0]).toMatchObject({
      body: { zh: expect.stringContaining('与您有关的共 1 次') },
      href: `/meetings/${ids[1]}`,
    })
    const [attendant, ...more] = await told('worker', 'meetings.tasks_moved')
    expect(more).toEqual([])
    expect(attendant?.body?.zh).toMatch(/现为：每周五 14:00—16:00 第一会议室。与您有关的共 2 次/)
    // The third date's tasks are nobody's: the desk's, once.
    const deskNow = await told('dispatcher', 'meetings.tasks_moved')
    expect(deskNow).toHaveLength(desk.length + 1)
    expect(deskNow[0]?.body?.zh).toContain('与您有关的共 1 次')
    // The organiser did not do it and hears once, too.
    const organiser = await told('staff', 'bookings.moved')
    expect(organiser.map(({ body, href }) => [body?.zh.slice(-5), href])).toEqual([
      ['共 3 次', `/meetings/${ids[0]}`],
    ])
    // The tasks went along.
    const starts = (await story.read('dispatcher', ids[0]!)).support.map(({ dueAt }) => dueAt)
    expect(starts.some((at) => at.startsWith('2026-03-06'))).toBe(true)
  })

  it('brings a year of weeks for the calendar, each date once and at its new time', async () => {
    const roomId = await story.addRoom()
    const { id } = await story.book('staff', story.meeting(roomId))
    const { seriesId } = await world.as('staff').call(bookings.actions.makeSeries, {
      bookingId: id,
      rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=52',
      offDays: 'KEEP',
    })
    await world.deliver()
    const { items } = await world.as('staff').call(bookings.actions.listBookings, { seriesId, limit: 100 })
    const personId = await story.personId('何静')
    for (const one of items) {
      await world.as('staff').call(actions.addParticipants, { meetingId: one.id, items: [{ personId }] })
      await world.as('staff').call(actions.sendInvitations, { meetingId: one.id })
    }
    await world.deliver()
    await move('manager', id, 'all', '2026-03-06T14:00:00+08:00')
    await world.deliver()
    const { rows } = await world.installation.database.asOwner((db) =>
      sql<{ calendar: string }>`select calendar from notifications.notification
        where calendar_method = 'PUBLISH'`.execute(db),
    )
    expect(rows).toHaveLength(1)
    const file = new ICAL.Component(ICAL.parse(rows[0]!.calendar))
    expect(file.getFirstPropertyValue('method')).toBe('PUBLISH')
    const dates = file.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
    expect(new Set(dates.map(({ uid }) => uid)).size).toBe(52)
    const starts = dates.map(({ startDate }) => startDate.toJSDate())
    expect(new Set(starts.map((at) => at.getUTCDay()))).toEqual(new Set([5]))
    expect(dates.flatMap(({ attendees }) => attendees)).toEqual([])
  })

  it('stays as it is for a single date, with its own time', async () => {
    const { ids } = await threeThursdays()
    await invite(ids[1]!, '何静')
    await serve(ids[1]!)
    await world.deliver()
    await move('manager', ids[1]!, 'this', '2026-03-13T14:00:00+08:00')
    await world.deliver()
    expect((await told('liaison', 'meetings.invited'))[0]).toMatchObject({
      title: { zh: '请参加《预算协调会》' },
      href: `/meetings/${ids[1]}`,
    })
    expect((await told('worker', 'meetings.tasks_moved'))[0]?.title.zh).toBe('《预算协调会》改时间或会议室')
  })

  it('names neither title nor room of a private one', async () => {
    const roomId = await story.addRoom()
    const { id, number } = await story.book(
      'staff',
      story.meeting(roomId, { private: true, title: '班子碰头' }),
    )
    await world.as('staff').call(bookings.actions.makeSeries, {
      bookingId: id,
      rule: 'FREQ=WEEKLY;BYDAY=TH;COUNT=2',
      offDays: 'KEEP',
    })
    await world.deliver()
    await invite(id, '何静')
    await world.deliver()
    await move('staff', id, 'all', '2026-03-05T14:00:00+08:00')
    await world.deliver()
    const [news] = await told('liaison', 'meetings.invited')
    expect(news?.title.zh).toBe(`${number}系列改期或换会议室`)
    expect(JSON.stringify(news)).not.toMatch(/班子|第一会议室/)
    expect(news?.body?.zh).toContain('现为：每周四 14:00—16:00')
  })
})
