import { dayNumberAt } from '#engines/calendar/local-day.ts'
import { type Purpose, type VehicleClass, vehicleClasses } from '../../words.ts'
import { type Asked, between } from './distances.ts'
import { type Finding, say } from './findings.ts'
import { drivingOf, type Journey, journeyOf, longestDriving, type Stretch } from './journey.ts'
import type { DriverFacts, Facts, Planned, VehicleFacts } from './load-facts.ts'

/** What of a request the judgement looks at. */
export interface JudgedRequest extends Asked {
  purpose: Purpose
  passengers: number
  vehicleClass: VehicleClass | null
  emergency: boolean
}

export interface Candidate {
  vehicle: VehicleFacts
  driver: DriverFacts
  journey: Journey
  requests: readonly JudgedRequest[]
}

/** Between two trips, beside the way itself: to park, hand over, drink something. */
export const slackMinutes = 10
/** So long out on one day is a long day. */
const longDayMinutes = 10 * 60

/** What a candidate would be, from the facts. */
export function candidateOf(
  facts: Facts,
  { vehicleId, driverId }: { vehicleId: string; driverId: string },
  span: Stretch,
  requests: readonly JudgedRequest[],
): Candidate | null {
  const vehicle = facts.vehicles.get(vehicleId)
  const driver = facts.drivers.get(driverId)
  if (!vehicle || !driver) return null
  return { vehicle, driver, journey: journeyOf(facts.zones, span, requests), requests }
}

/** All that forbids a vehicle and a driver for a journey, or wants words. That they are free is the booking's to say. */
export function judgeTrip(facts: Facts, candidate: Candidate): Finding[] {
  return [...judgeVehicle(facts, candidate), ...judgeDriver(facts, candidate)]
}

export function judgeVehicle(
  facts: Facts,
  { vehicle, journey, requests }: Omit<Candidate, 'driver'>,
): Finding[] {
  const found: Finding[] = []
  const people = requests.reduce((sum, { passengers }) => sum + passengers, 0)
  if (people > vehicle.seats - 1) found.push(say.tooFewSeats(vehicle.plate, vehicle.seats - 1, people))
  for (const request of requests) {
    const judged = judgeClass(vehicle, request)
    if (judged && !found.some(({ code }) => code === judged.code)) found.push(judged)
  }
  return [...found, ...tightOf(facts, vehicle.plate, vehicle.id, journey)]
}

/**
 * Whether the legal class serves the purpose (党政机关公务用车管理办法): law enforcement and special vehicles do nothing
 * else, the confidential courier's may where there is a reason.
 */
export function judgeClass(vehicle: VehicleFacts, { vehicleClass, purpose }: JudgedRequest): Finding | null {
  const kind = vehicleClasses[vehicle.class]
  if (vehicleClass === vehicle.class) return null
  if (vehicle.class === 'SPECIAL_TECHNICAL') return say.wrongClass(vehicle.plate, kind)
  if (vehicle.class === 'LAW_ENFORCEMENT' && purpose !== 'INSPECTION')
    return say.wrongClass(vehicle.plate, kind)
  if (vehicleClass !== null) return say.otherClass(vehicle.plate, kind)
  if (vehicle.class === 'CONFIDENTIAL_COMM' && purpose !== 'DOCUMENTS')
    return say.otherClass(vehicle.plate, kind)
  return null
}

export function judgeDriver(
  facts: Facts,
  { driver, journey }: Pick<Candidate, 'driver' | 'journey'>,
): Finding[] {
  const found: Finding[] = []
  const { name } = driver
  const driven = drivenWith(facts, driver.id, journey)
  if (facts.fatigue && driven > facts.fatigue.drivingMinutes)
    found.push(say.fatigue(name, driven, facts.fatigue))
  found.push(...tightOf(facts, name, driver.id, journey))
  const out = minutesOfDay(facts, driver.id, journey)
  if (out > longDayMinutes) found.push(say.longDay(name, out))
  return found
}

/** The most minutes a driver would drive in a run, with the journey and what leads there from the trip before. */
export function drivenWith(facts: Facts, driverId: string, journey: Journey): number {
  const { fatigue, zones } = facts
  if (!fatigue) return 0
  const all = [...(facts.plannedOf.get(driverId) ?? []).map((one) => one.journey), journey]
  all.sort((a, b) => a.from - b.from)
  const stretches: Stretch[] = []
  let before: Journey | undefined
  for (const one of all) {
    if (before) {
      const way = Math.min(between(zones, before.end, one.start).minutes, Math.max(0, one.from - before.to))
      if (way > 0) stretches.push({ from: one.from - way, to: one.from })
    }
    stretches.push(...drivingOf(one, fatigue))
    before = one
  }
  return longestDriving(stretches, fatigue.restMinutes)
}

/** The trips just before and just after. */
export function neighboursOf(
  facts: Facts,
  id: string,
  journey: Stretch,
): { before?: Planned; after?: Planned } {
  const planned = facts.plannedOf.get(id) ?? []
  const before = planned.findLast((one) => one.journey.to <= journey.from)
  const after = planned.find((one) => one.journey.from >= journey.to)
  return { ...(before ? { before } : {}), ...(after ? { after } : {}) }
}

function tightOf(facts: Facts, who: string, id: string, journey: Journey): Finding[] {
  const { before, after } = neighboursOf(facts, id, journey)
  const found: Finding[] = []
  const look = (number: string, left: number, needed: number) => {
    if (left < needed + slackMinutes) found.push(say.tight(who, number, left, needed))
  }
  if (before)
    look(
      before.number,
      journey.from - before.journey.to,
      between(facts.zones, before.journey.end, journey.start).minutes,
    )
  if (after)
    look(
      after.number,
      after.journey.from - journey.to,
      between(facts.zones, journey.end, after.journey.start).minutes,
    )
  return found
}

const dayOf = (minute: number) => dayNumberAt(minute * 60_000)

/** How long a driver would be out on the day the journey begins; 0 when it is the only one. */
export function minutesOfDay(facts: Facts, driverId: string, journey: Journey): number {
  const day = dayOf(journey.from)
  const others = (facts.plannedOf.get(driverId) ?? []).filter((one) => dayOf(one.journey.from) === day)
  if (others.length === 0) return 0
  return others.reduce((sum, one) => sum + one.journey.to - one.journey.from, journey.to - journey.from)
}
