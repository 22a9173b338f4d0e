import { describe, expect, it } from 'vitest'
import { daysIn, localDay, monthsOf, periodBefore, yearBefore } from './period.ts'

describe('periods', () => {
  it('takes the same days of the year before', () => {
    expect(yearBefore({ from: '2014-01-01', to: '2014-11-30' })).toEqual({
      from: '2013-01-01',
      to: '2013-11-30',
    })
  })

  it('ends with February there when it ends with February here', () => {
    expect(yearBefore({ from: '2025-02-01', to: '2025-02-28' })).toEqual({
      from: '2024-02-01',
      to: '2024-02-29',
    })
    expect(yearBefore({ from: '2024-02-01', to: '2024-02-29' })).toEqual({
      from: '2023-02-01',
      to: '2023-02-28',
    })
  })

  it('takes whole months before whole months, else as many days', () => {
    expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    })
    expect(periodBefore({ from: '2014-01-01', to: '2014-11-30' })).toEqual({
      from: '2013-02-01',
      to: '2013-12-31',
    })
    expect(periodBefore({ from: '2026-03-10', to: '2026-03-16' })).toEqual({
      from: '2026-03-03',
      to: '2026-03-09',
    })
  })

  it('cuts the first and last month to the period', () => {
    expect(monthsOf({ from: '2026-01-15', to: '2026-03-02' })).toEqual([
      { from: '2026-01-15', to: '2026-01-31' },
      { from: '2026-02-01', to: '2026-02-28' },
      { from: '2026-03-01', to: '2026-03-02' },
    ])
  })

  it('counts days with both ends, and reads moments as people in China do', () => {
    expect(daysIn({ from: '2014-01-01', to: '2014-11-30' })).toBe(334)
    expect(localDay(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02')
  })
})
