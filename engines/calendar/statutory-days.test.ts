import { describe, expect, it } from 'vitest'
import { hasStatutoryDays, statutoryDays } from './statutory-days.ts'

const daysOf = (year: number, kind: string) =>
  statutoryDays(year, year)
    .filter((row) => row.kind === kind)
    .map((row) => row.day)

describe('statutory days', () => {
  it('has the make-up days of 2014 as the State Council gave them', () => {
    expect(daysOf(2014, 'makeup')).toEqual([
      '2014-01-26',
      '2014-02-08',
      '2014-05-04',
      '2014-09-28',
      '2014-10-11',
    ])
  })

  it('has the holidays of October 2026 with their names', () => {
    const october = statutoryDays(2026, 2026).filter((row) => row.day.startsWith('2026-10'))
    expect(october.map((row) => row.day.slice(8)).join(' ')).toBe('01 02 03 04 05 06 07 10')
    expect(october[0]).toEqual({ day: '2026-10-01', kind: 'holiday', name: '国庆节', nameEn: 'National Day' })
    expect(october.at(-1)?.kind).toBe('makeup')
  })

  it('knows which years it has: 2014 to 2026 whole, and says so for a year whose notice is not there', () => {
    for (let year = 2014; year <= 2026; year++) expect(hasStatutoryDays(year)).toBe(true)
    expect(hasStatutoryDays(2003)).toBe(false)
    expect(statutoryDays(2003, 2003)).toEqual([])
  })

  it('gives rows in order over several years, each day once', () => {
    const days = statutoryDays(2014, 2026).map((row) => row.day)
    expect(days).toEqual([...new Set(days)].sort())
  })
})
