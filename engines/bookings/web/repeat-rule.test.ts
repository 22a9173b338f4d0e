import { describe, expect, it } from 'vitest'
import { expandRule } from '../plan-series.ts'
import { type Repeat, writeRule } from './repeat-rule.ts'

describe('the rule people choose', () => {
  const rule = (every: Repeat['every'], from: string) => writeRule({ every, times: 3, offDays: 'KEEP' }, from)

  it('begins with the first date, by China’s clock, and is one the server follows', () => {
    // Monday 00:30 in China is Sunday in Greenwich.
    const monday = '2026-03-01T16:30:00.000Z'
    expect(rule('WEEK', monday)).toBe('FREQ=WEEKLY;BYDAY=MO;COUNT=3')
    for (const every of ['DAY', 'WEEK', 'TWO_WEEKS', 'MONTH_DAY', 'MONTH_WEEKDAY'] as const) {
      const days = expandRule(rule(every, monday), '2026-03-02')
      expect(days[0]).toBe('2026-03-02')
      expect(days).toHaveLength(3)
    }
  })

  it('the fifth Monday is the last one of the month', () => {
    expect(expandRule(rule('MONTH_WEEKDAY', '2026-03-30T01:00:00Z'), '2026-03-30')).toEqual([
      '2026-03-30',
      '2026-04-27',
      '2026-05-25',
    ])
  })
})
