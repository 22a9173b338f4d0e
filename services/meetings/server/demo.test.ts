import { describe, expect, it } from 'vitest'
import { bookings } from '#engines/bookings/module.ts'
import { useWorld } from '#test/harness.ts'
import { meetings } from '../module.ts'
import { fillDemo } from './demo.ts'
import { syncTasks } from './sync-tasks.ts'

const { actions } = meetings

describe('the demo bureau’s meetings', () => {
  const world = useWorld()

  it('look lived in, and are what the engine would have left', async () => {
    await world.ctx('system', async (ctx) => {
      // Only the places and people of the directory's demo that the meetings play with.
      await addConferenceSites(ctx)
      await fillDemo(ctx)
    })
    const desk = world.as('dispatcher')
    const rooms = await desk.call(actions.listRooms, { limit: 50 })
    expect(rooms.items.length).toBeGreaterThan(5)
    const { items } = await desk.call(actions.listMeetings, { limit: 200 })
    expect(new Set(items.map(({ state }) => state)).size).toBeGreaterThan(2)
    const figure = async (id: string) =>
      (await world.as('director').get(`/api/metrics/${id}?from=2025-03-01&to=2026-02-28`)).body
        .value as number
    expect(await figure('meetings.held.count')).toBeGreaterThan(600)
    expect(await figure('meetings.cancelled.count')).toBeGreaterThan(5)
    expect(await figure('meetings.no-show.rate')).toBeGreaterThan(0)
    expect(await figure('meetings.satisfaction.mean')).toBeGreaterThan(4)
    // Released only where people check in, and a series that nobody came to is given back to its end.
    const { items: released } = await desk.call(actions.listMeetings, { state: ['RELEASED'], limit: 200 })
    expect(released.length).toBeGreaterThan(5)
    for (const { room } of released) {
      const { policy } = await desk.call(bookings.actions.readPolicy, { resourceId: room!.id })
      expect(policy.checkInMinutes).toBe(15)
    }
    const struck = released.filter(({ seriesId }) => seriesId !== null)
    expect(struck.filter(({ from }) => Date.parse(from) < world.clock.now().getTime())).toHaveLength(3)
    expect(struck.length).toBeGreaterThan(3)
    const forecast = await world.as('director').call(actions.readForecast, {})
    expect(forecast.method).toBe('seasonal-trend')
    expect(forecast.mapePercent).toBeLessThan(60)
    // The tasks are those that would have been planned: said again, nothing changes.
    const ahead = items.filter(({ state }) => state === 'CONFIRMED').slice(0, 5)
    expect(ahead.length).toBe(5)
    for (const { id } of ahead) {
      const before = (await desk.call(actions.readMeeting, { meetingId: id })).support
      await world.ctx('system', (ctx) => syncTasks(ctx, id))
      expect((await desk.call(actions.readMeeting, { meetingId: id })).support).toEqual(before)
    }
    const { items: stock } = await desk.call(actions.listAccessories, { search: '无线话筒' })
    const { loans } = await desk.call(actions.readAccessory, { accessoryId: stock[0]!.id })
    expect(loans.length).toBeGreaterThan(3)
    const events = await desk.call(actions.listEvents, {})
    expect(events.items).toMatchObject([{ state: 'UNDER_WAY' }])
    const next = await world.as('staff').call(actions.bookMeeting, {
      title: '演示之后的会',
      roomId: rooms.items[0]!.id,
      from: '2026-06-06T09:00:00+08:00',
      to: '2026-06-06T10:00:00+08:00',
      headcount: 5,
    })
    expect(next.number).toBe('HY-20260606-0001')
  })
})

/** Two of the demo's sites with their meeting rooms; the world of the tests has none of them. */
async function addConferenceSites(ctx: Parameters<typeof fillDemo>[0]): Promise<void> {
  for (const [code, name, count] of [
    ['D06', '会议中心', 6],
    ['D04', '湖滨会议楼', 3],
  ] as const) {
    const { id } = await ctx.db
      .insertInto('directory.site')
      .values({ code, name, kind: '会议中心', floor_area_m2: 100, pinyin: 'x', initials: 'x' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await ctx.db
      .insertInto('directory.room')
      .values(
        Array.from({ length: count }, (_, index) => ({
          site_id: id,
          code: `${code}-${index}`,
          name: `10${index}会议室`,
          floor: '1楼',
          floor_number: 1,
          kind: 'meeting',
          pinyin: 'x',
          initials: 'x',
        })),
      )
      .execute()
  }
}
