import { useMemo } from 'react'
import type { Locale, Text } from '#kernel/contract/text.ts'
import { currentLocale, toTraditional, useLocale } from './locale.ts'

export type Messages = Readonly<Record<string, Text>>
export type Values = Readonly<Record<string, string | number>>

/** Collects a page's words; a missing key does not compile. */
export function defineMessages<const M extends Messages>(messages: M): M {
  return messages
}

/**
 * Puts values into `{name}`. English plurals: `{n} {n|order|orders}` takes the first word for exactly 1.
 * A name without a value stays visible, so that a mistake is seen. The blank after a number does not break a line,
 * as what follows is its unit.
 */
export function fill(template: string, values: Values = {}): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}( ?)/g, (whole, name, one, many, blank) => {
    const value = values[name]
    if (value === undefined) return whole
    if (one === undefined) return `${value}${blank && typeof value === 'number' ? '\u00a0' : blank}`
    return `${Number(value) === 1 ? one : many}${blank}`
  })
}

/** A text in one language, filled. Plain strings (names, data) come back as they are. */
export function localise(text: Text | string, locale: Locale, values?: Values): string {
  if (typeof text === 'string') return text
  if (locale === 'en') return fill(text.en, values)
  // Only our own words are turned into traditional ones; values are data and keep their characters.
  return fill(locale === 'zh-Hant' ? toTraditional(text.zh) : text.zh, values)
}

/** For code outside components. */
export function localisedNow(text: Text | string, values?: Values): string {
  return localise(text, currentLocale(), values)
}

/** Gives `t('key', { n: 3 })` for a page's words in the reader's language. */
export function useText<M extends Messages>(messages: M): (key: keyof M & string, values?: Values) => string {
  const locale = useLocale()
  return useMemo(() => (key, values) => localise(messages[key]!, locale, values), [messages, locale])
}

/** Gives the function that turns descriptor texts and data pairs into the reader's words. */
export function useLocalised(): (text: Text | string, values?: Values) => string {
  const locale = useLocale()
  return useMemo(() => (text, values) => localise(text, locale, values), [locale])
}
