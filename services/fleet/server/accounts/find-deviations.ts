import type { Deviation } from '../../account-schema.ts'
import type { FillRate } from './fill-rates.ts'
import { per100km } from './fill-rates.ts'
import { totalOf, type VehicleSums } from './read-sums.ts'

/** So much above its peers is named, in per cent. */
const fuelAbove = 15
const costAbove = 30
/** With fewer others there is nothing to compare with, and with fewer kilometres nothing to be said. */
const fewestPeers = 2
const fewestKm = 300

export interface Peers {
  vehicles: number
  litresPer100km: number | null
  kwhPer100km: number | null
  fenPerKm: number | null
}

/** The others with the same body and energy, over the same year. */
export function peersOf(
  vehicle: VehicleSums,
  year: readonly VehicleSums[],
  rates: readonly FillRate[],
): Peers {
  const others = year.filter(
    (one) =>
      one.vehicleId !== vehicle.vehicleId &&
      one.body === vehicle.body &&
      one.energy === vehicle.energy &&
      one.km > 0,
  )
  const filled = rates.filter(
    (one) => one.vehicleId !== vehicle.vehicleId && one.group === `${vehicle.body} ${vehicle.energy}`,
  )
  const sum = <T>(list: readonly T[], of: (one: T) => number) =>
    list.reduce((whole, one) => whole + of(one), 0)
  const km = sum(others, (one) => one.km)
  const filledKm = sum(filled, (one) => one.km)
  return {
    vehicles: others.length,
    litresPer100km: per100km(
      sum(filled, (one) => one.litres),
      filledKm,
    ),
    kwhPer100km: per100km(
      sum(filled, (one) => one.kwh),
      filledKm,
    ),
    fenPerKm: km > 0 ? sum(others, totalOf) / km : null,
  }
}

/** What stands out of a vehicle's year, and of the month itself (null where none is looked at, or it is not over yet). */
export function findDeviations(
  month: VehicleSums | null,
  year: VehicleSums,
  rate: FillRate | undefined,
  peers: Peers,
): Deviation[] {
  const found: Deviation[] = []
  const above = (own: number | null, others: number | null) =>
    own !== null && others ? Math.round((own / others - 1) * 100) : 0
  if (peers.vehicles >= fewestPeers && rate && rate.km >= fewestKm) {
    const fuel = above(per100km(rate.litres, rate.km), peers.litresPer100km)
    if (fuel >= fuelAbove) found.push({ code: 'FUEL', percent: fuel })
    const power = above(per100km(rate.kwh, rate.km), peers.kwhPer100km)
    if (power >= fuelAbove) found.push({ code: 'CHARGING', percent: power })
  }
  if (peers.vehicles >= fewestPeers && year.km >= fewestKm) {
    const cost = above(totalOf(year) / year.km, peers.fenPerKm)
    if (cost >= costAbove) found.push({ code: 'COST', percent: cost })
  }
  if (month && month.trips === 0) found.push({ code: 'IDLE', percent: null })
  return found
}
