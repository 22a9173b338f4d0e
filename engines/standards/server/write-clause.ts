import { mendWording } from '../form/mend-wording.ts'
import type { ClauseInput } from '../schema.ts'

type Line = ClauseInput['lines'][number]

/** A mandatory line, Chinese and English; numbers are kept with their units. */
export function must(text: string, textEn: string, more: Partial<Line> = {}): Line {
  return { text: mendWording(text), textEn: mendWording(textEn), mandatory: true, ...more }
}

/** A clause of a first standard: code, titles, bodies, lines. */
export function clause(
  code: string,
  titles: [string, string],
  bodies: [string, string],
  ...lines: Line[]
): ClauseInput {
  return {
    code,
    title: titles[0],
    titleEn: titles[1],
    body: mendWording(bodies[0]),
    bodyEn: mendWording(bodies[1]),
    lines,
  }
}
