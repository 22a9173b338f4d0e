import type { Text } from '#kernel/contract/text.ts'
import type { Field } from '../fields.ts'
import type { FormulaName } from '../formulas.ts'
import type { Effect, Key, Mark, Op, RuleUnit, Source } from '../value.ts'

/** One value as a release brings it. */
export interface ValueSeed {
  key: Key
  op: Op
  value: number | null
  formula: FormulaName | null
  unit: RuleUnit
  effect: Effect
  jurisdiction: string
  from: string
  to: string | null
  source: Source
}

/** One rule as a release brings it: what it is called, where it bites, what to mind. */
export interface RuleSeed {
  id: string
  title: Text
  uses: Text
  note: Text | null
  values: ValueSeed[]
}
export interface FieldSeed {
  field: Field
  rules: RuleSeed[]
}

/** The day a copy was last looked at; the statutes [A] were read in a collection of this date. */
const lookedAt: Record<Mark, string> = { A: '2025-04-19', B: '2026-11-20', C: '2026-11-20' }

/** A document in force from a day; `A`, `B`, `C` cite it with that mark. `seen` is where the copy stood. */
export function paper(title: string, docNo: string, from: string, seen = '') {
  const cite =
    (mark: Mark) =>
    (article = '', url = mark === 'B' ? seen : ''): Cited => ({
      from,
      source: { title, docNo, article, url, mark, checkedOn: lookedAt[mark] },
    })
  return { A: cite('A'), B: cite('B'), C: cite('C') }
}
export interface Cited {
  from: string
  source: Source
}

interface More {
  /** Else by the mark: A stops, B warns, C informs. */
  effect?: Effect
  from?: string
  to?: string
  jurisdiction?: string
}
const usual = { A: 'block', B: 'warn', C: 'info' } as const

function seed(
  op: Op,
  key: Key,
  limit: number | FormulaName,
  unit: RuleUnit,
  cited: Cited,
  more: More,
): ValueSeed {
  return {
    key,
    op,
    value: typeof limit === 'number' ? limit : null,
    formula: typeof limit === 'number' ? null : limit,
    unit,
    effect: more.effect ?? usual[cited.source.mark],
    jurisdiction: more.jurisdiction ?? 'CN',
    from: more.from ?? cited.from,
    to: more.to ?? null,
    source: cited.source,
  }
}

export const max = (key: Key, limit: number, unit: RuleUnit, cited: Cited, more: More = {}) =>
  seed('max', key, limit, unit, cited, more)
export const min = (key: Key, limit: number, unit: RuleUnit, cited: Cited, more: More = {}) =>
  seed('min', key, limit, unit, cited, more)
export const eq = (key: Key, limit: number, unit: RuleUnit, cited: Cited, more: More = {}) =>
  seed('eq', key, limit, unit, cited, more)
export const byFormula = (key: Key, name: FormulaName, unit: RuleUnit, cited: Cited, more: More = {}) =>
  seed('formula', key, name, unit, cited, more)

export const rule = (
  id: string,
  title: Text,
  uses: Text,
  values: ValueSeed[],
  note: Text | null = null,
): RuleSeed => ({
  id,
  title,
  uses,
  note,
  values,
})

/** A number for each of several keys that differ in one dimension. */
export function each(
  dimension: string,
  limits: Readonly<Record<string, number>>,
  make: (key: Key, limit: number) => ValueSeed,
): ValueSeed[] {
  return Object.entries(limits).map(([name, limit]) => make({ [dimension]: name }, limit))
}
