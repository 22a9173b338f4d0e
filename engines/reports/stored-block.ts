import type { Block, Run } from './schema.ts'

/** What is kept of a block: what people wrote, none of what we worked out. */
export function storedBlock(block: Block): Block {
  if (block.kind === 'paragraph') {
    const runs = block.runs.map((run): Run => {
      if (run.kind === 'text') return run
      const { key: _key, shown: _shown, ...kept } = run
      return kept
    })
    return { ...block, runs }
  }
  if (block.kind === 'chart') {
    const { points: _points, ...kept } = block
    return kept
  }
  if (block.kind === 'figures' || block.kind === 'peers') {
    const { shown: _shown, ...kept } = block
    return kept
  }
  return block
}
