import { describe, expect, it } from 'vitest'
import { sayPattern } from './say-pattern.ts'

describe('a pattern in words', () => {
  it.each([
    ['FREQ=DAILY;COUNT=3', '2026-03-02', '每天', 'every day'],
    ['FREQ=DAILY;BYDAY=MO,TU;COUNT=3', '2026-03-02', '每周一、二', 'every Monday, Tuesday'],
    ['FREQ=WEEKLY;COUNT=3', '2026-03-03', '每周二', 'every Tuesday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;COUNT=3', '2026-03-08', '每 2 周的周日', 'every 2 weeks on Sunday'],
    ['FREQ=MONTHLY;BYMONTHDAY=9;COUNT=3', '2026-03-09', '每月 9 日', 'every month on day 9'],
    ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', '2026-03-27', '每月最后一个周五', 'every month on the last Friday'],
    [
      'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2;COUNT=3',
      '2026-03-09',
      '每月第 2 个周一',
      'every month on the second Monday',
    ],
    // Moved by a day, the rule does not tell its dates any more.
    ['FREQ=MONTHLY;BYDAY=2MO;COUNT=3', '2026-03-10', '每月一次', 'once a month'],
    ['FREQ=YEARLY;COUNT=3', '2026-03-09', '每年 3 月 9 日', 'every year on 03-09'],
  ])('%s', (rule, day, zh, en) => {
    const said = sayPattern({ rule, day, from: `${day}T01:00:00Z`, to: `${day}T02:30:00Z` })
    expect(said).toEqual({ zh: `${zh} 09:00—10:30`, en: `${en} 09:00—10:30` })
  })
})
