import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoMoment } from './connect.ts'

const withDate = (value: string) => new Date(`${value.replace(' ', 'T')}Z`.replace('+00Z', 'Z')).toISOString()

describe('a moment from the database', () => {
  it.each([
    ['2026-11-22 01:37:09+00', '2026-11-22T01:37:09.000Z'],
    ['2026-11-22 01:37:09.1+00', '2026-11-22T01:37:09.100Z'],
    ['2026-11-22 01:37:09.123456+00', '2026-11-22T01:37:09.123Z'],
    ['0099-01-01 00:00:00+00', '0099-01-01T00:00:00.000Z'],
  ])('%s is %s', (value, iso) => {
    expect(isoMoment(value)).toBe(iso)
  })

  it('is what Date makes of it', () => {
    const moment = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, fc.nat(999_999), fc.boolean(), (date, micros, exact) => {
        const fraction = exact ? '' : `.${String(micros).padStart(6, '0')}`
        const value = `${date.toISOString().slice(0, 19).replace('T', ' ')}${fraction}+00`
        expect(isoMoment(value)).toBe(withDate(value))
      }),
    )
  })
})
