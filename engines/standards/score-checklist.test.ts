import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnsweredLine, scoreChecklist } from './score-checklist.ts'

const line = (result: AnsweredLine['result'], mandatory = true): AnsweredLine => ({ mandatory, result })

describe('scoreChecklist', () => {
  it('N/A leaves the base', () => {
    expect(scoreChecklist([line('OK'), line('NA'), line('NOT_OK')])).toMatchObject({
      base: 2,
      ok: 1,
      score: 50,
    })
  })

  it('a full score is reachable', () => {
    expect(scoreChecklist([line('OK'), line('NA'), line('OK', false)])).toMatchObject({
      score: 100,
      full: true,
    })
    const anyResults = fc.array(fc.constantFrom('OK' as const, 'NA' as const), {
      minLength: 1,
      maxLength: 50,
    })
    fc.assert(
      fc.property(anyResults, (results) => {
        const { score, base } = scoreChecklist(results.map((result) => line(result)))
        expect(score).toBe(base === 0 ? null : 100)
      }),
    )
  })

  it('is never full while a mandatory line is open or not met, whatever the rounding', () => {
    const many = Array.from({ length: 9999 }, () => line('OK'))
    expect(scoreChecklist([...many, line('NOT_OK')])).toMatchObject({ score: 99.9, full: false })
    expect(scoreChecklist([line('OK'), line(null)])).toMatchObject({ missing: 1, score: 50, full: false })
  })

  it('asks nothing of an optional line that was left open', () => {
    expect(scoreChecklist([line('OK'), line(null, false)])).toMatchObject({ base: 1, score: 100, full: true })
  })

  it('says nothing when nothing applied', () => {
    expect(scoreChecklist([line('NA')])).toMatchObject({ base: 0, score: null, full: false })
    expect(scoreChecklist([])).toMatchObject({ score: null })
  })
})
