import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, chooseRoute, type Facts, holds } from './choose-route.ts'

const words = fc.constantFrom('A', 'B', 'C')
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom('distance', 'amount'),
    op: fc.constantFrom('AT_LEAST', 'MORE_THAN', 'AT_MOST', 'LESS_THAN'),
    value: fc.integer({ min: 0, max: 5 }),
  }),
  fc.record({
    fact: fc.constantFrom('class'),
    op: fc.constantFrom('ONE_OF', 'NONE_OF'),
    value: fc.array(words, { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constantFrom('unit'),
    op: fc.constantFrom('WITHIN', 'NOT_WITHIN'),
    value: fc.array(words, { minLength: 1 }),
  }),
)
const routes = fc.array(fc.record({ name: fc.uuid(), conditions: fc.array(condition, { maxLength: 3 }) }))
const facts: fc.Arbitrary<Facts> = fc.record(
  {
    distance: fc.option(fc.integer({ min: 0, max: 5 })),
    amount: fc.option(fc.integer({ min: 0, max: 5 })),
    class: fc.option(words),
    unit: fc.option(fc.array(words, { minLength: 1 })),
  },
  { requiredKeys: [] },
)

describe('a route', () => {
  it('is exactly one or none: the first whose conditions all hold, and of the unknown nothing holds', () => {
    fc.assert(
      fc.property(routes, facts, (given, known) => {
        const chosen = chooseRoute(given, known)
        const fitting = given.filter(({ conditions }) => conditions.every((one) => holds(one, known)))
        expect(chosen).toBe(fitting[0] ?? null)
        // What stands behind it changes nothing, and without it the next one is taken.
        if (chosen) {
          const upTo = given.slice(0, given.indexOf(chosen) + 1)
          expect(chooseRoute(upTo, known)).toBe(chosen)
          expect(
            chooseRoute(
              given.filter((one) => one !== chosen),
              known,
            ),
          ).toBe(fitting[1] ?? null)
        }
        for (const one of given.flatMap(({ conditions }) => conditions))
          if ((known[one.fact] ?? null) === null) expect(holds(one, known)).toBe(false)
      }),
    )
  })

  it('knows opposites as opposites', () => {
    const opposite = {
      AT_LEAST: 'LESS_THAN',
      MORE_THAN: 'AT_MOST',
      AT_MOST: 'MORE_THAN',
      LESS_THAN: 'AT_LEAST',
      ONE_OF: 'NONE_OF',
      NONE_OF: 'ONE_OF',
      WITHIN: 'NOT_WITHIN',
      NOT_WITHIN: 'WITHIN',
    } as const
    fc.assert(
      fc.property(condition, facts, (one, known) => {
        fc.pre((known[one.fact] ?? null) !== null)
        expect(holds({ ...one, op: opposite[one.op] }, known)).toBe(!holds(one, known))
      }),
    )
  })
})
