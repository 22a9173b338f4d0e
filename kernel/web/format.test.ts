import { describe, expect, it } from 'vitest'
import {
  formatDay,
  formatDuration,
  formatMoment,
  formatMoney,
  formatNumber,
  formatTime,
  formatWhen,
  todayInChina,
} from './format.ts'

const nbsp = '\u00a0'
/** 14:30 in Shanghai. */
const at = '2026-11-22T06:30:00Z'

describe('what people read', () => {
  it('writes days and moments the Chinese way, in China’s time wherever the computer stands', () => {
    expect(formatDay(at, 'zh-CN')).toBe('2026年11月22日 周日')
    expect(formatDay('2026-11-22', 'zh-CN')).toBe('2026年11月22日 周日')
    expect(formatDay('2026-11-22T16:00:00Z', 'zh-CN', 'short')).toBe('11月23日')
    expect(formatMoment(at, 'zh-CN')).toBe('2026年11月22日 周日 14:30')
    expect(formatTime('2026-11-21T16:05:00Z')).toBe('00:05')
    expect(formatDay(at, 'en')).toBe(`Sun 22${nbsp}Nov${nbsp}2026`)
    expect(todayInChina('2026-11-22T16:00:00Z')).toBe('2026-11-23')
  })

  it('says near days in words', () => {
    expect(formatWhen(at, 'zh-CN', at)).toBe('今天 14:30')
    expect(formatWhen('2026-11-22T16:10:00Z', 'zh-CN', at)).toBe('明天 00:10')
    expect(formatWhen('2026-11-21T15:59:00Z', 'zh-CN', at)).toBe('昨天 23:59')
    expect(formatWhen('2026-11-25T01:00:00Z', 'zh-CN', at)).toBe('11月25日 09:00')
    expect(formatWhen('2025-11-25T01:00:00Z', 'zh-CN', at)).toBe('2025年11月25日 09:00')
    expect(formatWhen('2026-11-23', 'zh-CN', at)).toBe('明天')
    expect(formatWhen(at, 'en', at)).toBe('today 14:30')
  })

  it('says how long something takes', () => {
    expect(formatDuration(135, 'zh-CN')).toBe('2小时15分')
    expect(formatDuration(-135, 'zh-CN')).toBe('2小时15分')
    expect(formatDuration(120, 'zh-CN')).toBe('2小时')
    expect(formatDuration(40, 'zh-CN')).toBe('40分钟')
    expect(formatDuration(0.4, 'zh-CN')).toBe('不到1分钟')
    expect(formatDuration(3 * 1440 + 250, 'zh-CN')).toBe('3天4小时')
    expect(formatDuration(135, 'en')).toBe(`2${nbsp}h 15${nbsp}min`)
  })

  it('keeps a number with its unit, and money in yuan or ten thousands', () => {
    expect(formatNumber(1234, 'zh-CN', { unit: '件' })).toBe(`1,234${nbsp}件`)
    expect(formatNumber(96.42, 'zh-CN', { unit: '%', decimals: 1 })).toBe('96.4%')
    expect(formatMoney(12_000, 'zh-CN')).toBe(`120${nbsp}元`)
    expect(formatMoney(123_450, 'zh-CN')).toBe(`1,234.50${nbsp}元`)
    expect(formatMoney(12_345_678, 'zh-CN')).toBe(`12.35${nbsp}万元`)
    expect(formatMoney(-123_450, 'en')).toBe('-¥1,234.50')
  })
})
