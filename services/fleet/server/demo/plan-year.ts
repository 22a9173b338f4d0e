import { DAY, dayNumber, dayStart, isoDay, localDayOf } from '#engines/calendar/local-day.ts'
import { isWorkingDay } from '#engines/calendar/working-days.ts'
import type { DemoTrip, DemoWorld } from './demo-life.ts'
import { planAnomaly } from './plan-anomaly.ts'
import { planTrip } from './plan-trip.ts'
import { workersDay } from './workers-day.ts'

/** How busy the months are, January first. */
const season = [1, 0.55, 1.05, 1, 1.05, 1.25, 0.9, 0.85, 1.05, 0.9, 1.2, 1.3]
/** Half-hours of the day at which trips begin, as often as they do. */
const hours = [8, 8.5, 8.5, 9, 9, 9, 9.5, 10, 10.5, 13.5, 14, 14, 14.5, 14.5, 15, 15.5]
const hour = 3_600_000
export const daysBack = 547
const daysAhead = 12
/** Of the days gone by, those on which something happened that supervision has to find. */
const anomalyDays = [-403, -311, -262, -204, -171, -133, -96, -74, -52, -38, -24, -17, -11, -6, -3]

/** A year and a half of trips and those of the next days, in order of time; no vehicle and no driver is in two places. */
export function planYear(world: DemoWorld): DemoTrip[] {
  const today = dayNumber(localDayOf(world.now))
  const trips: DemoTrip[] = []
  for (let day = today - daysBack; day <= today + daysAhead; day++) {
    const starts = startsOf(world, day, today)
    const planned = starts.flatMap((from) => planTrip(world, from) ?? [])
    if (anomalyDays.includes(day - today)) planAnomaly(planned, anomalyDays.indexOf(day - today))
    trips.push(...numbered(planned, day))
  }
  return trips
}

/** When the trips of a day begin; a few on days off, because something always happens. */
function startsOf({ calendar, chance, now }: DemoWorld, day: number, today: number): Date[] {
  const working = isWorkingDay(calendar, isoDay(day))
  const month = Number(isoDay(day).slice(5, 7)) - 1
  const ahead = day > today ? Math.max(0.15, 0.7 - (day - today) * 0.06) : 1
  const wanted = working
    ? Math.round((3.5 + chance.next() * 4.5) * season[month]! * ahead)
    : Number(chance.next() < 0.3)
  const starts = Array.from({ length: wanted }, () => new Date(dayStart(day) + chance.pick(hours) * hour))
  // Whoever opens the demo finds the worker with a trip now and one later today.
  const own = day === today ? workersDay(now) : []
  const others = starts.filter((at) => !own.some((taken) => taken.getTime() === at.getTime()))
  return [...own, ...others].sort((one, other) => one.getTime() - other.getTime())
}

function numbered(trips: DemoTrip[], day: number): DemoTrip[] {
  const series = `PC-${isoDay(day).replaceAll('-', '')}`
  return trips.map((trip, place) => ({ ...trip, number: `${series}-${String(place + 1).padStart(4, '0')}` }))
}

/** The days on which the vehicles that are given up end: in the first and the last half year of what is told. */
export function retirementDays(now: Date): string[] {
  return [430, 190, 45].map((back) => localDayOf(new Date(now.getTime() - back * DAY)))
}
