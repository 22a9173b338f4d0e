import { describe, expect, it } from 'vitest'
import { daysShown } from './shown-days.ts'

describe('the days a view shows', () => {
  it('a day, the week from Monday, whole weeks around a month', () => {
    expect(daysShown('2026-03-01', 'day')).toEqual({ from: '2026-03-01', to: '2026-03-01' })
    // A Sunday belongs to the week that began on Monday.
    expect(daysShown('2026-03-01', 'week')).toEqual({ from: '2026-02-23', to: '2026-03-01' })
    expect(daysShown('2026-03-31', 'month')).toEqual({ from: '2026-02-23', to: '2026-04-05' })
  })
})
