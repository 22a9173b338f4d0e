import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { noPolicy } from '#engines/bookings/server/set-policy.ts'
import { useWorld } from '#test/harness.ts'
import { meetingStory } from './test-story.ts'

describe('figures of the rooms', () => {
  const world = useWorld()
  const story = meetingStory(world)
  const figure = async (id: string, from: string, to = from) =>
    (await world.as('director').get(`/api/metrics/meetings.${id}?from=${from}&to=${to}`)).body.value
  const rowsOf = async (id: string, day: string) =>
    (await world.as('director').get(`/api/metrics/meetings.${id}/records?from=${day}&to=${day}`)).body.items
  const settle = async (moment: string) => {
    world.clock.set(moment)
    await world.runJob('bookings.release-absent')
    await world.deliver()
  }

  it('[MEET-05] the use of rooms is meeting time by working time, the mean over rooms; further rooms count', async () => {
    const [first, second] = [
      await story.addRoom(),
      await story.addRoom({ code: 'H2', name: '第二会议室', layouts: [] }),
    ]
    await story.book('staff', story.meeting(first))
    await story.book(
      'staff',
      story.meeting(first, {
        from: '2026-03-05T14:00:00+08:00',
        to: '2026-03-05T15:00:00+08:00',
        furtherRooms: [{ roomId: second, use: 'BRANCH' }],
      }),
    )
    const { id } = await story.book(
      'staff',
      story.meeting(second, { from: '2026-03-05T16:00:00+08:00', to: '2026-03-05T17:00:00+08:00' }),
    )
    await world.as('staff').call(bookings.actions.cancelBooking, { bookingId: id, reason: '不开了' })
    await settle('2026-03-06T09:00:00+08:00')
    // 08:30–12:00 and 14:00–17:30 are 420 minutes. 120 + 60 of them in the first room, 60 in the second; the cancelled
    // hour does not count.
    expect(await figure('room-utilisation.rate', '2026-03-05')).toBeCloseTo(28.5714286, 6)
    const rows: { label: string; value: number }[] = await rowsOf('room-utilisation.rate', '2026-03-05')
    const byRoom = new Map(rows.map(({ label, value }) => [label, value]))
    expect(byRoom.get('H1')).toBeCloseTo(42.8571429, 6)
    expect(byRoom.get('H2')).toBeCloseTo(14.2857143, 6)
    // Over two working days the same meetings are half as much.
    await settle('2026-03-07T09:00:00+08:00')
    expect(await figure('room-utilisation.rate', '2026-03-05', '2026-03-06')).toBeCloseTo(14.2857143, 6)
  })

  it('[MEET-05] no-shows are what was released of what was held or released; cancelled and coming ones do not count', async () => {
    const room = await story.addRoom()
    await world
      .as('manager')
      .call(bookings.actions.setPolicy, { resourceId: room, ...noPolicy, checkInMinutes: 15 })
    const hour = (from: number) => ({
      from: `2026-03-05T${String(from).padStart(2, '0')}:00:00+08:00`,
      to: `2026-03-05T${String(from + 1).padStart(2, '0')}:00:00+08:00`,
    })
    for (const from of [9, 11, 14]) {
      const { id } = await story.book('staff', story.meeting(room, hour(from)))
      if (from === 11) continue
      await settle(hour(from).from)
      await world.as('staff').call(bookings.actions.checkIn, { bookingId: id })
    }
    const { id } = await story.book('staff', story.meeting(room, hour(16)))
    await world.as('staff').call(bookings.actions.cancelBooking, { bookingId: id, reason: '不开了' })
    await settle('2026-03-05T18:00:00+08:00')
    // Two held, one released.
    expect(await figure('no-show.rate', '2026-03-05')).toBeCloseTo(100 / 3, 9)
    expect(await figure('no-show.rate', '2026-03-06')).toBeNull()
    const rows = await rowsOf('no-show.rate', '2026-03-05')
    expect(rows.map(({ value }: { value: number }) => value).sort()).toEqual([0, 0, 100])
  })
})
