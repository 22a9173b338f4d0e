import type { Comparison } from './words.ts'

/** What is known of a matter: words, numbers, and of a unit its own id with those above it. */
export type Facts = Readonly<Record<string, string | number | readonly string[] | null | undefined>>

export interface Condition {
  fact: string
  op: Comparison
  value: number | string[]
}

type Known = string | number | readonly string[]

const tests: Record<Comparison, (known: Known, value: Condition['value']) => boolean> = {
  WITHIN: (known, value) => [known].flat().some((one) => [value].flat().includes(one as never)),
  NOT_WITHIN: (known, value) => !tests.WITHIN(known, value),
  ONE_OF: (known, value) => [value].flat().includes(known as never),
  NONE_OF: (known, value) => !tests.ONE_OF(known, value),
  AT_LEAST: (known, value) => Number(known) >= Number(value),
  MORE_THAN: (known, value) => Number(known) > Number(value),
  AT_MOST: (known, value) => Number(known) <= Number(value),
  LESS_THAN: (known, value) => Number(known) < Number(value),
}

/** Whether one condition holds. Of what is not known nothing holds, neither that it is nor that it is not. */
export function holds({ fact, op, value }: Condition, facts: Facts): boolean {
  const known = Object.hasOwn(facts, fact) ? facts[fact] : null
  if (known === null || known === undefined) return false
  return tests[op](known, value)
}

/** The first route, in the order given, all of whose conditions hold; null where none does. */
export function chooseRoute<R extends { conditions: readonly Condition[] }>(
  routes: readonly R[],
  facts: Facts,
): R | null {
  return routes.find(({ conditions }) => conditions.every((one) => holds(one, facts))) ?? null
}
