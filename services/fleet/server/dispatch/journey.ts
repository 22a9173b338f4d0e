import { type Asked, type Leg, legOf, type Place, placesOf, type Zones } from './distances.ts'

/** A trip, planned or proposed, as it is driven. Minutes since 1970. */
export interface Journey {
  from: number
  to: number
  start: Place
  /** Where the vehicle is afterwards. */
  end: Place
  leg: Leg
  way: 'ONE_WAY' | 'RETURN'
}

export interface Stretch {
  from: number
  to: number
}

/** So long may be driven without a rest so long. */
export interface FatigueLimits {
  drivingMinutes: number
  restMinutes: number
}

export const minuteOf = (at: Date | string) => Math.floor(new Date(at).getTime() / 60_000)

/** The journey of requests that ride together: the farthest one says the way. */
export function journeyOf(zones: Zones, span: Stretch, requests: readonly Asked[]): Journey {
  const legs = requests.map((request) => ({ request, leg: legOf(zones, request) }))
  const farthest = legs.reduce((a, b) => (b.leg.minutes > a.leg.minutes ? b : a))
  const { start, goal } = placesOf(zones, farthest.request)
  const way = requests.some((request) => request.way === 'RETURN') ? 'RETURN' : 'ONE_WAY'
  return { ...span, start, end: way === 'RETURN' ? start : goal, leg: farthest.leg, way }
}

/** Kilometres a journey drives with people in it. */
export const kmOf = ({ leg, way }: Journey) => leg.km * (way === 'RETURN' ? 2 : 1)

/** When of a journey is driven: out at its beginning, back at its end, with the rests its spare time allows. */
export function drivingOf(journey: Journey, limits: FatigueLimits): Stretch[] {
  const there = journey.to - journey.from
  const count = journey.way === 'RETURN' ? 2 : 1
  const minutes = Math.min(journey.leg.minutes, Math.floor(there / count))
  let spare = there - minutes * count
  const out: Stretch[] = []
  let at = journey.from
  for (let left = minutes; left > 0; ) {
    const part = Math.min(left, limits.drivingMinutes)
    out.push({ from: at, to: at + part })
    left -= part
    at += part
    if (left > 0 && spare >= limits.restMinutes) {
      at += limits.restMinutes
      spare -= limits.restMinutes
    }
  }
  if (journey.way === 'ONE_WAY') return out
  // The way back mirrors the way out, as far as there is time for its rests.
  const rests = Math.ceil(minutes / limits.drivingMinutes) - 1
  const rested = rests > 0 && spare >= rests * limits.restMinutes
  const back = rested
    ? out.map(({ from, to }) => ({
        from: journey.to - (to - journey.from),
        to: journey.to - (from - journey.from),
      }))
    : [{ from: journey.to - minutes, to: journey.to }]
  return [...out, ...back.sort((a, b) => a.from - b.from)]
}

/** The most minutes driven without a rest of `restMinutes`. */
export function longestDriving(stretches: readonly Stretch[], restMinutes: number): number {
  const sorted = [...stretches].sort((a, b) => a.from - b.from)
  let [run, longest] = [0, 0]
  let end = Number.NEGATIVE_INFINITY
  for (const { from, to } of sorted) {
    if (from - end >= restMinutes) run = 0
    run += to - from
    longest = Math.max(longest, run)
    end = Math.max(end, to)
  }
  return longest
}
