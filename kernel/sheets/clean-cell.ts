const FULL_WIDTH_LETTER_OR_DIGIT = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g
const SPACES = /[\u00A0\u2002-\u200A\u202F\u3000]/g
const INVISIBLE = /[\u200B\u2060\uFEFF]/g
// Control characters except tab and line feed: no database text or XML may hold NUL, and no person typed the others.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being removed
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFE\uFFFF]/g

/** What a person meant to type: half-width digits, letters and spaces, trimmed, without invisible characters. */
export function cleanCell(raw: string): { text: string; removed: number } {
  const joined = raw.replace(/\r\n?/g, '\n')
  const printable = joined.isWellFormed() ? joined : joined.toWellFormed().replaceAll('\uFFFD', '')
  const safe = printable.replace(CONTROL, '')
  const text = safe
    .replace(FULL_WIDTH_LETTER_OR_DIGIT, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .trim()
  return { text, removed: joined.length - safe.length }
}

/** The form in which two headings are the same: `*完成 时间（必填）` is `完成时间`, `面积（㎡）` is `面积(㎡)`. */
export function headingKey(heading: string): string {
  return cleanCell(heading)
    .text.normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*]/g, '')
    .replace(/\((必填|选填|必须|required|optional)\)$/, '')
}
