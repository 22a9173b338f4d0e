import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Place, Zones } from './distances.ts'
import { between, farthestReach, isMeasured, legOf, thereAndBack } from './distances.ts'
import { drivingOf, longestDriving } from './journey.ts'

const limits = { drivingMinutes: 240, restMinutes: 20 }
const here: Place = { zone: null, reach: 'DISTRICT' }
const journey = (from: number, to: number, minutes: number, way: 'ONE_WAY' | 'RETURN') => ({
  from,
  to,
  start: here,
  end: here,
  leg: { km: minutes, minutes },
  way,
})

describe('driving time', () => {
  it('counts a run until there is a rest, minute by minute', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ gap: fc.nat(60), length: fc.integer({ min: 1, max: 150 }) }), { maxLength: 8 }),
        (parts) => {
          let at = 0
          const stretches = parts.map(({ gap, length }) => {
            const from = at + gap
            at = from + length
            return { from, to: at }
          })
          // The oracle walks every minute.
          let [run, still, longest] = [0, 1000, 0]
          for (let minute = 0; minute < at; minute++) {
            const drives = stretches.some(({ from, to }) => minute >= from && minute < to)
            if (drives) {
              if (still >= 20) run = 0
              still = 0
              longest = Math.max(longest, ++run)
            } else still++
          }
          expect(longestDriving(stretches, 20)).toBe(longest)
        },
      ),
    )
  })

  it('rests on a long way where its time allows it, and nowhere else', () => {
    const most = (from: number, to: number, minutes: number, way: 'ONE_WAY' | 'RETURN') =>
      longestDriving(drivingOf(journey(from, to, minutes, way), limits), limits.restMinutes)
    expect(most(0, 300, 300, 'ONE_WAY')).toBe(300)
    expect(most(0, 320, 300, 'ONE_WAY')).toBe(240)
    expect(most(0, 500, 250, 'RETURN')).toBe(500)
    expect(most(0, 480, 120, 'RETURN')).toBe(120)
    expect(most(0, 250, 120, 'RETURN')).toBe(240)
    expect(most(0, 1000, 300, 'RETURN')).toBe(240)
  })
})

describe('distances', () => {
  const zone = (id: string, name: string, words: string[] = [], base = false) => ({
    id,
    name,
    words,
    reach: 'CITY' as const,
    base,
  })
  const zones: Zones = {
    zones: [zone('a', '机关大院', ['本部'], true), zone('b', '机场', ['航站楼']), zone('c', '机场东', [])],
    base: zone('a', '机关大院', ['本部'], true),
    pairs: new Map([['a b', { km: 42, minutes: 55 }]]),
  }
  const asked = (destination: string, distanceKm: number | null = null) => ({
    origin: '本部南门',
    stops: [] as string[],
    destination,
    reach: 'CITY' as const,
    distanceKm,
    way: 'RETURN' as const,
  })

  it('go by the longest name in the words, both ways alike; else by the requester’s kilometres, else by the reach', () => {
    expect(legOf(zones, asked('T3 航站楼'))).toEqual({ km: 42, minutes: 55 })
    expect(legOf(zones, asked('机场东路', 40))).toEqual({ km: 40, minutes: 67 })
    expect(legOf(zones, asked('某处'))).toEqual({ km: 30, minutes: 50 })
    const place = (n: number): Place => ({ zone: zones.zones[n]!, reach: 'CITY' })
    expect(between(zones, place(0), place(1))).toEqual(between(zones, place(1), place(0)))
    expect(between(zones, place(0), place(0)).km).toBe(0)
  })

  it('by stops are the sum where the table knows every way, out by them and straight back', () => {
    const more: Zones = {
      ...zones,
      pairs: new Map([...zones.pairs, ['a c', { km: 30, minutes: 40 }], ['b c', { km: 20, minutes: 25 }]]),
    }
    const by = (stops: string[], distanceKm: number | null = null) => ({
      ...asked('航站楼', distanceKm),
      stops,
    })
    expect(legOf(more, by(['机场东']))).toEqual({ km: 50, minutes: 65 })
    expect(thereAndBack(more, by(['机场东']), 50)).toBe(92)
    // A stop nobody has measured lies on the way; the same one twice is one.
    expect(legOf(more, by(['某处', '机场东', '机场东站']))).toEqual({ km: 50, minutes: 65 })
    expect(isMeasured(more, by(['机场东']))).toBe(true)
    // The last way is not known: the requester’s own kilometres, never less than what is known.
    const half: Zones = { ...zones, pairs: new Map([['a c', { km: 30, minutes: 40 }]]) }
    expect(isMeasured(half, by(['机场东']))).toBe(false)
    expect(legOf(half, by(['机场东'], 60)).km).toBe(60)
    expect(legOf(half, by(['机场东'], 12)).km).toBe(30)
  })

  it('reach as far as the farthest stop the table knows', () => {
    const far: Zones = { ...zones, zones: [...zones.zones, { ...zone('d', '省政府'), reach: 'BEYOND' }] }
    expect(farthestReach(far, { ...asked('机场'), stops: ['省政府办公厅'] })).toBe('BEYOND')
    expect(farthestReach(far, { ...asked('机场'), stops: ['某处'] })).toBe('CITY')
  })
})
