import { type TProperties, Type } from 'typebox'
import { type Text, text } from '#kernel/contract/text.ts'

/** One entity of the exchange: what it is called, where each of its fields comes from, and what is missing. */
export interface ExchangeEntity {
  title: Text
  /** By period (of what happened in it), or as it stands today. */
  kind: 'period' | 'today'
  fields: Record<string, ExchangeField>
  /** What the standard asks for that is not held here. */
  missing: Text | null
}
export interface ExchangeField {
  title: Text
  /** Table and column it comes from. */
  source: string
  schema: TProperties[string]
}

export const Words = Type.String()
export const Yuan = Type.Number()
export const Whole = Type.Integer()
/** A field as people read it; words, unless it says otherwise. */
export const field = (
  zh: string,
  en: string,
  source: string,
  schema: ExchangeField['schema'] = Words,
): ExchangeField => ({
  title: text(zh, en),
  source,
  schema,
})
