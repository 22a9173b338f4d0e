/**
 * When a taxi is offered, and for how much at most. These are the centre's own defaults, no national rule: a vehicle and
 * a driver for one person over a few kilometres cost more than a taxi.
 */
const fewPassengers = 4
const shortKm = 15
const cityKm = 30
/** Where nobody said how far: a ride within the district. */
const usualDistrictKm = 8
const baseFen = 1200
const perKmFen = 320

interface Ride {
  passengers: number
  reach: string
  distanceKm?: number | null | undefined
  way?: string | undefined
  luggage?: string | undefined
  emergency?: boolean | undefined
}

/** @returns the upper amount in fen, both ways together, in whole ten yuan; null when a taxi is nothing for this ride */
export function taxiCapFen(ride: Ride): number | null {
  const { passengers, reach, distanceKm, luggage } = ride
  if (ride.emergency || luggage === 'BULKY' || reach === 'BEYOND') return null
  const km = distanceKm ?? (reach === 'DISTRICT' ? usualDistrictKm : null)
  const near = km !== null && km <= shortKm && passengers <= fewPassengers
  const alone = passengers === 1 && (km ?? cityKm) <= cityKm
  if (!near && !alone) return null
  const oneWay = baseFen + (km ?? cityKm) * perKmFen
  const whole = oneWay * (ride.way === 'RETURN' ? 2 : 1)
  return Math.ceil(whole / 1000) * 1000
}
