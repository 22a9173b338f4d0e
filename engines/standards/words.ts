import type { Text } from '#kernel/contract/text.ts'
import { text } from '#kernel/contract/text.ts'
import type { stages } from './schema.ts'

/** How far a standard is in its life. */
export const stageWords: Record<(typeof stages)[number], Text> = {
  DRAFT: text('草拟', 'Draft'),
  IN_FORCE: text('现行', 'In force'),
  TO_IMPROVE: text('待完善', 'To be improved'),
  WITHDRAWN: text('已废止', 'Withdrawn'),
}
