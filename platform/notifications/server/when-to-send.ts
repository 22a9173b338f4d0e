const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** China keeps UTC+8 the whole year. */
const shiftMs = 8 * hourMs
/** When a daily digest goes out, in minutes of the day: half past eight. */
const dailyAtMinutes = 510

/** How a person wants to be told; see `notifications.preference`. */
export interface Habits {
  quiet: string
  quiet_from_minutes: number
  quiet_to_minutes: number
  digest: string
}

/** The first moment at or after `at` whose minute of the day in Asia/Shanghai is `minutes`. */
function nextAt(at: Date, minutes: number): Date {
  const local = at.getTime() + shiftMs
  const midnight = local - (local % dayMs)
  const today = midnight + minutes * minuteMs
  return new Date((today >= local ? today : today + dayMs) - shiftMs)
}

/** When the digest that a piece of news falls into goes out; null when it is sent at once. */
export function digestAt(now: Date, digest: string): Date | null {
  if (digest === 'HOURLY') return new Date(Math.floor(now.getTime() / hourMs) * hourMs + hourMs)
  return digest === 'DAILY' ? nextAt(new Date(now.getTime() + 1), dailyAtMinutes) : null
}

/** The end of a quiet span of the day that `at` lies in, else `at`; half-open, and it may reach over midnight. */
export function afterQuiet(at: Date, fromMinutes: number, toMinutes: number): Date {
  if (fromMinutes === toMinutes) return at
  const minute = Math.floor(((at.getTime() + shiftMs) % dayMs) / minuteMs)
  const within =
    fromMinutes < toMinutes
      ? minute >= fromMinutes && minute < toMinutes
      : minute >= fromMinutes || minute < toMinutes
  return within ? nextAt(at, toMinutes) : at
}
