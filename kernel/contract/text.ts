/** A text people read, in both languages we write. Traditional Chinese is derived from `zh`. */
export interface Text {
  zh: string
  en: string
}

/** The languages a reader may choose. */
export const locales = ['zh-CN', 'zh-Hant', 'en'] as const
export type Locale = (typeof locales)[number]

/** Makes a text; `text('报修', 'Report a repair')`. */
export function text(zh: string, en: string): Text {
  return { zh, en }
}
