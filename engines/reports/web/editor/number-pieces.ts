import { numberHeadings } from '../../document/number-headings.ts'
import type { Block as DocumentBlock } from '../../document/official-document.ts'
import type { DraftSection } from './draft.ts'

/** The numbers headings will carry in print, by section id and by piece key: 一、 （一） 1. （1） */
export function numberPieces(sections: readonly DraftSection[]): Map<string, string> {
  const named: { key: string; block: DocumentBlock }[] = sections.flatMap(({ id, heading, pieces }) => [
    { key: id, block: { kind: 'heading', level: 1, text: heading } },
    ...pieces.flatMap(({ key, block }) =>
      block.kind === 'heading'
        ? [{ key, block: { kind: 'heading' as const, level: block.level as 2 | 3 | 4, text: block.text } }]
        : [],
    ),
  ])
  const numbered = numberHeadings(named.map(({ block }) => block))
  return new Map(
    named.map(({ key }, index) => {
      const block = numbered[index]
      return [key, block?.kind === 'heading' ? block.label : '']
    }),
  )
}
