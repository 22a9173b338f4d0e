import type { Reach, Way } from '../../words.ts'

/** One way, by road. */
export interface Leg {
  km: number
  minutes: number
}

export interface Zone {
  id: string
  name: string
  words: readonly string[]
  reach: Reach
  base: boolean
}

/** The zones of a bureau with what is known of the ways between them; `pairKey` of two ids. */
export interface Zones {
  zones: readonly Zone[]
  base: Zone | null
  pairs: ReadonlyMap<string, Leg>
}

/** Where somebody is: a zone, or only how far away it is. */
export interface Place {
  zone: Zone | null
  reach: Reach
}

/** What a request says about its way. */
export interface Asked {
  origin: string
  /** On the way, in their order. */
  stops: readonly string[]
  destination: string
  reach: Reach
  /** One way, as the requester reckons. */
  distanceKm: number | null
  way: Way
}

export const pairKey = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Where nobody has measured: by how far the farther of the two is. */
const byReach: Record<Reach, Leg> = {
  DISTRICT: { km: 8, minutes: 20 },
  CITY: { km: 30, minutes: 50 },
  BEYOND: { km: 120, minutes: 110 },
}
const withinZone: Leg = { km: 3, minutes: 10 }
const nowhere: Leg = { km: 0, minutes: 0 }
/** Kilometres in an hour, where only kilometres are known. */
const speed: Record<Reach, number> = { DISTRICT: 24, CITY: 36, BEYOND: 65 }
const farness: Record<Reach, number> = { DISTRICT: 0, CITY: 1, BEYOND: 2 }

/** The zone that some words mean: the longest name or other word that stands in them. */
export function zoneOf({ zones }: Zones, words: string): Zone | null {
  let found: Zone | null = null
  let longest = 0
  for (const zone of zones)
    for (const name of [zone.name, ...zone.words])
      if (name.length > longest && words.includes(name)) {
        found = zone
        longest = name.length
      }
  return found
}

/** Where the vehicles stand when nobody uses them. */
export const home = ({ base }: Zones): Place => ({ zone: base, reach: base?.reach ?? 'DISTRICT' })

const isSame = (a: Place, b: Place) =>
  a === b || (a.zone === null && b.zone === null && a.reach === b.reach && a.reach === 'DISTRICT')

/** The way from one place to another. */
export function between(zones: Zones, a: Place, b: Place): Leg {
  if (a.zone && b.zone) {
    if (a.zone.id === b.zone.id) return a.zone.base ? nowhere : withinZone
    const known = zones.pairs.get(pairKey(a.zone.id, b.zone.id))
    if (known) return known
  }
  if (isSame(a, b)) return withinZone
  return byReach[farness[a.reach] > farness[b.reach] ? a.reach : b.reach]
}

/** From where to where a request goes: an unknown origin is the base, an unknown destination as far as its reach. */
export function placesOf(zones: Zones, asked: Asked): { start: Place; goal: Place } {
  const from = zoneOf(zones, asked.origin)
  const to = zoneOf(zones, asked.destination)
  return {
    start: from ? { zone: from, reach: from.reach } : home(zones),
    goal: { zone: to, reach: to?.reach ?? asked.reach },
  }
}

/**
 * The places of the way out, one after the other. A stop that the table does not know lies somewhere on the way and makes
 * it no longer; two stops in one zone are one.
 */
function chainOf(zones: Zones, asked: Asked): Place[] {
  const { start, goal } = placesOf(zones, asked)
  const stops = asked.stops.flatMap((words) => zoneOf(zones, words) ?? [])
  const chain = [start, ...stops.map((zone): Place => ({ zone, reach: zone.reach })), goal]
  if (stops.length === 0) return chain
  return chain.filter(({ zone }, at) => at === 0 || zone === null || zone.id !== chain[at - 1]!.zone?.id)
}

/** What the table knows of the way out, added up from place to place, and whether that is all of it. */
function measure(zones: Zones, asked: Asked): Leg & { whole: boolean } {
  const chain = chainOf(zones, asked)
  const sum = { km: 0, minutes: 0, whole: true }
  for (const [at, { zone }] of chain.slice(1).entries()) {
    const before = chain[at]!.zone
    const known = before && zone && zones.pairs.get(pairKey(before.id, zone.id))
    if (known) {
      sum.km += known.km
      sum.minutes += known.minutes
    } else sum.whole = false
  }
  return sum
}

/** Whether somebody reckoned how far a request goes: the requester, or whoever keeps the table of zones. */
export function isMeasured(zones: Zones, asked: Asked): boolean {
  return asked.distanceKm !== null || measure(zones, asked).whole
}

/**
 * How far a request goes, one way and by its stops: the table of zones, else the requester's own kilometres, else its
 * reach; never less than what the table knows of it.
 */
export function legOf(zones: Zones, asked: Asked): Leg {
  const { whole, ...known } = measure(zones, asked)
  if (whole) return known
  const about = reckon(zones, asked)
  return about.km < known.km ? known : about
}

function reckon(zones: Zones, asked: Asked): Leg {
  const { distanceKm: km } = asked
  if (km !== null) return { km, minutes: Math.ceil((km / speed[asked.reach]) * 60) }
  const { start, goal } = placesOf(zones, asked)
  return between(zones, start, goal)
}

/** So many kilometres out and, where it was so asked, back: straight, for the stops lie on the way out. */
export function thereAndBack(zones: Zones, asked: Asked, outKm: number): number {
  if (asked.way === 'ONE_WAY') return outKm
  if (asked.stops.length === 0) return outKm * 2
  const straight = measure(zones, { ...asked, stops: [] })
  return outKm + (straight.whole ? Math.min(straight.km, outKm) : outKm)
}

/** The farthest of what was asked and of the stops the table knows. */
export function farthestReach(zones: Zones, asked: Asked): Reach {
  return asked.stops.reduce<Reach>((reach, words) => {
    const stop = zoneOf(zones, words)?.reach ?? reach
    return farness[stop] > farness[reach] ? stop : reach
  }, asked.reach)
}
