import { Converter } from 'opencc-js/t2cn'

const FULL_WIDTH_LETTER_OR_DIGIT = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g
const LINE_ENDS = /\r\n?|[\u2028\u2029]/g
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g
// Soft hyphens, marks of writing direction that telephones put around numbers, and spaces without width.
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
// Joiners hold some scripts and pictures together; after these characters they join nothing.
const IDLE_JOINER = /(?<=^|[\s\p{Script=Han}\x21-\x7E])[\u200C\u200D]+/gu
// Control characters except tab and line feed: no database text or XML may hold NUL, and no person typed the others.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/g

/** What a person meant to type: half-width digits, letters and spaces, trimmed, without invisible characters. */
export function cleanCell(raw: string): { text: string; removed: number } {
  const joined = raw.replace(LINE_ENDS, '\n')
  const printable = joined.isWellFormed() ? joined : joined.toWellFormed().replaceAll('\uFFFD', '')
  const safe = printable.replace(CONTROL, '')
  const text = safe
    .replace(FULL_WIDTH_LETTER_OR_DIGIT, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(IDLE_JOINER, '')
    .trim()
  return { text, removed: joined.length - safe.length }
}

const simplified = Converter({ from: 'hk', to: 'cn' })

/** The form in which two words are the same whoever typed them: `財政 局` is `财政局`, `（㎡）` is `(m2)`. */
export function wordKey(words: string): string {
  return simplified(cleanCell(words).text.normalize('NFKC')).toLowerCase().replace(/\s/g, '')
}

/** The form in which two headings are the same: `*完成 時間（必填）：` is `完成时间`. */
export function headingKey(heading: string): string {
  return wordKey(heading)
    .replace(/[*:]/g, '')
    .replace(/\((必填|选填|必须|required|optional)\)$/, '')
}
