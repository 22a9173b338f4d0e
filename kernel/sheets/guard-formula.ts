// A spreadsheet takes a cell that begins with one of these for a formula, and a formula can call out to the network.
// The full-width forms are turned into the others by Chinese and Japanese versions.
const RISKY = /^'*[=+\-@\t\r\n＝＋－＠]/
const GUARDED = /^''*[=+\-@\t\r\n＝＋－＠]/
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/

/** For CSV: an apostrophe before anything a spreadsheet would calculate. Plain numbers stay numbers. */
export function guardFormula(text: string): string {
  return RISKY.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
}

/** For XLSX, where a text cell is never calculated: only keeps {@link unguardFormula} from eating a real apostrophe. */
export function guardApostrophe(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text
}

/** Takes off exactly what the two functions above put on. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}
