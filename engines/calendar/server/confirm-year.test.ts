import { describe, expect, it } from 'vitest'
import { useWorld } from '#test/harness.ts'
import { calendar } from '../module.ts'

const { confirmYear, readYear, setDay } = calendar.actions

describe('confirming a year', () => {
  const world = useWorld()

  it('notes who looked it over, until a day of it changes', async () => {
    const admin = world.as('admin')
    await admin.call(confirmYear, { year: 2026 })
    expect((await admin.call(readYear, { year: 2026 })).confirmedBy).toBe('冯安')
    await admin.call(setDay, { day: '2026-05-06', kind: 'holiday', name: '单位活动' })
    expect((await admin.call(readYear, { year: 2026 })).confirmedBy).toBeNull()
  })

  it('is refused for a year nothing is arranged for', async () => {
    await expect(world.as('admin').call(confirmYear, { year: 2031 })).rejects.toMatchObject({
      status: 409,
      code: 'calendar.year_not_arranged',
    })
  })
})

describe('a sheet of days', () => {
  const world = useWorld()
  const sheet = (...lines: string[]) => Buffer.from(['日期,安排,名称,服务时间', ...lines].join('\r\n'))

  it('enters the notice of a year, and changes nothing the second time', async () => {
    const file = sheet(
      '2027-01-01,放假,元旦,',
      '2027-01-03,调休上班,元旦,',
      '2027-02-05,半天,除夕,08:30-12:00',
    )
    const first = await world.as('admin').upload('/api/imports/calendar-days?mode=commit', '2027.csv', file)
    expect(first.body).toMatchObject({ rows: 3, accepted: 3, changed: 3, refused: [] })
    const again = await world.as('admin').upload('/api/imports/calendar-days?mode=commit', '2027.csv', file)
    expect(again.body).toMatchObject({ rows: 3, changed: 0 })
    const { days } = await world.as('admin').call(readYear, { year: 2027 })
    expect(days.map(({ kind }) => kind)).toEqual(['holiday', 'makeup', 'half-day'])
  })

  it('names the lines it cannot take', async () => {
    const file = sheet('2027-01-01,放假,元旦,', '2027-01-02,半天,元旦,', '2027-01-04,自定时段,值班,早班')
    const answer = await world.as('admin').upload('/api/imports/calendar-days?mode=dry-run', '2027.csv', file)
    expect(answer.body.refused.map(({ line, code }: { line: number; code: string }) => [line, code])).toEqual(
      [
        [3, 'calendar.hours_needed'],
        [4, 'calendar.bad_hours'],
      ],
    )
  })

  it('comes out again as it went in', async () => {
    const answer = await world.as('admin').get('/api/imports/calendar-days/current?format=csv')
    expect(answer.status).toBe(200)
    expect(answer.bytes.toString('utf8')).toContain('2026-10-01,放假,国庆节,')
    const year = await world.as('staff').get('/api/calendar/years/2026/export?format=csv')
    expect(year.bytes.toString('utf8')).toContain('2026-10-01,放假,国庆节')
  })
})
