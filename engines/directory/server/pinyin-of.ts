import { pinyin } from 'pinyin-pro'

/**
 * How a name is typed on a keyboard: 财政局 → `caizhengju`, `czj`; digits and letters stay.
 * @param person reads the first character as a family name (单 is shan, not dan)
 */
export function pinyinOf(name: string, person = false): { pinyin: string; initials: string } {
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
    surname: person ? 'head' : 'off',
  })
  const words = syllables.map((word) => word.toLowerCase().replaceAll(/[^a-z0-9]/g, '')).filter(Boolean)
  return {
    pinyin: words.join(''),
    initials: words.map((word) => (/^[0-9]/.test(word) ? word : word[0])).join(''),
  }
}
