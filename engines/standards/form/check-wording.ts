import { withoutQuotes, wrongDutyWords } from './duty-words.ts'
import type { FormFinding, Place } from './finding.ts'
import { type FormRule, finding } from './rules.ts'
import { measure, partedUnit, vagueWords } from './vague-words.ts'

/** Half-width punctuation beside a Chinese character; times, decimals and codes keep theirs. */
const halfWidth = /[\p{Script=Han}”）》][ ]*[,;:?!().]|[,;:?!()][ ]*[\p{Script=Han}“（《]/gu
const unfinished = /待补充|待定|(?:^|[，。；])略。|TBD|XXX?|×{2,}|……$|同上/

const without = (words: string, except: readonly string[]) =>
  except.reduce((rest, one) => rest.replaceAll(one, '〇'), words)

/** Format and wording of one text: punctuation, units, title marks, duty words, vague words, what is unfinished. */
export function checkWording(words: string, place: Place, vague: FormRule = 'vague'): FormFinding[] {
  return [
    ...checkFormat(words, place),
    ...wrongDuties(words).map((values) => finding('duty-word', place, values)),
    ...vagueOf(words).map((found) => finding(vague, place, { found })),
  ]
}

/** The part of the check that every text goes through, also sources and titles. */
export function checkFormat(words: string, place: Place): FormFinding[] {
  const found: FormFinding[] = []
  for (const [mark] of words.matchAll(halfWidth)) found.push(finding('half-width', place, { found: mark }))
  for (const parted of words.matchAll(partedUnit)) {
    const around = words.slice(parted.index, parted.index + 6).replaceAll(/\s+/g, ' ')
    const broken = parted[2] !== ' '
    found.push(finding(broken ? 'unit-broken' : 'unit-parted', place, { found: around }))
  }
  const marks = /《[^》]*《|》》/.exec(words)
  if (marks) found.push(finding('title-marks', place, { found: marks[0] }))
  const open = unfinished.exec(words)
  if (open) found.push(finding('unfinished', place, { found: open[0] }))
  return found
}

/** Each wrong duty word once; a longer one hides the shorter within it. */
function wrongDuties(words: string): { found: string; wanted: string }[] {
  let rest = withoutQuotes(words)
  return wrongDutyWords.flatMap(({ word, use, except }) => {
    rest = without(rest, except)
    if (!rest.includes(word)) return []
    rest = rest.replaceAll(word, '〇')
    return [{ found: word, wanted: use }]
  })
}

/** Vague words in sentences that name no measure. */
function vagueOf(words: string): string[] {
  const found = new Set<string>()
  for (const sentence of withoutQuotes(words).split(/[。；;\n]/)) {
    if (measure.test(sentence)) continue
    let rest = sentence
    for (const { word, except } of vagueWords) {
      if (without(rest, except).includes(word)) found.add(word)
      rest = rest.replaceAll(word, '〇')
    }
  }
  return [...found]
}
