import { type Seat, seatsInOrder } from './layouts.ts'
import type { Participant, SeatingPlan } from './schema.ts'

/** People by rank (`ranks`: highest first), and within a rank as given. A rank not on the list comes after all. */
export function orderPeople(people: readonly Participant[], ranks: readonly string[]): Participant[] {
  const place = new Map(ranks.map((rank, index) => [rank, index]))
  const of = ({ rank }: Participant) => (rank === null ? undefined : place.get(rank)) ?? ranks.length
  return [...people].sort((a, b) => of(a) - of(b))
}

/**
 * Seats everybody anew by protocol order. Where two sides meet, guests take the guests' seats and the others the
 * hosts'; who finds no seat of the own side takes what is free. `remainder`: those for whom there is no chair, in order.
 */
export function seatAll(
  plan: SeatingPlan,
  people: readonly Participant[],
  ranks: readonly string[],
): { plan: SeatingPlan; remainder: Participant[] } {
  const free = seatsInOrder(plan)
  const taken: Record<string, Participant> = {}
  const take = (person: Participant, may: (seat: Seat) => boolean): boolean => {
    const at = free.findIndex(may)
    if (at < 0) return false
    taken[free.splice(at, 1)[0]!.id] = person
    return true
  }
  const twoSides = people.some(({ party }) => party === 'GUEST')
  const waiting = orderPeople(people, ranks).filter(
    (person) => !take(person, (seat) => !twoSides || isFor(seat, person)),
  )
  const remainder = waiting.filter((person) => !take(person, () => true))
  return { plan: { ...plan, taken }, remainder }
}

function isFor({ side }: Seat, { party }: Participant): boolean {
  if (side === 'GUEST') return party === 'GUEST'
  return side !== 'HOST' || party !== 'GUEST'
}

/** Those of `people` who have no seat, in the order given. */
export function unseated(plan: SeatingPlan, people: readonly Participant[]): Participant[] {
  const seated = new Set(Object.values(plan.taken).map(({ id }) => id))
  return people.filter(({ id }) => !seated.has(id))
}

/** The seat somebody has, if any. */
export function seatOf(plan: SeatingPlan, personId: string): string | undefined {
  return Object.entries(plan.taken).find(([, { id }]) => id === personId)?.[0]
}

/**
 * Puts somebody on a seat. Whoever sits there changes places with them, or is unseated when they come from the list.
 */
export function place(plan: SeatingPlan, seatId: string, person: Participant): SeatingPlan {
  const from = seatOf(plan, person.id)
  if (from !== undefined) return swap(plan, from, seatId)
  return { ...plan, taken: { ...plan.taken, [seatId]: person } }
}

/** Two seats change what they hold, whether somebody or nobody. */
export function swap(plan: SeatingPlan, one: string, other: string): SeatingPlan {
  const { [one]: first, [other]: second, ...rest } = plan.taken
  if (one === other) return plan
  return {
    ...plan,
    taken: { ...rest, ...(second ? { [one]: second } : {}), ...(first ? { [other]: first } : {}) },
  }
}

/** Empties one seat, or all of them. */
export function clear(plan: SeatingPlan, seatId?: string): SeatingPlan {
  if (seatId === undefined) return { ...plan, taken: {} }
  const { [seatId]: _left, ...taken } = plan.taken
  return { ...plan, taken }
}

/**
 * Another layout or size. People keep their seats where these still exist; `remainder` are those whose seat is gone, in
 * order of the seats they had.
 */
export function reshape(
  plan: SeatingPlan,
  to: Pick<SeatingPlan, 'layout' | 'dimensions'>,
): { plan: SeatingPlan; remainder: Participant[] } {
  const next = { ...plan, ...to }
  // Seats of different layouts share names but not their meaning.
  const kept = to.layout === plan.layout ? new Set(seatsInOrder(next).map(({ id }) => id)) : new Set<string>()
  const remainder = seatsInOrder(plan).flatMap(({ id }) => {
    const person = plan.taken[id]
    return person && !kept.has(id) ? [person] : []
  })
  const taken = Object.fromEntries(Object.entries(plan.taken).filter(([id]) => kept.has(id)))
  return { plan: { ...next, taken }, remainder }
}
