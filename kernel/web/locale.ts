import { type Locale, locales } from '#kernel/contract/text.ts'
import { createStore, remember, remembered, useStore } from './store.ts'

type Convert = (text: string) => string

const same: Convert = (text) => text

function firstLocale(): Locale {
  const kept = remembered('locale')
  const known = locales.find((locale) => locale === kept)
  if (known) return known
  const wish = typeof navigator === 'undefined' ? 'zh-CN' : navigator.language
  if (/^zh-(Hant|TW|HK|MO)/i.test(wish)) return 'zh-Hant'
  return /^zh/i.test(wish) || !/^en/i.test(wish) ? 'zh-CN' : 'en'
}

const store = createStore<{ locale: Locale; toTraditional: Convert }>({
  locale: firstLocale(),
  toTraditional: same,
})

/** The reader's language now. */
export function currentLocale(): Locale {
  return store.get().locale
}

/** Turns our simplified words into the traditional ones once their table has been fetched; else leaves them. */
export function toTraditional(words: string): string {
  return store.get().toTraditional(words)
}

/** Changes the language on this device; the table of traditional characters is fetched when first needed. */
export async function setLocale(locale: Locale): Promise<void> {
  remember('locale', locale)
  await applyLocale(locale)
}

/** Loads what a language needs, then shows it. */
export async function applyLocale(locale: Locale): Promise<void> {
  let { toTraditional } = store.get()
  if (locale === 'zh-Hant' && toTraditional === same) {
    const { Converter } = await import('opencc-js/cn2t')
    toTraditional = Converter({ from: 'cn', to: 'hk' })
  }
  if (typeof document !== 'undefined') document.documentElement.lang = locale
  store.set({ locale, toTraditional })
}

/** The reader's language; renders again when it changes. */
export function useLocale(): Locale {
  return useStore(store).locale
}
