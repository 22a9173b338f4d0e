import { uuidv7 } from 'uuidv7'
import type { Block, Section, SectionRole } from '../../schema.ts'
import { storedBlock } from '../../stored-block.ts'

/** A block under a name of its own while it is edited, so that the page follows it when it moves. */
export interface Piece {
  key: string
  block: Block
}

/** A section as it is being written. */
export interface DraftSection {
  id: string
  role: SectionRole
  version: number
  heading: string
  pieces: Piece[]
}

export const pieceOf = (block: Block): Piece => ({ key: uuidv7(), block })

export function draftOf(section: Section): DraftSection {
  const { id, role, version, heading, blocks } = section
  return { id, role, version, heading, pieces: blocks.map(pieceOf) }
}

/** What would be kept, as text: two drafts with the same are the same. */
export function writtenIn({ heading, pieces }: Pick<DraftSection, 'heading' | 'pieces'>): string {
  return JSON.stringify({ heading, blocks: pieces.map(({ block }) => storedBlock(block)) })
}

/** The server's numbers for a draft nobody changed meanwhile; pieces keep their names. */
export function refreshed(draft: DraftSection, { version, blocks }: Section): DraftSection {
  const pieces = draft.pieces.map((piece, index) => {
    const block = blocks[index]
    return block && block.kind === piece.block.kind && block.kind !== 'heading' ? { ...piece, block } : piece
  })
  return { ...draft, version, pieces }
}

/** Replaces one piece by none, one or several. */
export function withPiece(draft: DraftSection, key: string, next: readonly Piece[]): DraftSection {
  return { ...draft, pieces: draft.pieces.flatMap((piece) => (piece.key === key ? next : [piece])) }
}

/** Moves a piece up (-1) or down (1); at the edge it stays. */
export function movedPiece(draft: DraftSection, key: string, step: -1 | 1): DraftSection {
  const at = draft.pieces.findIndex((piece) => piece.key === key)
  const to = at + step
  if (at < 0 || to < 0 || to >= draft.pieces.length) return draft
  const pieces = [...draft.pieces]
  const [piece] = pieces.splice(at, 1)
  pieces.splice(to, 0, piece!)
  return { ...draft, pieces }
}

/** Both versions: the newest as it is, then what stands in mine only. Nobody's words are lost. */
export function bothOf(mine: DraftSection, newest: Section): DraftSection {
  const theirs = draftOf(newest)
  const known = new Set(theirs.pieces.map(({ block }) => JSON.stringify(storedBlock(block))))
  const own = mine.pieces.filter(({ block }) => !known.has(JSON.stringify(storedBlock(block))))
  return { ...theirs, pieces: [...theirs.pieces, ...own] }
}
