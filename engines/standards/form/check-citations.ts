import { abolishedStandards } from './abolished-standards.ts'
import type { FormContext, FormFinding, FormVersion, Place } from './finding.ts'
import { finding } from './rules.ts'

const dash = '\\s*[-‐–—－]+\\s*'
const escaped = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Each abolished standard with the pattern that finds it, whatever dash and spacing people use: `GB/T24421.1～.4—2009`. */
const patterns = abolishedStandards.map((one) => {
  const part = one.parts.length > 0 ? '((?:\\.\\d)?(?:\\s*[~～至、–—-]+\\s*\\.?\\d)?)' : '()'
  const number = escaped(one.number).replace(' ', '\\s*')
  return { ...one, pattern: new RegExp(`${number}${part}${dash}${one.year}`, 'g') }
})

/** Standards that are cited and abolished, in one text. */
export function checkCitations(words: string, place: Place, { withdrawn }: FormContext): FormFinding[] {
  const national = patterns.flatMap(({ pattern, number, nextYear, mark }) =>
    [...words.matchAll(pattern)].map(([found, part]) =>
      finding('abolished', place, { found, wanted: `${number}${part}-${nextYear}`, mark }),
    ),
  )
  const own = withdrawn
    .filter((code) => new RegExp(`(?<![\\w/.-])${escaped(code)}(?![\\w/-])`).test(words))
    .map((code) => finding('own-withdrawn', place, { found: code }))
  return [...national, ...own]
}

/** National standards that clauses cite and the references do not name. */
export function checkReferences({ parts, clauses }: FormVersion): FormFinding[] {
  const bare = (words: string) => words.replaceAll(/\s/g, '')
  const named = bare(parts.find(({ part }) => part === 'REFERENCES')?.body ?? '')
  const seen = new Set<string>()
  return clauses.flatMap(({ code, body }, clause) =>
    [...body.matchAll(/(?:GB|DB|JGJ|GBZ)\d*(?:\/T)?\s*\d+(?:\.\d+)?/g)].flatMap(([found]) => {
      if (named.includes(bare(found)) || seen.has(bare(found))) return []
      seen.add(bare(found))
      return [finding('reference-missing', { clause, code }, { found })]
    }),
  )
}
