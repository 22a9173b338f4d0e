import type { RawBuilder } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { Span } from '../month.ts'

/**
 * One kind of exception supervision looks for. `sql` selects `id` (uuid, one a case), `at` (the moment that puts it into
 * the period), `label` (what a person calls it), `trip_id` (or null) and `params` (jsonb for the words: numbers, strings, or a sentence in both languages). One whose limits are the rules engine's asks that first. Further key
 * points (物资采购、服务采购、资产处置) add their own list of the same shape.
 */
export interface Check {
  code: string
  title: Text
  /** What is looked for, and on what ground, with its mark. */
  ground: Text
  weight: 'RED' | 'YELLOW'
  /** `{name}` stands for a param. */
  detail: Text
  sql: (span: Span, ctx: Ctx) => RawBuilder<unknown> | Promise<RawBuilder<unknown>>
  /** Where a case without a trip opens. */
  href?: (id: string) => string
}
