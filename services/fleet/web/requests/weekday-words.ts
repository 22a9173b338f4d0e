import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

export const weekdays = [
  text('周一', 'Mon'),
  text('周二', 'Tue'),
  text('周三', 'Wed'),
  text('周四', 'Thu'),
  text('周五', 'Fri'),
  text('周六', 'Sat'),
  text('周日', 'Sun'),
] as const

const messages = defineMessages({
  working: text('工作日', 'Working days'),
  every: text('每天', 'Every day'),
  ...Object.fromEntries(weekdays.map((day, index) => [`day${index + 1}`, day])),
})

/** 工作日, 每天, else each by its name. */
export function useDayNames(): (days: readonly number[]) => string {
  const t = useText(messages)
  return (days) => {
    const known = [...days].sort((one, other) => one - other).join('')
    if (known === '12345') return t('working')
    if (known === '1234567') return t('every')
    return [...known].map((day) => t(`day${day}` as 'working')).join('、')
  }
}

/** Minutes of the day as a clock: 510 → 08:30. */
export const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The opposite; null for what is no time of day. */
export function minutesOf(clock: string): number | null {
  const found = /^(\d{1,2})[:：](\d{2})$/.exec(clock.trim())
  if (!found) return null
  const minutes = Number(found[1]) * 60 + Number(found[2])
  return minutes < 1440 && Number(found[2]) < 60 ? minutes : null
}
