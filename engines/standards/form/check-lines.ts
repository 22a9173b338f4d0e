import { checkCitations } from './check-citations.ts'
import { checkWording } from './check-wording.ts'
import { bareOfCompounds } from './duty-words.ts'
import type { FormContext, FormFinding, FormLine, Place } from './finding.ts'
import { finding } from './rules.ts'
import { reading } from './vague-words.ts'

/** What shows that a line states a result: done, none, complete, in order, a number. */
const result =
  /已|未|无|有|均|不|齐|好|净|正常|到位|一致|清|合格|完|稳|畅|可用|符合|在位|在岗|对称|正确|准确|达|[0-9一二两三四五六七八九十]/

/** The lines of one clause: statements that can be met or not, each once. `seen` holds those of the clauses before. */
export function checkLines(
  lines: readonly FormLine[],
  place: Place,
  context: FormContext,
  seen: Set<string>,
): FormFinding[] {
  if (lines.length === 0) return [finding('clause-without-line', place)]
  return lines.flatMap((line, index) => {
    const words = line.text.trim()
    if (words === '') return []
    const at = { ...place, line: index }
    const found = [
      ...checkStatement(line, at),
      ...checkWording(words, at, 'vague-line'),
      ...checkCitations(words, at, context),
    ]
    if (seen.has(words)) found.push(finding('line-repeated', at, { found: words }))
    seen.add(words)
    return found
  })
}

function checkStatement({ text, mandatory, limit }: FormLine, at: Place): FormFinding[] {
  const words = text.trim()
  if (/[?？吗]$|^是否|有没有/.test(words)) return [finding('line-question', at)]
  if (words.replaceAll(/[\s\p{P}]/gu, '').length < 4) return [finding('line-short', at, { found: words })]
  const found: FormFinding[] = []
  const duty = /不得|应|宜/.exec(bareOfCompounds(words))
  if (duty) found.push(finding('line-duty', at, { found: duty[0] }))
  else if (!result.test(words)) found.push(finding('line-no-result', at))
  if (/[；;。].+/.test(words) || words.length > 60) found.push(finding('line-compound', at))
  const measured = reading.exec(words)
  if (measured && mandatory && !limit) found.push(finding('line-measure', at, { found: measured[0] }))
  return found
}
