import { describe, expect, it } from 'vitest'
import { byDanger, nextPromise, orderDanger, type Promised } from './order-danger.ts'

const now = Date.parse('2026-11-23T02:00:00.000Z')
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
const order = (change: Partial<Promised> = {}): Promised => ({
  state: 'IN_PROGRESS',
  urgency: 'NORMAL',
  createdAt: at(-60),
  respondedAt: at(-50),
  respondDueAt: at(-30),
  finishDueAt: at(240),
  ...change,
})

describe('where an order stands against its promises', () => {
  it('looks at the first answer until somebody answered, then at the finish', () => {
    expect(nextPromise(order({ respondedAt: null }))).toEqual({ at: at(-30), of: 'respond' })
    expect(nextPromise(order())).toEqual({ at: at(240), of: 'finish' })
  })
  it('asks nothing more of finished work', () => {
    expect(nextPromise(order({ state: 'FINISHED', finishDueAt: at(-5) }))).toBeNull()
    expect(orderDanger(order({ state: 'FINISHED', finishDueAt: at(-5) }), now)).toBe('calm')
  })
  it('warns before, and calls it late only after', () => {
    expect(orderDanger(order({ finishDueAt: at(61) }), now)).toBe('calm')
    expect(orderDanger(order({ finishDueAt: at(59) }), now)).toBe('near')
    expect(orderDanger(order({ finishDueAt: at(-1) }), now)).toBe('late')
    expect(orderDanger(order({ respondedAt: null, respondDueAt: at(11) }), now)).toBe('calm')
    expect(orderDanger(order({ respondedAt: null, respondDueAt: at(9) }), now)).toBe('near')
  })
  it('leaves a paused order in peace', () => {
    expect(orderDanger(order({ state: 'PAUSED', finishDueAt: at(5) }), now)).toBe('calm')
  })
  it('puts late before urgent before what falls due next', () => {
    const late = order({ finishDueAt: at(-1) })
    const urgent = order({ urgency: 'URGENT', finishDueAt: at(300) })
    const soon = order({ finishDueAt: at(30) })
    const calm = order()
    expect([calm, soon, urgent, late].sort(byDanger(now))).toEqual([late, urgent, soon, calm])
  })
})
