import { vehicleClasses } from '../../words.ts'
import { between, home, type Place } from './distances.ts'
import { type Finding, say } from './findings.ts'
import type { Journey } from './journey.ts'
import { drivenWith, type JudgedRequest, judgeDriver, judgeVehicle, neighboursOf } from './judge-trip.ts'
import type { DriverFacts, Facts, VehicleFacts } from './load-facts.ts'
import { type Fitness, unfitFor } from './read-fitness.ts'
import type { Load } from './read-load.ts'

/** A vehicle and a driver with what speaks for and against them; the lower the cost the better. */
export interface Ranked {
  vehicle: VehicleFacts
  driver: DriverFacts
  cost: number
  findings: Finding[]
}

interface Question {
  facts: Facts
  journey: Journey
  requests: readonly JudgedRequest[]
  /** Free at the time. */
  vehicles: readonly VehicleFacts[]
  drivers: readonly DriverFacts[]
  loads: ReadonlyMap<string, Load>
  fitness: Fitness
}

/** What a warning costs, in the kilometres one would drive to avoid it. */
const warning = 60
const anEmptySeat = 0.8
/** Vehicles that are looked at with a driver each; those behind them are farther or larger. */
const mostVehicles = 40

/** The best pairs for a journey, each vehicle and each driver once, so that the choice is a real one. */
export function rankCandidates(question: Question, limit: number): Ranked[] {
  const { drivers } = question
  const vehicles = question.vehicles
    .map((vehicle) => judgedVehicle(question, vehicle))
    .filter((one) => one !== null)
    .sort((a, b) => a.cost - b.cost)
  const costOf = new Map(drivers.map((driver) => [driver.id, turnOf(question, driver)]))
  const inTurn = [...drivers].sort((a, b) => costOf.get(a.id)!.cost - costOf.get(b.id)!.cost)
  const used = new Set<string>()
  const ranked: Ranked[] = []
  for (const { vehicle, cost, findings } of vehicles.slice(0, mostVehicles)) {
    const found = firstThatMay(question, vehicle, inTurn, used)
    if (!found) continue
    used.add(found.driver.id)
    const turn = costOf.get(found.driver.id)!
    ranked.push({
      vehicle,
      driver: found.driver,
      cost: cost + turn.cost + found.cost,
      findings: [...findings, ...found.findings, ...turn.findings],
    })
    if (ranked.length >= limit + 6) break
  }
  return ranked.sort((a, b) => a.cost - b.cost).slice(0, limit)
}

const isBlocked = (findings: readonly Finding[]) => findings.some(({ level }) => level === 'BLOCK')
const costOfWarnings = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level === 'WARN').length * warning

function judgedVehicle({ facts, journey, requests, fitness }: Question, vehicle: VehicleFacts) {
  const judged = [
    ...judgeVehicle(facts, { vehicle, journey, requests }),
    ...unfitFor(fitness, vehicle.id, vehicle.id, requests),
  ]
  if (isBlocked(judged)) return null
  const people = requests.reduce((sum, { passengers }) => sum + passengers, 0)
  const left = vehicle.seats - 1 - people
  const findings: Finding[] = [...judged]
  findings.push(left <= 2 ? say.seatsFit(people, vehicle.seats - 1) : say.seatsLeft(left))
  if (requests.some(({ vehicleClass }) => vehicleClass === vehicle.class))
    findings.push(say.classAsAsked(classTitle(vehicle)))
  const { before } = neighboursOf(facts, vehicle.id, journey)
  const today = before && journey.from - before.journey.to < 10 * 60 ? before.journey.end : home(facts.zones)
  const way = between(facts.zones, today, journey.start)
  findings.push(
    way.km <= 3 ? say.near(nameOf(facts, today)) : say.far(nameOf(facts, today), way.km, way.minutes),
  )
  return { vehicle, cost: way.km + left * anEmptySeat + costOfWarnings(judged), findings }
}

function classTitle({ class: kind }: VehicleFacts) {
  return vehicleClasses[kind]
}

function nameOf(facts: Facts, place: Place) {
  return place.zone?.name ?? facts.zones.base?.name ?? '车场'
}

/** The fair turn: hours and kilometres against the mean of those who are free. */
function turnOf({ drivers, loads }: Question, driver: DriverFacts): { cost: number; findings: Finding[] } {
  const none = { minutes: 0, km: 0 }
  const all = drivers.map(({ id }) => loads.get(id) ?? none)
  const mean = (pick: (load: Load) => number) =>
    all.reduce((sum, load) => sum + pick(load), 0) / Math.max(1, all.length)
  const own = loads.get(driver.id) ?? none
  const [minutes, km] = [mean((load) => load.minutes), mean((load) => load.km)]
  // A day's hours or two hundred kilometres more than the mean weigh as much as a drive across town.
  const cost = (own.minutes - minutes) / 48 + (own.km - km) / 40
  const finding =
    cost < -0.5
      ? [say.turn(driver.name, own.minutes, own.km)]
      : cost > 0.5
        ? [say.notTurn(driver.name, own.minutes, own.km)]
        : []
  return { cost, findings: finding }
}

/** Of those whose turn it is, the first who may drive this vehicle now; one with a warning only where nobody is without. */
function firstThatMay(
  { facts, journey, fitness, requests }: Question,
  vehicle: VehicleFacts,
  inTurn: readonly DriverFacts[],
  used: ReadonlySet<string>,
): { driver: DriverFacts; cost: number; findings: Finding[] } | null {
  let warned: { driver: DriverFacts; cost: number; findings: Finding[] } | null = null
  for (const driver of inTurn) {
    if (used.has(driver.id)) continue
    const judged = [
      ...judgeDriver(facts, { driver, journey }),
      ...unfitFor(fitness, driver.id, vehicle.id, requests),
    ]
    if (isBlocked(judged)) continue
    if (costOfWarnings(judged) === 0) {
      const rests = facts.fatigue && drivenWith(facts, driver.id, journey) <= facts.fatigue.drivingMinutes / 2
      return { driver, cost: 0, findings: rests ? [...judged, say.rested(driver.name)] : judged }
    }
    warned ??= { driver, cost: costOfWarnings(judged), findings: judged }
  }
  return warned
}
