import { dayNumber, dayStart, isoDay, localDayOf } from '#engines/calendar/local-day.ts'
import { isWorkingDay } from '#engines/calendar/working-days.ts'
import type { FaultKind } from '../../words.ts'
import type { Chance } from './chance.ts'
import type { DemoBureau, DemoPerson, DemoRoom } from './demo-bureau.ts'
import { type Fault, faultBook } from './fault-book.ts'

/** One fault somebody will report. */
export interface PlannedFault {
  at: Date
  kind: FaultKind
  fault: Fault
  urgent: boolean
  channel: 'WEB' | 'PHONE' | 'QR'
  /** Null: scanned a code and gave no name. */
  requester: DemoPerson | null
  room: DemoRoom
  words: string
}

const yearDays = 356
const usualWeights: Readonly<Record<FaultKind, number>> = {
  PLUMBING_ELECTRIC: 36,
  AIR_CONDITIONING: 13,
  ELEVATOR: 5,
  DOORS_WINDOWS: 15,
  NETWORK: 14,
  ROOF_WALLS: 8,
  GREENING: 4,
  OTHER: 9,
}

/** Summer asks for cold air, winter for warm; roofs leak from April to July. */
function weightsOf(month: number): Record<FaultKind, number> {
  const weights = { ...usualWeights }
  if (month >= 6 && month <= 9) weights.AIR_CONDITIONING *= 3.4
  if (month === 12 || month <= 2) weights.AIR_CONDITIONING *= 1.7
  if (month >= 4 && month <= 7) weights.ROOF_WALLS *= 2.6
  return weights
}

const publicRooms = ['corridor', 'restroom', 'hall', 'meeting', 'dining', 'kitchen', 'dormitory', 'parking']

/** The year's faults up to a moment, in order of time. */
export function planYear(bureau: DemoBureau, chance: Chance, now: Date): PlannedFault[] {
  const spots = reportedSpots(bureau)
  const today = dayNumber(localDayOf(now))
  const planned: PlannedFault[] = []
  for (let day = today - yearDays; day <= today; day++) {
    const working = isWorkingDay(bureau.calendar, isoDay(day))
    const month = Number(isoDay(day).slice(5, 7))
    const busy = month >= 6 && month <= 8 ? 1.25 : 1
    const count = working ? Math.round((4 + chance.next() * 6.4) * busy) : chance.between(0, 2)
    for (let index = 0; index < count; index++)
      planned.push(faultOf(bureau, chance, { day, month, working }, spots, planned))
  }
  return planned.filter(({ at }) => at < now).sort((one, other) => one.at.getTime() - other.at.getTime())
}

/** Who reports, and the rooms nobody owns. */
export interface ReportedSpots {
  shared: DemoRoom[]
  clients: DemoPerson[]
}

export function reportedSpots(bureau: DemoBureau): ReportedSpots {
  return {
    shared: bureau.rooms.filter(({ kind }) => publicRooms.includes(kind)),
    clients: bureau.clients.filter(({ keyPerson }) => !keyPerson),
  }
}

/** One fault of a day; `before` are those reported lately, which now and then come back. */
export function faultOf(
  bureau: DemoBureau,
  chance: Chance,
  { day, month, working }: { day: number; month: number; working: boolean },
  { shared, clients }: ReportedSpots,
  before: readonly PlannedFault[],
): PlannedFault {
  const at = new Date(dayStart(day) + minuteOfDay(chance, working) * 60_000)
  const again = repeatOf(chance, before, at)
  const kind = again?.kind ?? chance.weigh(weightsOf(month))
  const fault = again?.fault ?? chance.pick(faultBook[kind])
  const person = chance.pick(clients)
  const office = person.roomId ? bureau.roomById.get(person.roomId) : undefined
  const room = again?.room ?? (office && chance.next() < 0.6 ? office : chance.pick(shared))
  const channel = chance.weigh({ WEB: 64, PHONE: 23, QR: 13 })
  return {
    at,
    kind,
    fault,
    urgent: chance.next() < (working ? 0.08 : 0.6),
    channel,
    requester: channel === 'QR' ? null : person,
    room,
    words: again ? `${fault.words}（上次修过又出现）` : fault.words,
  }
}

/** Most people report in the morning and after the noon rest; some after hours. */
function minuteOfDay(chance: Chance, working: boolean): number {
  const dice = chance.next()
  if (!working || dice < 0.06) return chance.between(7 * 60, 21 * 60)
  if (dice < 0.55) return chance.between(8 * 60 + 30, 11 * 60 + 40)
  return chance.between(14 * 60, 17 * 60 + 20)
}

/** One in twenty-five is the same thing again, some days later. */
function repeatOf(chance: Chance, before: readonly PlannedFault[], at: Date): PlannedFault | null {
  if (chance.next() > 0.04) return null
  const month = 25 * 86_400_000
  const recent = before.filter((one) => {
    const age = at.getTime() - one.at.getTime()
    return age > 2 * 86_400_000 && age < month
  })
  return recent.length > 0 ? chance.pick(recent) : null
}
