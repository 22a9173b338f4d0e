import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { calendar } from '../module.ts'
import { isWorkingDay } from '../working-days.ts'
import { loadCalendar } from './load-calendar.ts'

const { readYear, removeDay, setDay } = calendar.actions

describe('the days of a year', () => {
  const world = useWorld()

  it('begin with the notice of the State Council: holidays and make-up days', async () => {
    const year = await world.as('staff').call(readYear, { year: 2026 })
    expect(year.arranged).toBe(true)
    expect(year.days.find(({ day }) => day === '2026-10-01')).toMatchObject({
      kind: 'holiday',
      name: { zh: '国庆节' },
      source: 'statutory',
      can: { change: false },
    })
    expect(year.days.some(({ kind }) => kind === 'makeup')).toBe(true)
    expect(year.workingDays).toBeGreaterThan(240)
  })

  it('can be added by an admin, and the calendar that deadlines use follows at once', async () => {
    await world.as('admin').call(setDay, { day: '2026-03-06', kind: 'holiday', name: '停电检修' })
    const works = await world.ctx('staff', async (ctx) =>
      isWorkingDay(await loadCalendar(ctx, { name: 'work' }), '2026-03-06'),
    )
    expect(works).toBe(false)
    const { days } = await world.as('admin').call(readYear, { year: 2026 })
    expect(days.find(({ day }) => day === '2026-03-06')).toMatchObject({
      source: 'local',
      can: { remove: true },
    })
  })

  it('can be changed to a half day with hours of its own', async () => {
    const admin = world.as('admin')
    await admin.call(setDay, { day: '2026-02-13', kind: 'half-day', name: '除夕前', hours: '08:30-12:00' })
    await admin.call(setDay, { day: '2026-02-13', kind: 'half-day', name: '除夕前', hours: '08:30-11:30' })
    const { days } = await admin.call(readYear, { year: 2026 })
    expect(days.filter(({ day }) => day === '2026-02-13').map(({ hours }) => hours)).toEqual(['08:30–11:30'])
  })

  it('can be removed, with the old arrangement kept in the history', async () => {
    await world.as('admin').call(removeDay, { day: '2026-10-01' })
    const { days } = await world.as('staff').call(readYear, { year: 2026 })
    expect(days.some(({ day }) => day === '2026-10-01')).toBe(false)
    const audit = await world.as('auditor').get('/api/audit?type=calendar.day_removed')
    expect(audit.body.items[0]).toMatchObject({
      before: { day: '2026-10-01', name_zh: '国庆节', source: 'statutory' },
    })
  })

  it('refuses hours nobody can read, a half day without hours, and a day that is not arranged', async () => {
    const admin = world.as('admin')
    const day = { day: '2026-03-06', name: '调整' }
    await expect(admin.call(setDay, { ...day, kind: 'custom', hours: '早上' })).rejects.toMatchObject({
      status: 422,
      code: 'calendar.bad_hours',
    })
    await expect(admin.call(setDay, { ...day, kind: 'half-day' })).rejects.toMatchObject({
      code: 'calendar.hours_needed',
    })
    await expect(admin.call(removeDay, { day: '2026-03-06' })).rejects.toMatchObject({ status: 404 })
    await expect(admin.call(setDay, { ...day, day: '1987-01-01', kind: 'holiday' })).rejects.toMatchObject({
      code: 'calendar.year_out_of_range',
    })
  })

  it('warn in November when the arrangement of the next year is missing', async () => {
    expect((await world.as('admin').call(readYear, { year: 2026 })).nextYear).toMatchObject({
      year: 2027,
      missing: false,
    })
    world.clock.set('2026-11-20T09:00:00+08:00')
    expect((await world.as('admin').call(readYear, { year: 2026 })).nextYear).toEqual({
      year: 2027,
      arranged: false,
      missing: true,
    })
    await world.as('admin').call(setDay, { day: '2027-01-01', kind: 'holiday', name: '元旦' })
    expect((await world.as('admin').call(readYear, { year: 2026 })).nextYear.missing).toBe(false)
  })

  it('belong to the bureau alone', async () => {
    await world.as('admin').call(setDay, { day: '2026-03-06', kind: 'holiday', name: '停电检修' })
    const { days } = await world.other.as('admin').call(readYear, { year: 2026 })
    expect(days.some(({ day }) => day === '2026-03-06')).toBe(false)
  })
})
