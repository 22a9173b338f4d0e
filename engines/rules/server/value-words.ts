import { type Text, text } from '#kernel/contract/text.ts'
import { formulaOf } from '../formulas.ts'
import type { RuleValue } from '../value.ts'
import { amountWords, opWords } from '../words.ts'

/** “不超过 120,000元”, or the formula as people read it; without what it is about. */
export function valueWords({ op, value, formula, unit }: RuleValue): Text {
  const named = formulaOf(formula)
  if (named) return named.words
  if (value === null) return text('', '')
  const amount = amountWords(value, unit)
  return text(`${opWords[op].zh}${amount.zh}`, `${opWords[op].en} ${amount.en}`)
}
