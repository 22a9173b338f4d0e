import { type Text, text } from '#kernel/contract/text.ts'
import { keyWords } from './key-words.ts'
import { type Question, type Resolved, resolveValues } from './resolve-values.ts'
import {
  type Outcome,
  outcomes,
  type RuleName,
  type RuleUnit,
  type RuleValue,
  type Verdict,
} from './value.ts'
import { amountWords, markWords, opWords } from './words.ts'

/** So that 0.1 + 0.2 is not more than 0.3. */
const tolerance = 1e-9

function isBeyond({ op, limit }: Resolved, asked: number): boolean {
  const difference = asked - limit
  if (Math.abs(difference) <= tolerance) return false
  return op === 'eq' || (op === 'max' ? difference > 0 : difference < 0)
}

/** What comes of a value's effect. */
export const consequence = { block: 'BLOCK', warn: 'WARN', info: 'INFO' } as const
export const rankOf = (outcome: Outcome) => outcomes.indexOf(outcome)

/** The worst of several; OK for none. */
export function worstOf(verdicts: readonly { outcome: Outcome }[]): Outcome {
  return verdicts.reduce<Outcome>(
    (worst, { outcome }) => (rankOf(outcome) > rankOf(worst) ? outcome : worst),
    'OK',
  )
}

/** Where a value comes from, with how sure that is. */
export function sourceWords({ source }: RuleValue): Text {
  const name = [source.title, source.docNo, source.article].filter(Boolean)
  return text(
    `〔${name.join(' ')}，${markWords[source.mark].zh}〕`,
    `[${name.join(', ')}; ${markWords[source.mark].en}]`,
  )
}

/** “机要通信用车：不超过 120000 元”: what is allowed. */
export function limitWords({ value, op, limit }: Resolved): Text {
  const amount = amountWords(limit, value.unit)
  const key = keyWords(value.key)
  const allowed = text(`${opWords[op].zh}${amount.zh}`, `${opWords[op].en} ${amount.en}`)
  return key ? text(`${key.zh}${allowed.zh}`, `${key.en}: ${allowed.en}`) : allowed
}

function sentence(rule: RuleName, resolved: Resolved, asked: number, beyond: boolean): Text {
  const allowed = limitWords(resolved)
  const { unit } = resolved.value
  const given = amountWords(asked, unit)
  const head = text(`${rule.title.zh}：${allowed.zh}`, `${rule.title.en}: ${allowed.en}`)
  if (!beyond) return text(`${head.zh}；现为${given.zh}，符合。`, `${head.en}; ${given.en} is within it.`)
  const gap = amountWords(Math.abs(Math.round((asked - resolved.limit) * 1e6) / 1e6), unit)
  if (resolved.op === 'eq')
    return text(`${head.zh}；现为${given.zh}，不一致。`, `${head.en}; ${given.en} differs.`)
  return resolved.op === 'max'
    ? text(`${head.zh}；现为${given.zh}，超出${gap.zh}。`, `${head.en}; ${given.en} is ${gap.en} too much.`)
    : text(`${head.zh}；现为${given.zh}，还差${gap.zh}。`, `${head.en}; ${given.en} is ${gap.en} short.`)
}

const madeOfIt: Readonly<Record<Outcome, Text>> = {
  OK: text('按此办理。', 'Worked by.'),
  INFO: text('据此提示。', 'Told by it.'),
  WARN: text('据此提醒。', 'Warned by it.'),
  BLOCK: text('据此未予办理。', 'Refused by it.'),
}

/** A value that was worked with: the strictest in force, and what was made of it. */
export function citeValue(
  rule: RuleName,
  values: readonly RuleValue[],
  question: Question,
  outcome: Outcome,
): Verdict {
  const counting = resolveValues(values, question).at(-1)
  if (!counting) return { ...unknown(rule, 0, values[0]?.unit ?? 'PIECE'), value: null }
  const allowed = limitWords(counting)
  const made = madeOfIt[outcome]
  return {
    ruleId: rule.id,
    outcome,
    value: counting.limit,
    limit: counting.limit,
    unit: counting.value.unit,
    words: text(`${rule.title.zh}：${allowed.zh}；${made.zh}`, `${rule.title.en}: ${allowed.en}. ${made.en}`),
    source: sourceWords(counting.value),
    mark: counting.value.source.mark,
    valueIds: [counting.value.id],
  }
}

/** Nothing is known that limits it: that is allowed, and said. */
function unknown(rule: RuleName, asked: number, unit: RuleUnit): Verdict {
  return {
    ruleId: rule.id,
    outcome: 'OK',
    value: asked,
    limit: null,
    unit,
    words: text(`${rule.title.zh}：没有适用的限值。`, `${rule.title.en}: no limit applies.`),
    source: text('', ''),
    mark: null,
    valueIds: [],
  }
}

/** What the values in force say of one number: the worst of those that count, the nearest where they agree. */
export function judgeValue(
  rule: RuleName,
  values: readonly RuleValue[],
  question: Question & { value: number },
): Verdict {
  const counting = resolveValues(values, question)
  const judged = counting.map((resolved) => {
    const beyond = isBeyond(resolved, question.value)
    return { resolved, beyond, outcome: beyond ? consequence[resolved.value.effect] : ('OK' as const) }
  })
  const worst = judged.reduceRight<(typeof judged)[number] | null>(
    (best, one) => (!best || rankOf(one.outcome) > rankOf(best.outcome) ? one : best),
    null,
  )
  if (!worst) return unknown(rule, question.value, values[0]?.unit ?? 'PIECE')
  const { value, limit } = worst.resolved
  return {
    ruleId: rule.id,
    outcome: worst.outcome,
    value: question.value,
    limit,
    unit: value.unit,
    words: sentence(rule, worst.resolved, question.value, worst.beyond),
    source: sourceWords(value),
    mark: value.source.mark,
    valueIds: counting.map((one) => one.value.id),
  }
}
