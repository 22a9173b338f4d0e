import { describe, expect, it } from 'vitest'
import { namedPeriod, trailingYear } from './named-period.ts'

describe('named periods', () => {
  it('run from the span’s first day to today', () => {
    const today = '2026-11-22'
    expect(namedPeriod('month', today)).toEqual({ from: '2026-11-01', to: today })
    expect(namedPeriod('quarter', today)).toEqual({ from: '2026-10-01', to: today })
    expect(namedPeriod('half', today)).toEqual({ from: '2026-07-01', to: today })
    expect(namedPeriod('half', '2026-03-02').from).toBe('2026-01-01')
    expect(namedPeriod('year', today)).toEqual({ from: '2026-01-01', to: today })
    expect(namedPeriod('last-year', today)).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  })

  it('trail twelve months', () => {
    expect(trailingYear('2026-11-22')).toEqual({ from: '2025-12-01', to: '2026-11-22' })
    expect(trailingYear('2026-01-05').from).toBe('2025-02-01')
  })
})
