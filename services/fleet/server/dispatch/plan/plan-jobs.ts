import { placesOf, type Zones } from '../distances.ts'
import { type Journey, journeyOf, minuteOf } from '../journey.ts'
import type { JudgedRequest } from '../judge-trip.ts'

export interface PlanRequest extends JudgedRequest {
  id: string
  number: string
  mayPool: boolean
  from: Date
  to: Date
}

/** What one vehicle does at a stretch: a request, or several that ride together. */
export interface Job {
  requests: readonly PlanRequest[]
  passengers: number
  journey: Journey
}

/** So much later may somebody leave, and come back, to ride with others. */
const waits = { leave: 15, comeBack: 30 }

/**
 * The requests of a day as jobs, in the order they begin; who goes the same way at the same time rides together where
 * `mostTogether` seats are enough. Merged before the solver looks, because a rider more costs next to nothing.
 */
export function planJobs(zones: Zones, requests: readonly PlanRequest[], mostTogether: number): Job[] {
  const sorted = [...requests].sort((a, b) => a.from.getTime() - b.from.getTime() || (a.id < b.id ? -1 : 1))
  const groups: PlanRequest[][] = []
  for (const request of sorted) {
    const fellow = groups.find((group) => ridesWith(zones, group, request, mostTogether))
    if (fellow) fellow.push(request)
    else groups.push([request])
  }
  return groups.map((group) => {
    const span = {
      from: Math.min(...group.map(({ from }) => minuteOf(from))),
      to: Math.max(...group.map(({ to }) => minuteOf(to))),
    }
    return {
      requests: group,
      passengers: group.reduce((sum, { passengers }) => sum + passengers, 0),
      journey: journeyOf(zones, span, group),
    }
  })
}

function ridesWith(zones: Zones, group: readonly PlanRequest[], request: PlanRequest, most: number): boolean {
  const people = group.reduce((sum, { passengers }) => sum + passengers, request.passengers)
  if (people > most || ![...group, request].every(({ mayPool, emergency }) => mayPool && !emergency))
    return false
  const [first] = group
  const [a, b] = [placesOf(zones, first!), placesOf(zones, request)]
  const apart = (x: Date, y: Date) => Math.abs(x.getTime() - y.getTime()) / 60_000
  return (
    a.start.zone?.id === b.start.zone?.id &&
    a.goal.zone !== null &&
    a.goal.zone.id === b.goal.zone?.id &&
    first!.way === request.way &&
    first!.vehicleClass === request.vehicleClass &&
    group.every(
      ({ from, to }) => apart(from, request.from) <= waits.leave && apart(to, request.to) <= waits.comeBack,
    )
  )
}
