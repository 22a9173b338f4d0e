import { describe, expect, it } from 'vitest'
import { nextDeed, pendingFor, waitMs } from './next-deed.ts'

const refusal = { type: 'about:blank', title: '', status: 409, code: 'kernel.wrong_state', detail: '' }
const deed = (id: string, subject: string, more: object = {}) => ({
  id,
  subject,
  sentAt: null as number | null,
  refusal: null as typeof refusal | null,
  ...more,
})

describe('the order in which an outbox empties', () => {
  it('is that in which things were done', () => {
    expect(nextDeed([deed('a', 'x', { sentAt: 1 }), deed('b', 'x'), deed('c', 'y')])?.id).toBe('b')
    expect(nextDeed([])).toBeUndefined()
  })
  it('lets nothing pass a refused one on the same subject, and everything on others', () => {
    const all = [deed('a', 'x', { refusal }), deed('b', 'x'), deed('c', 'y')]
    expect(nextDeed(all)?.id).toBe('c')
    expect(nextDeed(all.slice(0, 2))).toBeUndefined()
  })
  it('waits longer after each failure, five minutes at the most', () => {
    expect([0, 1, 2, 3].map(waitMs)).toEqual([2000, 2000, 4000, 8000])
    expect(waitMs(60)).toBe(300_000)
  })
  it('shows the effect of what an answer cannot have seen, and of nothing refused', () => {
    const all = [
      deed('a', 'x', { sentAt: 10 }),
      deed('b', 'x', { sentAt: 30 }),
      deed('c', 'x'),
      deed('d', 'y'),
    ]
    expect(pendingFor(all, 'x', 20).map(({ id }) => id)).toEqual(['b', 'c'])
    const refused = [...all, deed('e', 'x', { refusal })]
    expect(pendingFor(refused, 'x', 20).map(({ id }) => id)).toEqual(['b'])
  })
})
