import { Converter } from 'opencc-js/cn2t'
import { type Locale, locales, type Text } from '../contract/text.ts'

const traditional = Converter({ from: 'cn', to: 'hk' })

/** A text in the reader's language; Traditional Chinese is derived. */
export function sayText(text: Text, locale: Locale): string {
  if (locale === 'en') return text.en
  return locale === 'zh-Hant' ? traditional(text.zh) : text.zh
}

/** Puts values into `{name}` places. */
export function fillText(words: string, params: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place))
}

/** The reader's language from `Accept-Language`; Simplified Chinese when nothing fits. */
export function localeFrom(header: string | undefined): Locale {
  const wanted = (header ?? '').split(',').map((part) => part.split(';')[0]!.trim().toLowerCase())
  for (const tag of wanted) {
    if (/^zh-(hant|tw|hk|mo)/.test(tag)) return 'zh-Hant'
    if (tag.startsWith('zh')) return 'zh-CN'
    if (tag.startsWith('en')) return 'en'
  }
  return locales[0]
}
