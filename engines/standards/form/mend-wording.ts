import { partedUnit } from './vague-words.ts'

const fullWidth: Record<string, string> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '.': '。',
}
const after = /([\p{Script=Han}”）》])[ ]*([,;:?!().])[ ]?/gu
const before = /([,;:?!()])[ ]*(?=[\p{Script=Han}“（《])/gu

/**
 * Mends what needs no thought: full-width punctuation beside Chinese characters, and a space that does not break
 * between a number and its unit. Words are left alone. Mending twice changes nothing more.
 */
export function mendWording(words: string): string {
  let mended = words
  // A mark that was mended may stand beside the next one.
  for (let last = ''; last !== mended; ) {
    last = mended
    mended = mended
      .replaceAll(after, (_, character: string, mark: string) => character + fullWidth[mark])
      .replaceAll(before, (_, mark: string) => fullWidth[mark]!)
  }
  return mended.replaceAll(partedUnit, '$1\u00a0')
}
