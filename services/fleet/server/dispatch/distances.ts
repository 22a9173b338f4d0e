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

/** Whether somebody reckoned how far a request goes: the requester, or whoever keeps the table of zones. */
export function isMeasured(zones: Zones, asked: Asked): boolean {
  const { start, goal } = placesOf(zones, asked)
  return (
    asked.distanceKm !== null ||
    (start.zone !== null && goal.zone !== null && zones.pairs.has(pairKey(start.zone.id, goal.zone.id)))
  )
}

/** How far a request goes, one way: the table of zones, else the requester's own kilometres, else its reach. */
export function legOf(zones: Zones, asked: Asked): Leg {
  const { start, goal } = placesOf(zones, asked)
  const known = start.zone && goal.zone && zones.pairs.get(pairKey(start.zone.id, goal.zone.id))
  if (known) return known
  if (asked.distanceKm !== null)
    return { km: asked.distanceKm, minutes: Math.ceil((asked.distanceKm / speed[asked.reach]) * 60) }
  return between(zones, start, goal)
}
