import type { Window } from './work-calendar.ts'

const WINDOW = /^(\d{1,2}):(\d{2})\s*[-–—~至]\s*(\d{1,2}):(\d{2})$/

/**
 * Reads hours as people write them: '08:30-12:00, 14:00-17:30' (also with – ~ 至 and Chinese commas).
 * '22:00-06:00' runs into the next day; '00:00-24:00' is the whole day. Empty text is no service.
 * RangeError, quoting the part that could not be read.
 */
export function parseWindows(text: string): Window[] {
  return text
    .replaceAll('：', ':')
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseWindow)
}

function parseWindow(part: string): Window {
  const match = WINDOW.exec(part)
  if (!match) throw new RangeError(`not a stretch of hours: ${part}`)
  const [fromHour, fromMinute, toHour, toMinute] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ]
  const from = fromHour * 60 + fromMinute
  const to = toHour * 60 + toMinute
  if (fromMinute > 59 || toMinute > 59 || from >= 1440 || to > 1440 || from === to) {
    throw new RangeError(`not a stretch of hours: ${part}`)
  }
  return { from, to: to > from ? to : to + 1440 }
}

/** Writes windows as '08:30–12:00, 22:00–06:00', the form that parseWindows reads back. */
export function formatWindows(windows: readonly Window[]): string {
  return windows.map(({ from, to }) => `${clock(from)}–${clock(to > 1440 ? to - 1440 : to)}`).join(', ')
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
