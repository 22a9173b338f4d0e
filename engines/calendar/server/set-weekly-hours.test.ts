import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { calendar } from '../module.ts'
import { readCalendarHealth } from './read-calendar-health.ts'

const { explainDeadline, listCalendars, setDay, setWeeklyHours } = calendar.actions

async function makeSite(world: ReturnType<typeof useWorld>): Promise<string> {
  return world.ctx('system', async (ctx) => {
    const values = {
      code: 'T-1',
      name: '测试食堂',
      kind: '食堂',
      floor_area_m2: 800,
      pinyin: 'ceshishitang',
      initials: 'csst',
    }
    const { id } = await ctx.db
      .insertInto('directory.site')
      .values(values)
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  })
}

describe('weekly hours', () => {
  const world = useWorld()
  const due = async (siteId?: string) =>
    (
      await world
        .as('staff')
        .call(explainDeadline, { from: '2026-03-02T17:00:00+08:00', minutes: 60, siteId })
    ).dueAt

  it('of the bureau are changed by an admin, and deadlines follow', async () => {
    expect(await due()).toBe(new Date('2026-03-03T09:00:00+08:00').toISOString())
    await world
      .as('admin')
      .call(setWeeklyHours, { calendar: 'work', hours: [{ weekday: 1, hours: '08:00-12:00, 13:00-18:00' }] })
    expect(await due()).toBe(new Date('2026-03-02T18:00:00+08:00').toISOString())
  })

  it('of one site lie over those of the bureau, and null takes them off again', async () => {
    const siteId = await makeSite(world)
    const admin = world.as('admin')
    await admin.call(setWeeklyHours, {
      calendar: 'work',
      siteId,
      hours: [{ weekday: 1, hours: '06:00-20:00' }],
    })
    expect(await due(siteId)).toBe(new Date('2026-03-02T18:00:00+08:00').toISOString())
    expect(await due()).toBe(new Date('2026-03-03T09:00:00+08:00').toISOString())
    await admin.call(setDay, { day: '2026-03-02', siteId, kind: 'holiday', name: '设备检修' })
    expect(await due(siteId)).toBe(new Date('2026-03-03T09:30:00+08:00').toISOString())
    await admin.call(setWeeklyHours, { calendar: 'work', siteId, hours: [{ weekday: 1, hours: null }] })
    const { items } = await admin.call(listCalendars, {})
    expect(items.find(({ name }) => name === 'work')!.weekly.some((row) => row.siteId === siteId)).toBe(false)
  })

  it('of the round-the-clock calendar cannot be changed; unknown calendars and sites are refused', async () => {
    const admin = world.as('admin')
    const hours = [{ weekday: 1, hours: '08:00-12:00' }]
    await expect(admin.call(setWeeklyHours, { calendar: 'round-the-clock', hours })).rejects.toMatchObject({
      code: 'calendar.round_the_clock',
    })
    await expect(admin.call(setWeeklyHours, { calendar: 'night', hours })).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      admin.call(setWeeklyHours, { calendar: 'work', siteId: '00000000-0000-7000-8000-000000000000', hours }),
    ).rejects.toMatchObject({ code: 'calendar.unknown_site' })
  })

  const closed = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, hours: '' }))
  const signs = async () => {
    const all = await world.ctx('system', readCalendarHealth)
    return all.filter(({ id }) => id.startsWith('calendar.hours')).map(({ title }) => title.zh)
  }

  it('that are all empty count every minute, and the administrator hears of it', async () => {
    const admin = world.as('admin')
    const siteId = await makeSite(world)
    expect(await signs()).toEqual([])
    await admin.call(setWeeklyHours, { calendar: 'work', siteId, hours: closed })
    expect(await signs()).toEqual(['工作时间：测试食堂'])
    expect(await due(siteId)).toBe(new Date('2026-03-02T18:00:00+08:00').toISOString())
    expect(await due()).toBe(new Date('2026-03-03T09:00:00+08:00').toISOString())
    await admin.call(setWeeklyHours, { calendar: 'work', hours: closed })
    expect(await signs()).toEqual(['工作时间', '工作时间：测试食堂'])
    expect(await due()).toBe(new Date('2026-03-02T18:00:00+08:00').toISOString())
    await admin.call(setWeeklyHours, { calendar: 'work', hours: [{ weekday: 1, hours: '09:00-17:00' }] })
    expect(await signs()).toEqual(['工作时间：测试食堂'])
  })

  it('that fall on holidays for more than a year give no deadline, and say so', async () => {
    const admin = world.as('admin')
    await admin.call(setWeeklyHours, { calendar: 'work', hours: [{ weekday: 1, hours: '09:00-17:00' }] })
    await world.ctx('system', (ctx) =>
      sql`insert into calendar.day_exception (day, kind, name_zh, source)
          select day::date, 'holiday', '停用', 'local'
          from generate_series(date '2026-03-02', date '2027-06-30', interval '1 day') as day
          on conflict (bureau_id, site_id, day) do update set kind = 'holiday', windows = null`.execute(
        ctx.db,
      ),
    )
    await expect(due()).rejects.toMatchObject({ status: 422, code: 'calendar.no_working_time' })
  })

  it('count every minute of an urgent item round the clock', async () => {
    const answer = await world.as('staff').call(explainDeadline, {
      from: '2026-02-17T23:00:00+08:00',
      minutes: 240,
      calendar: 'round-the-clock',
    })
    expect(answer.dueAt).toBe(new Date('2026-02-18T03:00:00+08:00').toISOString())
    expect(answer.steps.map(({ minutes }) => minutes)).toEqual([60, 180])
  })
})
