import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterQuiet, digestAt } from './when-to-send.ts'

const local = (words: string) => new Date(`${words}+08:00`)

describe('when news goes out', () => {
  it('waits for the end of a quiet night, also after midnight, and not outside it', () => {
    expect(afterQuiet(local('2026-03-02T23:10:00'), 1320, 420)).toEqual(local('2026-03-03T07:00:00'))
    expect(afterQuiet(local('2026-03-03T02:10:00'), 1320, 420)).toEqual(local('2026-03-03T07:00:00'))
    expect(afterQuiet(local('2026-03-03T07:00:00'), 1320, 420)).toEqual(local('2026-03-03T07:00:00'))
    expect(afterQuiet(local('2026-03-03T21:59:59'), 1320, 420)).toEqual(local('2026-03-03T21:59:59'))
    expect(afterQuiet(local('2026-03-03T12:30:00'), 720, 840)).toEqual(local('2026-03-03T14:00:00'))
  })

  it('gathers by the hour or for the next morning', () => {
    expect(digestAt(local('2026-03-02T09:00:00'), 'HOURLY')).toEqual(local('2026-03-02T10:00:00'))
    expect(digestAt(local('2026-03-02T09:59:59'), 'HOURLY')).toEqual(local('2026-03-02T10:00:00'))
    expect(digestAt(local('2026-03-02T09:00:00'), 'DAILY')).toEqual(local('2026-03-03T08:30:00'))
    expect(digestAt(local('2026-03-02T08:29:00'), 'DAILY')).toEqual(local('2026-03-02T08:30:00'))
    expect(digestAt(local('2026-03-02T09:00:00'), 'NONE')).toBeNull()
  })

  it('never sends within the quiet span, never holds longer than a day, never goes back', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    const moment = fc.integer({ min: 1_700_000_000, max: 1_900_000_000 })
    fc.assert(
      fc.property(moment, minute, minute, (seconds, from, to) => {
        const at = new Date(seconds * 1000)
        const after = afterQuiet(at, from, to)
        expect(after.getTime()).toBeGreaterThanOrEqual(at.getTime())
        expect(after.getTime() - at.getTime()).toBeLessThanOrEqual(86_400_000)
        expect(afterQuiet(after, from, to)).toEqual(after)
      }),
    )
  })
})
