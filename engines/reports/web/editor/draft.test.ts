import { describe, expect, it } from 'vitest'
import type { Block, Section } from '../../schema.ts'
import { bothOf, draftOf, movedPiece, refreshed, writtenIn } from './draft.ts'

const paragraph = (words: string): Block => ({ kind: 'paragraph', runs: [{ kind: 'text', text: words }] })
const section = (version: number, ...words: string[]): Section => ({
  id: '00000000-0000-0000-0000-000000000001',
  position: 0,
  role: 'done',
  heading: '工作完成情况',
  version,
  changedAt: '2026-03-02T01:00:00Z',
  changedBy: '温如新',
  blocks: words.map(paragraph),
})

describe('a draft', () => {
  it('is the same when only numbers were worked out anew', () => {
    const figure: Block = {
      kind: 'paragraph',
      runs: [{ kind: 'figure', metric: 'units.count', shown: '30家', key: 'k' }],
    }
    const draft = draftOf({ ...section(1), blocks: [figure] })
    const later = refreshed(draft, {
      ...section(2),
      blocks: [{ ...figure, runs: [{ kind: 'figure', metric: 'units.count', shown: '31家' }] }],
    })
    expect(writtenIn(later)).toBe(writtenIn(draft))
    expect([later.version, later.pieces[0]?.key]).toEqual([2, draft.pieces[0]?.key])
  })

  it('loses nobody’s words when two people wrote at once', () => {
    const mine = draftOf(section(1, '共同的一段', '我写的一段'))
    const both = bothOf(mine, section(2, '共同的一段', '别人写的一段'))
    const words = both.pieces.map(({ block }) => JSON.stringify(block).match(/[\u4e00-\u9fff]+/)?.[0])
    expect(words).toEqual(['共同的一段', '别人写的一段', '我写的一段'])
    expect(both.version).toBe(2)
  })

  it('moves its pieces within its bounds', () => {
    const draft = draftOf(section(1, '一', '二'))
    const [first, second] = draft.pieces
    expect(movedPiece(draft, second!.key, -1).pieces).toEqual([second, first])
    expect(movedPiece(draft, first!.key, -1)).toBe(draft)
  })
})
