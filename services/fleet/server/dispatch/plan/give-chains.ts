import type { DriverFacts, VehicleFacts } from '../load-facts.ts'
import { levels, mayDrive } from '../may-drive.ts'
import type { Fleet } from './plan-groups.ts'
import type { Job } from './plan-jobs.ts'
import type { Chain } from './solve-day.ts'

/** A chain with the vehicle and the driver that do it. */
export interface GivenChain {
  vehicle: VehicleFacts
  driver: DriverFacts
  jobs: readonly number[]
}

/**
 * Gives chains to vehicles and drivers: the most demanding vehicle first, then the longest day to whose turn it is. Who may
 * drive a large vehicle may drive every smaller one, and the model has counted them: nobody is left without.
 */
export function giveChains(chains: readonly Chain[], jobs: readonly Job[], fleet: Fleet): GivenChain[] {
  const minutes = (chain: Chain) =>
    chain.jobs.reduce((sum, job) => sum + jobs[job]!.journey.to - jobs[job]!.journey.from, 0)
  const height = ({ group }: Chain) => levels.indexOf(fleet.groups[group]!.level)
  const sorted = [...chains].sort((a, b) => height(b) - height(a) || minutes(b) - minutes(a))
  const free = [...fleet.drivers]
  const usedOf = new Map<number, number>()
  const given: GivenChain[] = []
  for (const chain of sorted) {
    const group = fleet.groups[chain.group]!
    const nth = usedOf.get(chain.group) ?? 0
    usedOf.set(chain.group, nth + 1)
    const at = free.findIndex(({ licence }) => mayDrive(licence, group.level))
    const driver = group.driver ?? (at >= 0 ? free.splice(at, 1)[0]! : null)
    const vehicle = group.vehicles[nth]
    if (vehicle && driver) given.push({ vehicle, driver, jobs: chain.jobs })
  }
  return given
}
