import { describe, expect, it } from 'vitest'
import { gapShare, missesTarget, worstOf } from './measure-gap.ts'

const rate = { value: 90, target: 95, better: 'more' as const }
const minutes = { value: 60, target: 30, better: 'less' as const }

describe('figures against their targets', () => {
  it('miss it on the wrong side only', () => {
    expect(missesTarget(rate)).toBe(true)
    expect(missesTarget({ ...rate, value: 95 })).toBe(false)
    expect(missesTarget({ ...minutes, value: 20 })).toBe(false)
    expect(missesTarget({ ...rate, value: null })).toBe(false)
    expect(missesTarget({ ...rate, better: null })).toBe(false)
  })

  it('are compared by their share of the target', () => {
    expect(gapShare(minutes)).toBe(1)
    expect(worstOf([rate, minutes])).toBe(minutes)
    expect(worstOf([{ ...rate, value: 99 }])).toBeUndefined()
  })
})
