import type { ChecklistAnswer, ChecklistLine } from '#engines/standards/schema.ts'

/** Answers under which every line of a checklist is in order: readings at their limit, what wants a photo does not apply. */
export function answersTo(lines: readonly ChecklistLine[]): ChecklistAnswer[] {
  return lines.map(({ id, needsPhoto, limit }) => ({
    lineId: id,
    result: needsPhoto ? 'NA' : 'OK',
    ...(limit ? { reading: limit.min ?? limit.max } : {}),
  }))
}
