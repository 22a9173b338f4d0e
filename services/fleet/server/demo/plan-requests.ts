import { DAY, localDayOf } from '#engines/calendar/local-day.ts'
import type { DemoRequest, DemoTrip, DemoWorld } from './demo-life.ts'
import { places } from './places.ts'
import { askFor } from './plan-trip.ts'

const hour = 3_600_000

/** Requests that became no trip: refused, withdrawn, sent elsewhere; and those that wait for an approval or a vehicle. */
export function planRequests(world: DemoWorld): DemoRequest[] {
  const { now } = world
  const gone = Array.from({ length: 36 }, (_, place) => {
    const request = ask(world, now.getTime() - (place * 14 + 2) * DAY)
    const state = (['REFUSED', 'DIVERTED', 'WITHDRAWN'] as const)[place % 3]!
    return {
      ...request,
      state,
      approvedAt: null,
      closingReason: state === 'REFUSED' ? '可乘通勤班车前往，请改乘班车' : null,
    }
  })
  const waiting = Array.from({ length: 5 }, (_, place) => ({
    ...ask(world, now.getTime() + (place + 1) * 20 * hour),
    state: 'SUBMITTED' as const,
    approvedAt: null,
  }))
  const approved = Array.from({ length: 6 }, (_, place) => ({
    ...ask(world, now.getTime() + (place + 1) * 16 * hour),
    state: 'APPROVED' as const,
  }))
  return [...gone, ...waiting, ...approved]
}

/** At a working hour of the day of that moment, three hours from now at the earliest when it is to come. */
function ask(world: DemoWorld, at: number): DemoRequest {
  const morning = new Date(`${localDayOf(new Date(at))}T09:00:00+08:00`).getTime()
  const ahead = at > world.now.getTime()
  const from = new Date(ahead ? Math.max(morning, world.now.getTime() + 3 * hour) : morning)
  const place = world.chance.pick(places)
  const to = new Date(from.getTime() + place.minutes * 60_000)
  return askFor(world, { place, purpose: 'RESEARCH', from, to })
}

/** Numbers run by the day a request came in. */
export function numberRequests(trips: readonly DemoTrip[], others: readonly DemoRequest[]): DemoRequest[] {
  const all = [...trips.flatMap(({ requests }) => requests), ...others].sort(
    (one, other) => one.submittedAt.getTime() - other.submittedAt.getTime(),
  )
  const count = new Map<string, number>()
  for (const request of all) {
    const day = localDayOf(request.submittedAt).replaceAll('-', '')
    const next = (count.get(day) ?? 0) + 1
    count.set(day, next)
    request.number = `YC-${day}-${String(next).padStart(4, '0')}`
  }
  return all
}
