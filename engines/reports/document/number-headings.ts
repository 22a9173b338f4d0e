import type { Block } from './official-document.ts'

export type NumberedBlock =
  | Exclude<Block, { kind: 'heading' }>
  | (Extract<Block, { kind: 'heading' }> & { label: string })

/**
 * Gives each heading its number: 一、 then （一） then 1. then （1）; a heading starts the levels below it anew. The
 * number is plain text, so that it survives copying and every word processor shows the same.
 */
export function numberHeadings(blocks: readonly Block[]): NumberedBlock[] {
  const counts = [0, 0, 0, 0]
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    const at = block.level - 1
    const count = (counts[at] ?? 0) + 1
    counts.fill(0, at)
    counts[at] = count
    return { ...block, label: headingLabel(block.level, count) }
  })
}

function headingLabel(level: 1 | 2 | 3 | 4, count: number): string {
  if (level === 1) return `${chineseNumber(count)}、`
  if (level === 2) return `（${chineseNumber(count)}）`
  return level === 3 ? `${count}.` : `（${count}）`
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 → 一, 10 → 十, 21 → 二十一; from 100 on in Arabic digits, which no document reaches. */
export function chineseNumber(count: number): string {
  if (count >= 100) return String(count)
  const tens = Math.floor(count / 10)
  const lead = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`
  return `${lead}${DIGITS[count % 10]}`
}
