import { useMemo } from 'react'
import type { Locale, Text } from '#kernel/contract/text.ts'
import { toTraditional, useLocale } from './locale.ts'
import { localise } from './messages.ts'

/** What a moment may come as: ISO text from the API, milliseconds, or a Date. */
export type MomentLike = string | number | Date

const NBSP = '\u00a0'
const weekdays = ['日', '一', '二', '三', '四', '五', '六']
const englishDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const dayLength = 86_400_000

interface Wall {
  year: number
  month: number
  day: number
  weekday: number
  clock: string
  /** Days since 1970, to tell yesterday from today. */
  dayNumber: number
}

/** China keeps UTC+8 the whole year, so a fixed shift is exact and needs no time-zone table on old browsers. */
function wall(value: MomentLike): Wall {
  const moment =
    value instanceof Date ? value.getTime() : typeof value === 'number' ? value : Date.parse(value)
  const bareDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
  const shifted = moment + (bareDay ? 0 : 8 * 3_600_000)
  const date = new Date(shifted)
  const two = (n: number) => String(n).padStart(2, '0')
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    clock: `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`,
    dayNumber: Math.floor(shifted / dayLength),
  }
}

function chinese(locale: Locale, words: string): string {
  return locale === 'zh-Hant' ? toTraditional(words) : words
}

/** `2026年11月22日 周日`; `short` leaves out year and weekday. Takes moments and bare days. */
export function formatDay(
  value: MomentLike,
  locale: Locale,
  style: 'full' | 'plain' | 'short' = 'full',
): string {
  const at = wall(value)
  if (locale === 'en') {
    const short = `${at.day}${NBSP}${englishMonths[at.month - 1]}`
    if (style === 'short') return short
    return style === 'plain'
      ? `${short}${NBSP}${at.year}`
      : `${englishDays[at.weekday]} ${short}${NBSP}${at.year}`
  }
  const short = `${at.month}月${at.day}日`
  if (style === 'short') return short
  const plain = `${at.year}年${short}`
  return style === 'plain' ? plain : chinese(locale, `${plain} 周${weekdays[at.weekday]}`)
}

/** `14:30`. */
export function formatTime(value: MomentLike): string {
  return wall(value).clock
}

/** `2026年11月22日 周日 14:30`. */
export function formatMoment(value: MomentLike, locale: Locale): string {
  return `${formatDay(value, locale)} ${formatTime(value)}`
}

/** As people say it: `今天 14:30`, `明天 09:00`, `11月25日 09:00`, with the year when it is another one. */
export function formatWhen(value: MomentLike, locale: Locale, now: MomentLike = Date.now()): string {
  const at = wall(value)
  const today = wall(now)
  const near: Record<number, Text> = {
    [-2]: { zh: '前天', en: '2 days ago' },
    [-1]: { zh: '昨天', en: 'yesterday' },
    0: { zh: '今天', en: 'today' },
    1: { zh: '明天', en: 'tomorrow' },
    2: { zh: '后天', en: 'in 2 days' },
  }
  const word = near[at.dayNumber - today.dayNumber]
  const bareDay = typeof value === 'string' && value.length === 10
  const clock = bareDay ? '' : ` ${at.clock}`
  if (word) return `${localise(word, locale)}${clock}`
  return `${formatDay(value, locale, at.year === today.year ? 'short' : 'plain')}${clock}`
}

/** `2小时15分`, `3天4小时`, `不到1分钟`; takes minutes, sign ignored. */
export function formatDuration(minutes: number, locale: Locale): string {
  const whole = Math.floor(Math.abs(minutes))
  const days = Math.floor(whole / 1440)
  const hours = Math.floor((whole % 1440) / 60)
  const rest = whole % 60
  if (whole === 0) return localise({ zh: '不到1分钟', en: `under 1${NBSP}min` }, locale)
  // Minutes no longer matter to anybody once days are spoken of.
  const parts: [number, string, string][] = days
    ? [
        [days, '天', 'd'],
        [hours, '小时', 'h'],
      ]
    : [
        [hours, '小时', 'h'],
        [rest, hours ? '分' : '分钟', 'min'],
      ]
  const said = parts.filter(([n]) => n > 0)
  if (locale === 'en') return said.map(([n, , unit]) => `${n}${NBSP}${unit}`).join(' ')
  return chinese(locale, said.map(([n, unit]) => `${n}${unit}`).join(''))
}

/** A number with its unit, which never part at a line's end: `1,234 件`, `87.5%`. */
export function formatNumber(
  value: number,
  locale: Locale,
  options: { unit?: Text | string; decimals?: number } = {},
): string {
  const digits =
    options.decimals === undefined
      ? { maximumFractionDigits: 2 }
      : { minimumFractionDigits: options.decimals, maximumFractionDigits: options.decimals }
  const number = new Intl.NumberFormat('en-US', digits).format(value)
  const unit = options.unit === undefined ? '' : localise(options.unit, locale)
  if (!unit) return number
  return /^[%‰℃°]/.test(unit) ? `${number}${unit}` : `${number}${NBSP}${unit}`
}

/** Money from fen: `1,234.50 元`, from a hundred thousand yuan on `12.35 万元`; English `¥1,234.50`. */
export function formatMoney(fen: number, locale: Locale, style: 'auto' | 'yuan' | 'wan' = 'auto'): string {
  const yuan = fen / 100
  if (locale === 'en')
    return `${yuan < 0 ? '-' : ''}¥${formatNumber(Math.abs(yuan), locale, { decimals: 2 })}`
  if (style === 'wan' || (style === 'auto' && Math.abs(yuan) >= 100_000)) {
    return formatNumber(yuan / 10_000, locale, { unit: { zh: '万元', en: '' }, decimals: 2 })
  }
  return formatNumber(yuan, locale, { unit: { zh: '元', en: '' }, decimals: Number.isInteger(yuan) ? 0 : 2 })
}

/** Today in China, `2026-11-22`. */
export function todayInChina(now: MomentLike = Date.now()): string {
  const at = wall(now)
  return `${at.year}-${String(at.month).padStart(2, '0')}-${String(at.day).padStart(2, '0')}`
}

export interface Format {
  day: (value: MomentLike, style?: 'full' | 'plain' | 'short') => string
  time: (value: MomentLike) => string
  moment: (value: MomentLike) => string
  when: (value: MomentLike, now?: MomentLike) => string
  duration: (minutes: number) => string
  number: (value: number, options?: { unit?: Text | string; decimals?: number }) => string
  money: (fen: number, style?: 'auto' | 'yuan' | 'wan') => string
}

/** The formats above, bound to the reader's language. */
export function useFormat(): Format {
  const locale = useLocale()
  return useMemo(
    () => ({
      day: (value, style) => formatDay(value, locale, style),
      time: formatTime,
      moment: (value) => formatMoment(value, locale),
      when: (value, now) => formatWhen(value, locale, now),
      duration: (minutes) => formatDuration(minutes, locale),
      number: (value, options) => formatNumber(value, locale, options),
      money: (fen, style) => formatMoney(fen, locale, style),
    }),
    [locale],
  )
}
