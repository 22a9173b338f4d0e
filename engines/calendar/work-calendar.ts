import { dayNumber, type IsoDay, type Weekday } from './local-day.ts'

const DAY_MINUTES = 1440

/**
 * A stretch of service in minutes of the day, half-open: 08:30–12:00 is { from: 510, to: 720 }.
 * `to` above 1440 reaches into the next day: 22:00–06:00 is { from: 1320, to: 1800 }. The part after
 * midnight belongs to the day on which the window begins, so tomorrow's holiday does not cut tonight's shift.
 */
export interface Window {
  readonly from: number
  readonly to: number
}

/** Why a day differs from its weekday: 放假, 调休上班, 半天, or hours of its own. */
export type DayKind = 'holiday' | 'makeup' | 'half-day' | 'custom'

/**
 * One day that differs from its weekday. Without windows a holiday has no service, and a make-up day (调休) is
 * worked like a Monday; a half day and a custom day always carry their windows.
 */
export interface DayException {
  readonly kind: DayKind
  readonly name: string
  readonly windows?: readonly Window[]
}

/**
 * 工作日历: when service is given. A value: never changed once made, so it can be shared freely.
 * A weekday or day that is absent has no service.
 */
export interface WorkCalendar {
  readonly weekly: { readonly [weekday in Weekday]?: readonly Window[] }
  readonly exceptions: ReadonlyMap<IsoDay, DayException>
}

const WHOLE_DAY: readonly Window[] = [{ from: 0, to: DAY_MINUTES }]

/** Every minute counts: the clock of urgent items that are served day and night. */
export const roundTheClock: WorkCalendar = {
  weekly: {
    1: WHOLE_DAY,
    2: WHOLE_DAY,
    3: WHOLE_DAY,
    4: WHOLE_DAY,
    5: WHOLE_DAY,
    6: WHOLE_DAY,
    7: WHOLE_DAY,
  },
  exceptions: new Map(),
}

/**
 * Makes a calendar and checks it. Windows may touch or overlap: a minute counts once.
 * RangeError, naming the place, for a window outside the day, a day that does not exist, or a half or custom
 * day without windows.
 */
export function makeWorkCalendar(
  weekly: WorkCalendar['weekly'],
  exceptions: Iterable<readonly [IsoDay, DayException]> = [],
): WorkCalendar {
  for (const [weekday, windows] of Object.entries(weekly)) checkWindows(`weekday ${weekday}`, windows)
  const days = new Map(exceptions)
  for (const [day, exception] of days) {
    dayNumber(day)
    if (!exception.windows && exception.kind !== 'holiday' && exception.kind !== 'makeup') {
      throw new RangeError(`${day}: a ${exception.kind} day needs its windows`)
    }
    checkWindows(day, exception.windows ?? [])
  }
  return { weekly, exceptions: days }
}

function checkWindows(place: string, windows: readonly Window[]): void {
  for (const { from, to } of windows) {
    const whole = Number.isInteger(from) && Number.isInteger(to)
    if (!whole || from < 0 || from >= DAY_MINUTES || to <= from || to > from + DAY_MINUTES) {
      throw new RangeError(`${place}: window ${from}–${to} is not a stretch of minutes within 24 hours`)
    }
  }
}
