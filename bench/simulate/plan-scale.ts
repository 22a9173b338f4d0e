import { dayNumber, isoDay, localDayOf } from '#engines/calendar/local-day.ts'
import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import { isWorkingDay } from '#engines/calendar/working-days.ts'
import type { Chance } from '#services/repairs/server/demo/chance.ts'
import type { DemoBureau } from '#services/repairs/server/demo/demo-bureau.ts'
import { faultOf, type PlannedFault, reportedSpots } from '#services/repairs/server/demo/plan-year.ts'

const daysAYear = 365
/** A day off brings a tenth of a working day's faults, summer a quarter more. */
const dayOff = 0.1
const summer = 1.25
/** How many of a day's faults may come back in the 25 days after it; enough to pick from. */
const rememberedADay = 3
const rememberedDays = 25

interface SimulatedDay {
  day: number
  month: number
  working: boolean
  count: number
}

/** Spreads `years × ordersPerYear` orders over the days up to today: exactly so many, more in summer, few on days off. */
export function spreadOverDays(
  calendar: WorkCalendar,
  now: Date,
  { years, ordersPerYear }: { years: number; ordersPerYear: number },
): SimulatedDay[] {
  const today = dayNumber(localDayOf(now))
  const days = Array.from({ length: years * daysAYear }, (_, index) => {
    const day = today - years * daysAYear + 1 + index
    const month = Number(isoDay(day).slice(5, 7))
    const working = isWorkingDay(calendar, isoDay(day))
    const weight = (working ? 1 : dayOff) * (month >= 6 && month <= 8 ? summer : 1)
    return { day, month, working, weight }
  })
  const whole = days.reduce((sum, { weight }) => sum + weight, 0)
  let before = 0
  let given = 0
  return days.map(({ day, month, working, weight }) => {
    before += weight
    const until = Math.round((before / whole) * years * ordersPerYear)
    const count = until - given
    given = until
    return { day, month, working, count }
  })
}

/** Plays the faults of one day after another; a repeat is picked from a sample of the last weeks. */
export function faultsOfDays(bureau: DemoBureau, chance: Chance) {
  const spots = reportedSpots(bureau)
  let lately: PlannedFault[] = []
  return ({ day, month, working, count }: SimulatedDay): PlannedFault[] => {
    const faults: PlannedFault[] = []
    for (let index = 0; index < count; index++)
      faults.push(faultOf(bureau, chance, { day, month, working }, spots, lately))
    lately = [...lately, ...faults.slice(0, rememberedADay)].slice(-rememberedADay * rememberedDays)
    return faults
  }
}
