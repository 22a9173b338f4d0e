import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPlan } from './check-plan.ts'
import { seatsInOrder } from './layouts.ts'
import { refusePlan, seatingProblems } from './problems.ts'
import { clear, place, reshape, seatAll, seatOf, swap, unseated } from './protocol-order.ts'
import type { Participant, SeatingPlan } from './schema.ts'
import { allLayouts } from './words.ts'

const ranks = ['正处级', '副处级', '科级']
const person = (id: string, rank: string | null = null, party?: 'HOST' | 'GUEST'): Participant => ({
  id,
  name: `人员${id}`,
  unit: null,
  rank,
  ...(party ? { party } : {}),
})
const emptyPlan = (seats: number, layout: SeatingPlan['layout'] = 'ROSTRUM'): SeatingPlan => ({
  layout,
  dimensions: { seats },
  evenRule: 'SECOND_AT_LEFT',
  taken: {},
})
const namesBySeat = (plan: SeatingPlan) => seatsInOrder(plan).map(({ id }) => plan.taken[id]?.id ?? null)

const meetings = fc.record({
  plan: fc
    .record({ layout: fc.constantFrom(...allLayouts), seats: fc.integer({ min: 1, max: 60 }) })
    .map(({ layout, seats }) => emptyPlan(seats, layout)),
  people: fc
    .uniqueArray(
      fc.record({
        id: fc.uuid(),
        rank: fc.constantFrom(...ranks, '未列入', null),
        party: fc.constantFrom('HOST' as const, 'GUEST' as const, undefined),
      }),
      { selector: ({ id }) => id, maxLength: 80 },
    )
    .map((people) => people.map(({ id, rank, party }) => person(id, rank, party))),
})

test('everybody is seated once or named as left over, whoever comes to whatever room', () => {
  fc.assert(
    fc.property(meetings, ({ plan, people }) => {
      const done = seatAll(plan, people, ranks)
      const seated = Object.values(done.plan.taken)
      expect(seated).toHaveLength(Math.min(people.length, plan.dimensions.seats))
      expect([...seated, ...done.remainder].map(({ id }) => id).sort()).toEqual(
        people.map(({ id }) => id).sort(),
      )
      expect(
        unseated(done.plan, people)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(done.remainder.map(({ id }) => id).sort())
      expect(checkPlan(done.plan)).toBeNull()
    }),
  )
})

test('any two swaps of the same seats give the plan as it was; no edit loses or doubles anybody', () => {
  fc.assert(
    fc.property(meetings, fc.infiniteStream(fc.nat()), ({ plan, people }, numbers) => {
      const before = seatAll(plan, people, ranks).plan
      const seats = seatsInOrder(plan).map(({ id }) => id)
      const pick = <T>(from: readonly T[]): T => from[numbers.next().value! % from.length]!
      const [one, other] = [pick(seats), pick(seats)]
      expect(swap(swap(before, one, other), one, other)).toEqual(before)
      if (people.length === 0) return
      const who = pick(people)
      const after = place(before, pick(seats), who)
      expect(checkPlan(after)).toBeNull()
      expect(seatOf(after, who.id)).toBeDefined()
      const gone = Object.keys(before.taken).length - Object.keys(after.taken).length
      // Somebody from the list either fills a chair or stands another one up, who then is on the list.
      expect(gone === 0 || gone === -1).toBe(true)
    }),
  )
})

test('by rank, then in the order given; an unlisted rank comes last', () => {
  const people = [
    person('e'),
    person('c', '科级'),
    person('a', '正处级'),
    person('d', '科级'),
    person('b', '副处级'),
  ]
  const { plan } = seatAll(emptyPlan(5), people, ranks)
  expect(namesBySeat(plan)).toEqual(['a', 'b', 'c', 'd', 'e'])
  // As the audience sees it: 5 3 1 2 4.
  expect(['R1-1', 'R1-2', 'R1-3', 'R1-4', 'R1-5'].map((id) => plan.taken[id]?.id)).toEqual([
    'e',
    'c',
    'a',
    'b',
    'd',
  ])
})

test('guests sit facing the door and hosts opposite, each by their own order; who is too many crosses over', () => {
  const people = [
    person('h1', '正处级'),
    person('g1', '科级', 'GUEST'),
    person('h2'),
    person('g2', null, 'GUEST'),
  ]
  const { plan } = seatAll(emptyPlan(6, 'BOARD'), people, ranks)
  expect(namesBySeat(plan)).toEqual(['g1', 'g2', null, 'h1', 'h2', null])
  const crowd = ['g1', 'g2', 'g3', 'g4'].map((id) => person(id, null, 'GUEST'))
  const full = seatAll(emptyPlan(4, 'BOARD'), [...crowd, person('h1')], ranks)
  expect(namesBySeat(full.plan)).toEqual(['g1', 'g2', 'h1', 'g3'])
  expect(full.remainder.map(({ id }) => id)).toEqual(['g4'])
})

test('a smaller room names who lost the seat; another layout unseats all, in order of honour', () => {
  const people = ['a', 'b', 'c', 'd'].map((id) => person(id))
  const { plan } = seatAll(emptyPlan(4), people, ranks)
  const smaller = reshape(plan, { layout: 'ROSTRUM', dimensions: { seats: 3 } })
  expect(smaller.remainder.map(({ id }) => id)).toEqual(['d'])
  expect(checkPlan(smaller.plan)).toBeNull()
  expect(reshape(plan, { layout: 'BOARD', dimensions: { seats: 4 } }).remainder.map(({ id }) => id)).toEqual([
    'a',
    'b',
    'c',
    'd',
  ])
  expect(Object.keys(clear(plan, 'R1-1').taken)).toHaveLength(3)
  expect(clear(plan).taken).toEqual({})
})

test('a plan that cannot be is refused by name', () => {
  const zhang = person('z')
  const bad = [
    { ...emptyPlan(3), taken: { 'R1-4': zhang } },
    { ...emptyPlan(3), taken: { 'R1-1': zhang, 'R1-2': zhang } },
    emptyPlan(61, 'BOARD'),
  ]
  expect(bad.map((plan) => checkPlan(plan)?.kind)).toEqual(['unknown_seat', 'seated_twice', 'too_many'])
  for (const plan of bad) {
    const problem = refusePlan(checkPlan(plan)!)
    expect(problem.status).toBe(422)
    const words = seatingProblems[problem.code]!.zh
    for (const [, name] of words.matchAll(/\{(\w+)\}/g)) expect(problem.params).toHaveProperty(name!)
  }
})
