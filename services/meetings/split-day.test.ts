import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitDay } from './split-day.ts'

const hour = 3_600_000
const moment = (at: number) => new Date(at).toISOString()
const slot = (from: number, to: number) => ({
  id: String(from),
  title: null,
  unit: null,
  from: moment(from),
  to: moment(to),
  inUse: false,
  checkInFrom: moment(from),
  checkInBy: null,
  here: false,
})

describe('the day on a door screen', () => {
  it('parts into now, next and how long it is free, also where two follow without a gap', () => {
    const day = { slots: [slot(9 * hour, 10 * hour), slot(10 * hour, 11 * hour)], closed: [] }
    expect(splitDay(day, 8 * hour)).toMatchObject({
      now: null,
      next: { id: '32400000' },
      freeUntil: 9 * hour,
    })
    expect(splitDay(day, 10 * hour - 1)).toMatchObject({ now: { id: '32400000' }, next: { id: '36000000' } })
    expect(splitDay(day, 10 * hour)).toMatchObject({ now: { id: '36000000' }, next: null, freeUntil: null })
    expect(splitDay(day, 11 * hour)).toMatchObject({ now: null, freeUntil: null, restFree: true })
    const closed = [{ from: moment(12 * hour), to: moment(14 * hour), reason: '检修' }]
    expect(splitDay({ slots: [], closed }, 11 * hour)).toMatchObject({
      freeUntil: 12 * hour,
      restFree: false,
    })
    expect(splitDay({ slots: [], closed }, 13 * hour)).toMatchObject({ closed: '检修', restFree: false })
  })

  it('is never free while something is on', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(23), { maxLength: 8 }), fc.nat(24 * 60), (hours, minute) => {
        const slots = hours.sort((a, b) => a - b).map((one) => slot(one * hour, (one + 1) * hour))
        const at = minute * 60_000
        const { now, freeUntil, restFree } = splitDay({ slots, closed: [] }, at)
        expect(now !== null).toBe(hours.includes(Math.floor(at / hour)))
        if (now) expect([freeUntil, restFree]).toEqual([null, false])
        else if (freeUntil !== null) expect(hours.includes(freeUntil / hour)).toBe(true)
      }),
    )
  })
})
