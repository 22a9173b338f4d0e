import type { Ctx } from '#kernel/context.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { citeValue, consequence, judgeValue, limitWords, sourceWords } from '../judge-value.ts'
import { resolveValues } from '../resolve-values.ts'
import type { Mark, Outcome, RuleCheck, RuleRead, RuleUnit, Verdict } from '../value.ts'
import { type RuleBook, readBook } from './read-values.ts'
import { today } from './today.ts'

const sameWord = (id: string) => text(id, id)

/** Only asks, and remembers nothing: for forms that show the limit beside the field. In the order of the checks. */
export async function readVerdicts(ctx: Ctx, { checks, reads, unitId }: Asked): Promise<Verdict[]> {
  const [verdicts] = await readVerdictsOfMany(ctx, [{ checks, reads, unitId }])
  return verdicts!
}

interface Asked {
  checks: readonly RuleCheck[]
  /** Come after the checks. */
  reads?: readonly RuleRead[] | undefined
  unitId?: string | undefined
}

/** The same for many objects: the values are read once for each unit whose own limits count. */
export async function readVerdictsOfMany(ctx: Ctx, asked: readonly Asked[]): Promise<Verdict[][]> {
  const ruleIds = asked.flatMap(({ checks, reads = [] }) => [...checks, ...reads].map(({ ruleId }) => ruleId))
  const books = new Map<string | undefined, RuleBook>()
  for (const unitId of new Set(asked.map((one) => one.unitId)))
    books.set(unitId, await readBook(ctx, ruleIds, unitId))
  return asked.map((one) => judgeAll(ctx, books.get(one.unitId)!, one))
}

function judgeAll(ctx: Ctx, book: RuleBook, { checks, reads = [] }: Asked): Verdict[] {
  const { jurisdictions } = book
  const known = (ruleId: string) =>
    book.rule(ruleId) ?? { name: { id: ruleId, title: sameWord(ruleId) }, values: [] }
  return [
    ...checks.map(({ ruleId, key, value, on, operands }) => {
      const { name, values } = known(ruleId)
      return judgeValue(name, values, { key, value, operands, on: on ?? today(ctx), jurisdictions })
    }),
    ...reads.map(({ ruleId, key, on, outcome = 'OK' }) => {
      const { name, values } = known(ruleId)
      return citeValue(name, values, { key, on: on ?? today(ctx), jurisdictions }, outcome)
    }),
  ]
}

export interface Limit {
  value: number
  op: 'max' | 'min' | 'eq'
  unit: RuleUnit
  /** “不超过 4 小时”, with what it is about. */
  words: Text
  source: Text
  mark: Mark
  /** What comes of going beyond it. */
  beyond: Outcome
  valueId: string
}

/**
 * The value in force itself, the strictest where several count: 240 minutes of driving, 20 of rest.
 * @param more what a formula needs, and the unit whose own limits count too
 * @returns null when no value is known, or an operand of its formula is not
 */
export async function readLimit(
  ctx: Ctx,
  ruleId: string,
  key: Record<string, string>,
  on: string = today(ctx),
  more: { operands?: Record<string, number>; unitId?: string } = {},
): Promise<Limit | null> {
  const book = await readBook(ctx, [ruleId], more.unitId)
  const question = { key, on, jurisdictions: book.jurisdictions, operands: more.operands }
  const counting = resolveValues(book.rule(ruleId)?.values ?? [], question).at(-1)
  if (!counting) return null
  const { value, op, limit } = counting
  return {
    value: limit,
    op,
    unit: value.unit,
    words: limitWords(counting),
    source: sourceWords(value),
    mark: value.source.mark,
    beyond: consequence[value.effect],
    valueId: value.id,
  }
}
