import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingMinutes } from './add-working-minutes.ts'
import { explainDeadline } from './explain-deadline.ts'
import { parseWindows } from './parse-windows.ts'
import { statutoryDays, statutoryExceptions } from './statutory-days.ts'
import { makeWorkCalendar } from './work-calendar.ts'

const hours = parseWindows('08:30-12:00, 14:00-17:30')
const work = makeWorkCalendar(
  { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
  statutoryExceptions(statutoryDays(2025, 2026)),
)

describe('explainDeadline', () => {
  it('says what each day counted and why the others did not', () => {
    const { dueAt, steps } = explainDeadline(work, new Date('2025-09-30T17:00:00+08:00'), 60)
    expect(dueAt.toISOString()).toBe(new Date('2025-10-09T09:00:00+08:00').toISOString())
    expect(
      steps.map(({ day, lastDay, minutes, remaining, reason }) => [
        day,
        lastDay,
        minutes,
        remaining,
        reason.zh,
      ]),
    ).toEqual([
      ['2025-09-30', '2025-09-30', 30, 30, '工作日'],
      ['2025-10-01', '2025-10-05', 0, 30, '国庆节放假'],
      ['2025-10-06', '2025-10-06', 0, 30, '中秋放假'],
      ['2025-10-07', '2025-10-08', 0, 30, '国庆节放假'],
      ['2025-10-09', '2025-10-09', 30, 0, '工作日'],
    ])
  })

  it('names a make-up day, a weekend and a late report', () => {
    const { steps } = explainDeadline(work, new Date('2025-09-26T18:00:00+08:00'), 30)
    expect(steps.map(({ reason }) => reason.zh)).toEqual(['当天服务时间已过', '周末', '国庆节调休上班'])
  })

  it('joins its steps without a gap, and their minutes add up, wherever it begins', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2025-01-01'), max: new Date('2026-06-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 20_000 }),
        (from, minutes) => {
          const { dueAt, steps } = explainDeadline(work, from, minutes)
          expect(dueAt).toEqual(addWorkingMinutes(work, from, minutes))
          expect(steps[0]!.from).toEqual(from)
          expect(steps.at(-1)!.to).toEqual(dueAt)
          for (const [index, step] of steps.entries())
            if (index > 0) expect(step.from).toEqual(steps[index - 1]!.to)
          expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes)
          expect(steps.at(-1)!.remaining).toBe(0)
        },
      ),
      { numRuns: 100 },
    )
  })
})
