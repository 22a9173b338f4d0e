import type { Text } from '#kernel/contract/text.ts'
import { text } from '#kernel/contract/text.ts'
import { addWorkingMinutes } from './add-working-minutes.ts'
import { DAY, dayNumberAt, dayStart, isoDay, weekdayOf } from './local-day.ts'
import { dayKindWords } from './words.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { workingMillisecondsBetween } from './working-milliseconds.ts'
import { windowsOfDay } from './working-spans.ts'

const MINUTE = 60_000

/** One day that counts, or a run of days that do not; minutes are working minutes, `remaining` at its end. */
export interface DeadlineStep {
  from: Date
  to: Date
  day: string
  lastDay: string
  counts: boolean
  minutes: number
  remaining: number
  reason: Text
}

/**
 * How a deadline comes about, day by day: what each counted, and why others did not. The steps join without a gap
 * from `from` to the due moment and their minutes add up to `minutes`.
 * NoWorkingTimeError and RangeError as in addWorkingMinutes.
 */
export function explainDeadline(
  calendar: WorkCalendar,
  from: Date,
  minutes: number,
): { dueAt: Date; steps: DeadlineStep[] } {
  const dueAt = addWorkingMinutes(calendar, from, minutes)
  const steps: DeadlineStep[] = []
  let passed = 0
  for (let day = dayNumberAt(from.getTime()); ; day++) {
    const begin = new Date(Math.max(from.getTime(), dayStart(day)))
    const end = new Date(Math.min(dueAt.getTime(), dayStart(day) + DAY))
    const before = passed
    // Counted from the beginning each time, so that parts of minutes never add up to a wrong whole.
    passed = Math.floor(workingMillisecondsBetween(calendar, from, end) / MINUTE)
    const counted = passed - before
    const step: DeadlineStep = {
      from: begin,
      to: end,
      day: isoDay(day),
      lastDay: isoDay(day),
      counts: counted > 0,
      minutes: counted,
      remaining: minutes - passed,
      reason: reasonOf(calendar, day, counted > 0),
    }
    const last = steps.at(-1)
    // A row of days off for the same reason reads as one.
    if (last && !last.counts && !step.counts && last.reason.zh === step.reason.zh)
      Object.assign(last, { to: step.to, lastDay: step.day })
    else steps.push(step)
    if (end.getTime() === dueAt.getTime()) return { dueAt, steps }
  }
}

function reasonOf(calendar: WorkCalendar, day: number, counted: boolean): Text {
  const exception = calendar.exceptions.get(isoDay(day))
  if (exception) {
    const { zh, en } = dayKindWords[exception.kind]
    return text(`${exception.name}${zh}`, `${exception.name}: ${en}`)
  }
  if (counted) return text('工作日', 'Working day')
  if (windowsOfDay(calendar, day).length > 0) return text('当天服务时间已过', 'After the hours of the day')
  return weekdayOf(day) >= 6 ? text('周末', 'Weekend') : text('无服务时间', 'No service')
}
