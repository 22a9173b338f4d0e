import type { Deed } from '#kernel/web/offline/shelf.ts'
import type { ChecklistAnswer } from '../../schema.ts'
import type { ListedLine } from './checklist-draft.ts'

type Pending = Pick<Deed, 'path' | 'input' | 'at'>

/**
 * The lines with the answers that stand in the outbox, of writes to `path`: without them work done without a signal could
 * not go on, as what was answered would look unanswered.
 */
export function projectAnswers(
  lines: readonly ListedLine[],
  pending: readonly Pending[],
  answersPath: string,
): ListedLine[] {
  const given = new Map<string, ListedLine['executed']>()
  for (const { path, input, at } of pending) {
    if (path !== answersPath) continue
    for (const answer of input.answers as ChecklistAnswer[]) {
      const line = lines.find((one) => one.line.id === answer.lineId)?.line
      if (!line) continue
      const { result, reading = null, remark = '', photoId = null } = answer
      given.set(line.id, { line, result, reading, remark, photoId, by: '', at: new Date(at).toISOString() })
    }
  }
  return lines.map(({ line, executed }) => ({ line, executed: given.get(line.id) ?? executed }))
}
