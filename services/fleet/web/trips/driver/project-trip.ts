import { projectAnswers } from '#engines/standards/web/checklist/project-answers.ts'
import type { Deed } from '#kernel/web/offline/shelf.ts'
import { fleet } from '../../../module.ts'
import type { DriverTrip } from '../../../trip-schema.ts'

type Pending = Pick<Deed, 'path' | 'input' | 'at'>

const { actions } = fleet

/** A trip with the effect of what was done on it here and has not come back from the server yet, in order. */
export function projectTrip(trip: DriverTrip, pending: readonly Pending[]): DriverTrip {
  const lines = projectAnswers(trip.check.lines, pending, actions.recordTripCheck.path)
  return pending.reduce(projectDeed, { ...trip, check: { ...trip.check, lines } })
}

const may = (trip: DriverTrip, ...steps: string[]) => ({
  ...Object.fromEntries(Object.keys(trip.can).map((key) => [key, false])),
  ...Object.fromEntries(steps.map((step) => [step, true])),
})

function projectDeed(trip: DriverTrip, { path, input, at }: Pending): DriverTrip {
  const stepAt = new Date(at).toISOString()
  const km = Number(input.km)
  const under = { state: 'UNDER_WAY' as const, stepAt, can: may(trip, 'wait', 'comeBack', 'addCost') }
  if (path === actions.leaveTrip.path && trip.state === 'ASSIGNED')
    return { ...trip, ...under, leftAt: stepAt, outKm: km, lastKm: km }
  if (path === actions.waitOnTrip.path && trip.state === 'UNDER_WAY')
    return {
      ...trip,
      state: 'WAITING',
      stepAt,
      place: String(input.place ?? ''),
      can: may(trip, 'resume', 'comeBack', 'addCost'),
    }
  if (path === actions.resumeTrip.path && trip.state === 'WAITING') return { ...trip, ...under }
  if (path === actions.returnTrip.path && (trip.state === 'UNDER_WAY' || trip.state === 'WAITING'))
    return {
      ...trip,
      state: 'COMPLETED',
      stepAt,
      returnedAt: stepAt,
      inKm: km,
      lastKm: km,
      distanceKm: km - (trip.outKm ?? km),
      can: may(trip, 'addCost'),
    }
  if (path === actions.addTripCost.path) return { ...trip, costFen: trip.costFen + Number(input.amountFen) }
  return trip
}

/**
 * What the odometer of each vehicle must show by now: the ledger's last reading, or what was read here since.
 * Without it the second trip of a shift without a signal would be offered the kilometres of the first.
 */
export function lastKmOf(trips: readonly DriverTrip[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>()
  for (const { vehicle, lastKm, inKm } of trips)
    last.set(vehicle.id, Math.max(last.get(vehicle.id) ?? 0, lastKm ?? 0, inKm ?? 0))
  return last
}
