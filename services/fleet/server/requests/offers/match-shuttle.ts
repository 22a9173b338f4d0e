import { dayNumber, isoDay, localDayOf, startOfLocalDay, weekdayOf } from '#engines/calendar/local-day.ts'
import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { isWorkingDay } from '#engines/calendar/working-days.ts'
import type { Stop } from '../../../shuttle-schema.ts'
import { samePlace } from './same-place.ts'

export interface Line {
  id: string
  name: string
  stops: readonly Stop[]
  weekdays: readonly number[]
  departures: readonly number[]
  seats: number
}

export interface ShuttleOffer {
  lineId: string
  name: string
  getOn: string
  getOff: string
  leavesAt: Date
  arrivesAt: Date
}

interface Ride {
  origin: string
  destination: string
  from: Date
  passengers: number
}

const minute = 60_000
/** So far a shuttle may be from the wanted time. */
const nearMinutes = 30

/** The runs of a line that go this way near this time, the nearest first. */
export function matchShuttle(line: Line, ride: Ride, calendar: WorkCalendar): ShuttleOffer[] {
  const on = line.stops.findIndex(({ name }) => samePlace(name, ride.origin))
  const off = line.stops.findLastIndex(({ name }) => samePlace(name, ride.destination))
  if (on < 0 || off <= on || ride.passengers > line.seats) return []
  // A run that left its first stop before midnight still belongs to the day before.
  const today = dayNumber(localDayOf(ride.from))
  const offers = [today - 1, today].flatMap((number) => {
    const day = isoDay(number)
    if (!runsOn(line, day, calendar)) return []
    return line.departures.map((departs) =>
      runOf(line, on, off, startOfLocalDay(day).getTime() + departs * minute),
    )
  })
  const distance = (offer: ShuttleOffer) => Math.abs(offer.leavesAt.getTime() - ride.from.getTime())
  return offers
    .filter((offer) => distance(offer) <= nearMinutes * minute)
    .sort((one, other) => distance(one) - distance(other))
}

function runOf(line: Line, on: number, off: number, departs: number): ShuttleOffer {
  const [getOn, getOff] = [line.stops[on]!, line.stops[off]!]
  return {
    lineId: line.id,
    name: line.name,
    getOn: getOn.name,
    getOff: getOff.name,
    leavesAt: new Date(departs + getOn.minutes * minute),
    arrivesAt: new Date(departs + getOff.minutes * minute),
  }
}

/** A line of working days rests on holidays and runs on make-up days (调休上班); one of the weekend runs by the weekday. */
export function runsOn(line: Pick<Line, 'weekdays'>, day: string, calendar: WorkCalendar): boolean {
  const weekday = weekdayOf(dayNumber(day))
  const works = isWorkingDay(calendar, day)
  if (weekday <= 5) return works && line.weekdays.includes(weekday)
  return line.weekdays.includes(weekday) || (works && line.weekdays.some((one) => one <= 5))
}
