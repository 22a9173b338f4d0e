import type { Text } from '#kernel/contract/text.ts'
import { text } from '#kernel/contract/text.ts'
import type { families } from './schema.ts'

/** The three parts of the standard system (标准体系). */
export const familyWords: Record<(typeof families)[number], Text> = {
  GENERAL_FOUNDATION: text('服务通用基础标准', 'General foundation'),
  SERVICE_SUPPORT: text('服务保障标准', 'Service support'),
  SERVICE_PROVISION: text('服务提供标准', 'Service provision'),
}
