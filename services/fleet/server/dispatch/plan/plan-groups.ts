import { between } from '../distances.ts'
import type { Stretch } from '../journey.ts'
import { judgeClass, slackMinutes } from '../judge-trip.ts'
import type { DriverFacts, Facts, Planned, VehicleFacts } from '../load-facts.ts'
import { type Level, levelOf, levels, mayDrive } from '../may-drive.ts'
import type { Job } from './plan-jobs.ts'

/** Vehicles that are the same to the solver; or one alone, with its driver, that has trips or closing times that day. */
export interface Group {
  vehicles: readonly VehicleFacts[]
  level: Level
  seats: number
  /** Given with the trips it has already. */
  driver: DriverFacts | null
  planned: readonly Planned[]
  closed: readonly Stretch[]
}

export interface Fleet {
  groups: readonly Group[]
  /** Who is free the whole day, whose turn it is first. */
  drivers: readonly DriverFacts[]
  /** How many of them may drive so demanding a vehicle; who may drive a large one may drive all. */
  driversOf: Readonly<Record<Level, number>>
}

interface Day {
  facts: Facts
  /** In the order of the fair turn. */
  drivers: readonly DriverFacts[]
  /** By vehicle or driver: when it is closed that day. */
  closedOf: ReadonlyMap<string, readonly Stretch[]>
  /** Trips of these days stay; empty when everything is planned anew. */
  kept: readonly Planned[]
}

/** What there is to drive with on a day. */
export function planFleet({ facts, drivers, closedOf, kept }: Day): Fleet {
  const taken = new Set<string>()
  const alone: Group[] = []
  const alike = new Map<string, VehicleFacts[]>()
  for (const vehicle of facts.vehicles.values()) {
    const level = levelOf(vehicle)
    if (level === 'TRUCK') continue
    const planned = kept.filter((one) => one.vehicleId === vehicle.id)
    const closed = closedOf.get(vehicle.id) ?? []
    const [first] = planned
    const driver = first && !taken.has(first.driverId) ? facts.drivers.get(first.driverId) : undefined
    // A vehicle whose drivers are all busy with another one that day rests.
    if (first && !driver) continue
    if (driver) taken.add(driver.id)
    if (driver || closed.length > 0) {
      const busy = driver
        ? [...planned, ...kept.filter((one) => one.driverId === driver.id && one.vehicleId !== vehicle.id)]
        : planned
      const shut = [...closed, ...(driver ? (closedOf.get(driver.id) ?? []) : [])]
      alone.push({
        vehicles: [vehicle],
        level,
        seats: vehicle.seats,
        driver: driver ?? null,
        planned: busy,
        closed: shut,
      })
    } else {
      const key = `${level} ${vehicle.seats} ${vehicle.class}`
      alike.set(key, [...(alike.get(key) ?? []), vehicle])
    }
  }
  const busy = new Set(kept.map(({ driverId }) => driverId))
  const free = drivers.filter(({ id }) => !busy.has(id) && !(closedOf.get(id)?.length ?? 0))
  const groups = [...alike.values()].map((vehicles): Group => {
    const [{ seats }] = vehicles as [VehicleFacts]
    return { vehicles, level: levelOf(vehicles[0]!) as Level, seats, driver: null, planned: [], closed: [] }
  })
  const driversOf = Object.fromEntries(
    levels.map((level) => [level, free.filter(({ licence }) => mayDrive(licence, level)).length]),
  ) as Record<Level, number>
  return { groups: [...groups, ...alone], drivers: free, driversOf }
}

/** Whether a vehicle of the group could do the job: seats, legal class, and the time around what it has already. */
export function takes(facts: Facts, group: Group, job: Job): boolean {
  const [vehicle] = group.vehicles
  if (job.passengers > group.seats - 1) return false
  if (job.requests.some((request) => judgeClass(vehicle!, request) !== null)) return false
  const { from, to } = job.journey
  if (group.closed.some((one) => from < one.to && to > one.from)) return false
  return group.planned.every(({ journey }) => {
    const after = journey.to + between(facts.zones, journey.end, job.journey.start).minutes + slackMinutes
    const before = journey.from - between(facts.zones, job.journey.end, journey.start).minutes - slackMinutes
    return from >= after || to <= before
  })
}
