import { dayNumber, weekdayOf } from '#engines/calendar/local-day.ts'
import type { Text } from '#kernel/contract/text.ts'
import { expandRule } from './plan-series.ts'

/** When a series is held: its rule, a day of that rule, and the hours of that date. */
export interface Pattern {
  rule: string
  day: string
  from: string
  to: string
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const zhDays = '一二三四五六日'
const enDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const enPlaces: Readonly<Record<string, string>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '-1': 'last',
}

/** `每周二 15:00—16:00` / `every Tuesday 15:00—16:00`: how people speak of a series. */
export function sayPattern(pattern: Pattern): Text {
  const { zh, en } = sayDays(pattern)
  const hours = `${clock(pattern.from)}—${clock(pattern.to)}`
  return { zh: `${zh} ${hours}`, en: `${en} ${hours}` }
}

/** China keeps UTC+8 the whole year. */
const clock = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16)

function sayDays({ rule, day }: Pattern): Text {
  const part = (name: string) => new RegExp(`(?:^|;)${name}=([^;]+)`).exec(rule)?.[1]
  const every = Number(part('INTERVAL') ?? 1)
  const days = part('BYDAY')?.split(',') ?? []
  switch (part('FREQ')) {
    case 'DAILY':
      return days.length > 0 ? sayWeekdays(days, 1) : sayEvery(every, ['天', 'day'])
    case 'WEEKLY':
      return sayWeekdays(days.length > 0 ? days : [weekdays[weekdayOf(dayNumber(day)) - 1]!], every)
    case 'MONTHLY':
      // Moved by days, such a rule stays as it is: its dates are then so many days beside it, and it must not say otherwise.
      if (expandRule(rule, day)[0] !== day)
        return {
          zh: every === 1 ? '每月一次' : `每 ${every} 个月一次`,
          en: every === 1 ? 'once a month' : `once in ${every} months`,
        }
      return sayMonthly(every, {
        days,
        of: part('BYSETPOS'),
        monthDay: part('BYMONTHDAY') ?? String(Number(day.slice(8))),
      })
    default: {
      const { zh, en } = sayEvery(every, ['年', 'year'])
      return {
        zh: `${zh} ${Number(day.slice(5, 7))} 月 ${Number(day.slice(8))} 日`,
        en: `${en} on ${day.slice(5)}`,
      }
    }
  }
}

function sayEvery(every: number, [zh, en]: readonly [string, string]): Text {
  return every === 1
    ? { zh: `每${zh}`, en: `every ${en}` }
    : { zh: `每 ${every} ${zh}`, en: `every ${every} ${en}s` }
}

function sayWeekdays(days: readonly string[], every: number): Text {
  const at = days.map((one) => weekdays.indexOf(one)).sort()
  const zh = at.map((one) => zhDays[one]).join('、')
  const en = at.map((one) => enDays[one]).join(', ')
  return every === 1
    ? { zh: `每周${zh}`, en: `every ${en}` }
    : { zh: `每 ${every} 周的周${zh}`, en: `every ${every} weeks on ${en}` }
}

function sayMonthly(
  every: number,
  { days, of, monthDay }: { days: string[]; of: string | undefined; monthDay: string },
): Text {
  const month =
    every === 1 ? { zh: '每月', en: 'every month' } : { zh: `每 ${every} 个月`, en: `every ${every} months` }
  if (days.length === 0)
    return monthDay === '-1'
      ? { zh: `${month.zh}最后一天`, en: `${month.en} on its last day` }
      : { zh: `${month.zh} ${monthDay} 日`, en: `${month.en} on day ${monthDay}` }
  const named = days.map((one) => {
    const [, sign = '', name = ''] = /^([+-]?\d)?([A-Z]{2})$/.exec(one) ?? []
    const which = (of ?? sign).replace('+', '')
    const at = weekdays.indexOf(name)
    const zh =
      which === ''
        ? `每个周${zhDays[at]}`
        : which === '-1'
          ? `最后一个周${zhDays[at]}`
          : `第 ${which} 个周${zhDays[at]}`
    return { zh, en: [which === '' ? 'every' : `the ${enPlaces[which] ?? which}`, enDays[at]].join(' ') }
  })
  return {
    zh: `${month.zh}${named.map(({ zh }) => zh).join('、')}`,
    en: `${month.en} on ${named.map(({ en }) => en).join(', ')}`,
  }
}
