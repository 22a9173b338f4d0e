import { between, home, type Zones } from '../distances.ts'
import { type Journey, kmOf } from '../journey.ts'

/** What a day's driving adds up to, by the same table of distances for the dispatcher's and the solver's. */
export interface Side {
  requests: number
  served: number
  unserved: number
  vehicles: number
  km: number
  emptyKm: number
  hours: number
}

interface Drive {
  vehicleId: string
  journey: Journey
}

/** Kilometres, empty ones and hours of drives, vehicle by vehicle from the base and back to it. */
export function measureSide(
  zones: Zones,
  drives: readonly Drive[],
  { requests, served }: { requests: number; served: number },
): Side {
  const base = home(zones)
  const byVehicle = new Map<string, Journey[]>()
  for (const { vehicleId, journey } of drives)
    byVehicle.set(vehicleId, [...(byVehicle.get(vehicleId) ?? []), journey])
  let [km, emptyKm, minutes] = [0, 0, 0]
  for (const journeys of byVehicle.values()) {
    let at = base
    for (const journey of journeys.sort((a, b) => a.from - b.from)) {
      emptyKm += between(zones, at, journey.start).km
      km += kmOf(journey)
      minutes += journey.to - journey.from
      at = journey.end
    }
    emptyKm += between(zones, at, base).km
  }
  return {
    requests,
    served,
    unserved: requests - served,
    vehicles: byVehicle.size,
    km: km + emptyKm,
    emptyKm,
    hours: Math.round(minutes / 6) / 10,
  }
}
