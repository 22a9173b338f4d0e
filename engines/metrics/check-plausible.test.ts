import { describe, expect, it } from 'vitest'
import { text } from '#kernel/contract/text.ts'
import { checkPlausible } from './check-plausible.ts'
import { parseFigure } from './parse-figure.ts'

/** About 1,000 diners, three meals, 22 working days in each of eleven months. */
const canteen = { people: 1000, perPersonPerDay: 3, days: 22 * 11 }

describe('checkPlausible', () => {
  it('flags the published 425000万人次 with its reason and offers 42.5万', () => {
    const read = parseFigure('约425000万人次')
    const answer = checkPlausible({ value: read!.value, capacity: canteen })
    expect(answer.ok).toBe(false)
    expect(answer.share).toBeCloseTo(5853.99, 1)
    expect(answer.reason?.zh).toContain('5,850倍')
    expect(answer.meant).toEqual({ value: 425_000, text: '42.5万', share: 425_000 / 726_000 })
  })

  it('takes the corrected figure: 58.5% of what could have been eaten', () => {
    expect(checkPlausible({ value: 425_000, capacity: canteen })).toMatchObject({
      ok: true,
      reason: null,
      meant: null,
    })
  })

  it('offers nothing when no multiplier explains the number', () => {
    expect(checkPlausible({ value: 800_000, capacity: canteen })).toMatchObject({ ok: false, meant: null })
  })

  it('flags a value outside the range of its figure with the range’s reason', () => {
    const range = {
      min: 0,
      max: 100,
      reason: text('百分比在 0 到 100 之间', 'A percentage lies between 0 and 100'),
    }
    expect(checkPlausible({ value: 130, range })).toMatchObject({ ok: false, reason: range.reason })
    expect(checkPlausible({ value: -1, range }).ok).toBe(false)
    expect(checkPlausible({ value: 100, range }).ok).toBe(true)
  })

  it('says nothing against no value, and refuses what is no number', () => {
    expect(checkPlausible({ value: null }).ok).toBe(true)
    expect(checkPlausible({ value: Number.NaN }).ok).toBe(false)
  })
})
