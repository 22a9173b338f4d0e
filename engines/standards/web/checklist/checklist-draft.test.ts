import { describe, expect, it } from 'vitest'
import type { ChecklistLine, ExecutedLine } from '#engines/standards/schema.ts'
import { lackOf, missingLines, sendable, standing } from './checklist-draft.ts'

const line = (id: string, change: Partial<ChecklistLine> = {}): ChecklistLine => ({
  id,
  versionId: 'v',
  clauseCode: '4.1',
  clauseTitle: { zh: '安全', en: 'Safety' },
  text: { zh: '已断电', en: 'Power off' },
  mandatory: true,
  needsPhoto: false,
  allowsNa: true,
  limit: null,
  ...change,
})
const done = (of: ChecklistLine, result: ExecutedLine['result']): ExecutedLine => ({
  line: of,
  result,
  reading: null,
  remark: '',
  photoId: null,
  by: '王师傅',
  at: '2026-11-22T01:00:00.000Z',
})
const plain = line('a')
const photo = line('b', { needsPhoto: true })
const limited = line('c', { limit: { min: 18, max: 26, unit: '℃' } })

describe('a checklist on a phone', () => {
  it('says what an answer lacks before it can be sent', () => {
    expect(lackOf(plain, { result: 'OK' })).toBeNull()
    expect(lackOf(photo, { result: 'OK' })).toBe('photo')
    expect(lackOf(photo, { result: 'NA' })).toBeNull()
    expect(lackOf(limited, { result: 'OK' })).toBe('reading')
    expect(lackOf(limited, { result: 'OK', reading: 30 })).toBe('limit')
    expect(lackOf(limited, { result: 'NOT_OK', reading: 30 })).toBeNull()
  })
  it('sends whole answers and keeps the others here', () => {
    const lines = [plain, photo].map((one) => ({ line: one, executed: null }))
    expect(sendable(lines, { a: { result: 'OK' }, b: { result: 'OK' } })).toEqual([
      { lineId: 'a', result: 'OK' },
    ])
  })
  it('shows what was tapped last, here or there', () => {
    const listed = { line: plain, executed: done(plain, 'OK') }
    expect(standing(listed, {})?.result).toBe('OK')
    expect(standing(listed, { a: { result: 'NOT_OK' } })?.result).toBe('NOT_OK')
  })
  it('names every line that keeps the work from being finished', () => {
    const lines = [
      { line: plain, executed: null },
      { line: photo, executed: null },
      { line: limited, executed: done(limited, 'NOT_OK') },
      { line: line('d', { mandatory: false }), executed: null },
    ]
    const named = missingLines(lines, { b: { result: 'OK' }, c: { result: 'NOT_OK', reading: 30 } })
    expect(named.map(({ line: { id }, lack }) => [id, lack])).toEqual([
      ['a', 'answer'],
      ['b', 'photo'],
      ['c', 'notOk'],
    ])
  })
})
