import { formulaOf } from './formulas.ts'
import { effects, type Key, type RuleValue } from './value.ts'

/** What is asked: of which key, on which day, under which jurisdictions (the farthest first). */
export interface Question {
  key: Key
  on: string
  jurisdictions: readonly string[]
  operands?: Readonly<Record<string, number>> | undefined
}

/** A value that counts, and the limit it comes to. */
export interface Resolved {
  value: RuleValue
  op: 'max' | 'min' | 'eq'
  limit: number
}

/** How many dimensions of the key a value names; null when it is about something else. */
function closeness(value: RuleValue, key: Key): number | null {
  let named = 0
  for (const [dimension, wanted] of Object.entries(value.key)) {
    if (wanted === '*') continue
    if (key[dimension] !== wanted) return null
    named++
  }
  return named
}

const inForce = ({ from, to }: RuleValue, on: string) => from <= on && (to === null || on < to)

/** The limit a value comes to; null where an operand of its formula is not known. */
export function limitOf(value: RuleValue, operands: Question['operands']): Resolved | null {
  const formula = formulaOf(value.formula)
  if (!formula) return value.value === null ? null : { value, op: value.op as 'max', limit: value.value }
  const given = operands ?? {}
  if (Object.keys(formula.operands).some((name) => !Number.isFinite(given[name]))) return null
  return { value, op: formula.op, limit: formula.compute(given) }
}

/** Whether `one` allows less than `other`; limits that say different kinds of things cannot be compared. */
export function isStricter(one: Resolved, other: Resolved): boolean {
  if (one.op !== other.op || one.value.unit !== other.value.unit) return false
  if (one.op === 'max') return one.limit < other.limit
  return one.op === 'min' && one.limit > other.limit
}

const strength = ({ value }: Resolved) => effects.indexOf(value.effect)

/** Of several values of one place that fit, the one that names most; among equals the strictest, then the strongest. */
function bestOf(found: { resolved: Resolved; named: number }[]): Resolved | null {
  const most = Math.max(...found.map(({ named }) => named))
  const [first, ...rest] = found.filter(({ named }) => named === most).map(({ resolved }) => resolved)
  if (!first) return null
  return rest.reduce(
    (best, one) =>
      isStricter(one, best) || (one.limit === best.limit && strength(one) > strength(best)) ? one : best,
    first,
  )
}

/**
 * The values that count, the nearest last. From the country inwards, a nearer one takes the place of a farther one only
 * when it is stricter, or says that it overrides; what is stricter but has less effect stands beside it, so that a
 * local hint does not lift a national prohibition. Source: rules.md, order unit → district → city → province → national.
 */
export function resolveValues(values: readonly RuleValue[], question: Question): Resolved[] {
  let counting: Resolved[] = []
  for (const jurisdiction of question.jurisdictions) {
    const fitting = values.flatMap((value) => {
      if (value.jurisdiction !== jurisdiction || !inForce(value, question.on)) return []
      const named = closeness(value, question.key)
      const resolved = named === null ? null : limitOf(value, question.operands)
      return resolved ? [{ resolved, named: named! }] : []
    })
    const near = bestOf(fitting)
    if (!near) continue
    if (near.value.overrides) counting = [near]
    else if (counting.every((far) => isStricter(near, far)))
      counting = [...counting.filter((far) => strength(far) > strength(near)), near]
  }
  return counting
}
