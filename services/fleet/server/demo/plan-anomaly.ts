import type { DemoTrip } from './demo-life.ts'

const minute = 60_000

/**
 * Lets something be wrong with a trip of the day, so that supervision has what to find: kilometres nobody explains,
 * an approval given afterwards, a trip nobody asked for, a bill without receipt, far too much fuel, a late return.
 */
export function planAnomaly(trips: readonly DemoTrip[], turn: number): void {
  const kinds = [unexplainedKm, approvedAfterwards, nobodyAsked, noReceipt, backLate, tooMuchFuel]
  const kind = kinds[turn % kinds.length]!
  // The last of its vehicle and of its driver that day: what follows is planned from where it left them.
  const trip = trips.find(
    (one, place) =>
      one.state === 'COMPLETED' &&
      one.requests.length === 1 &&
      (kind !== tooMuchFuel || one.vehicle.energy !== 'ELECTRIC') &&
      !trips.slice(place + 1).some(({ vehicle, driver }) => vehicle === one.vehicle || driver === one.driver),
  )
  if (!trip) return
  kind(trip)
}

function mark(
  trip: DemoTrip,
  light: 'YELLOW' | 'RED',
  code: string,
  params: Record<string, string | number> = {},
) {
  trip.light = light
  trip.reasons.push({ code, light, params, href: `/fleet/trips/${trip.id}` })
}

/** The odometer went on between this trip and the last one; the trips after it begin where it stands now. */
function unexplainedKm(trip: DemoTrip): void {
  const km = 41
  for (const side of ['outKm', 'inKm'] as const) trip[side] = trip[side]! + km
  trip.vehicle.km += km
  mark(trip, 'RED', 'GAP_LARGE', { km })
}

function approvedAfterwards(trip: DemoTrip): void {
  const request = trip.requests[0]!
  request.approvedAt = new Date(trip.leftAt!.getTime() + 95 * minute)
  mark(trip, 'RED', 'APPROVED_LATE', { minutes: 95 })
}

function nobodyAsked(trip: DemoTrip): void {
  trip.requests = []
  mark(trip, 'RED', 'NO_REQUEST')
}

function noReceipt(trip: DemoTrip): void {
  trip.costs.push({ kind: 'OTHER', fen: 26_000, receipt: false })
  mark(trip, 'YELLOW', 'NO_RECEIPT', { n: 1 })
}

function backLate(trip: DemoTrip): void {
  trip.returnedAt = new Date(trip.to.getTime() + 75 * minute)
  trip.vehicle.freeAt += 90 * minute
  trip.driver.freeAt += 90 * minute
  mark(trip, 'YELLOW', 'LATE', { minutes: 75 })
}

/** Twice what the road since the last filling asks for, and some more. */
function tooMuchFuel(trip: DemoTrip): void {
  const filled = trip.costs.find(({ kind }) => kind === 'FUEL')?.litres ?? trip.vehicle.used
  const litres = Math.round(filled * 2 + 20)
  trip.costs = trip.costs.filter(({ kind }) => kind !== 'FUEL')
  trip.costs.push({ kind: 'FUEL', fen: litres * 760, litres, receipt: true })
  trip.vehicle.used = 0
}
