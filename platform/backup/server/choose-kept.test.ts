import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseKept } from './choose-kept.ts'
import { isDue, nextDue } from './schedule.ts'

const HOUR = 3_600_000
const now = new Date('2026-11-24T12:00:00+08:00')
const nightly = (days: number) =>
  Array.from({ length: days }, (_, ago) => {
    const finishedAt = new Date(Date.parse('2026-11-24T02:31:00+08:00') - ago * 24 * HOUR).toISOString()
    return { name: finishedAt.slice(0, 10), finishedAt }
  })

describe('what is kept', () => {
  it('is the last days, then one a week and one a month', () => {
    const { kept, daily } = chooseKept(nightly(120), { daily: 3, weekly: 3, monthly: 3 }, now)
    // The names are days in UTC, one before the night in China that they were made in.
    expect([...kept].sort()).toEqual([
      ...['2026-09-29', '2026-10-30', '2026-11-14', '2026-11-21', '2026-11-22', '2026-11-23'],
    ])
    expect([...daily].sort()).toEqual(['2026-11-21', '2026-11-22', '2026-11-23'])
  })

  it('always holds the newest, everything of the last two days, and no more than the policy besides', () => {
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 24 * 400 }), { minLength: 1, maxLength: 60 })
    const policy = fc.record({
      daily: fc.integer({ min: 1, max: 10 }),
      weekly: fc.integer({ min: 0, max: 10 }),
      monthly: fc.integer({ min: 0, max: 10 }),
    })
    fc.assert(
      fc.property(hours, policy, (ages, keep) => {
        const backups = ages.map((age) => ({
          name: String(age),
          finishedAt: new Date(now.getTime() - age * HOUR).toISOString(),
        }))
        const { kept, daily } = chooseKept(backups, keep, now)
        const young = ages.filter((age) => age < 48)
        expect(kept.has(String(Math.min(...ages)))).toBe(true)
        expect(young.every((age) => daily.has(String(age)))).toBe(true)
        expect([...daily].every((name) => kept.has(name))).toBe(true)
        expect(kept.size).toBeLessThanOrEqual(young.length + keep.daily + keep.weekly + keep.monthly)
        // Pruning again what was kept removes nothing.
        const again = backups.filter(({ name }) => kept.has(name))
        expect(chooseKept(again, keep, now).kept.size).toBe(kept.size)
      }),
    )
  })
})

describe('a backup is due', () => {
  const schedule = { enabled: true, startAt: '02:30', since: '2026-11-01T00:00:00Z' }
  const seen = { lastGood: null, lastFailed: null, restored: false }
  const at = (clock: string) => new Date(`2026-11-24T${clock}:00+08:00`)

  it('once a night, later when the machine was off, and not before the schedule was made', () => {
    const lastNight = { ...seen, lastGood: at('02:30').toISOString() }
    expect(isDue(schedule, lastNight, at('02:29'))).toBe(false)
    expect(isDue(schedule, lastNight, at('23:00'))).toBe(false)
    expect(isDue(schedule, { ...seen, lastGood: '2026-11-22T18:30:05Z' }, at('02:29'))).toBe(false)
    expect(isDue(schedule, { ...seen, lastGood: '2026-11-22T18:30:05Z' }, at('09:00'))).toBe(true)
    expect(isDue({ ...schedule, since: at('08:00').toISOString() }, seen, at('09:00'))).toBe(false)
    expect(isDue({ ...schedule, enabled: false }, seen, at('09:00'))).toBe(false)
    expect(nextDue(schedule, at('02:29'))).toEqual(at('02:30'))
    expect(nextDue(schedule, at('02:30'))?.toISOString()).toBe('2026-11-24T18:30:00.000Z')
  })

  it('again an hour after a failure, and at once for a restored database', () => {
    expect(isDue(schedule, { ...seen, lastFailed: at('02:31').toISOString() }, at('03:00'))).toBe(false)
    expect(isDue(schedule, { ...seen, lastFailed: at('02:31').toISOString() }, at('03:32'))).toBe(true)
    const fresh = { ...seen, lastGood: at('08:00').toISOString(), restored: true }
    expect(isDue(schedule, fresh, at('09:00'))).toBe(true)
  })
})
