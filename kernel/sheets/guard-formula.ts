// A spreadsheet takes a cell that begins with one of these for a formula, and a formula can call out to the network.
// The full-width forms are turned into the others by Chinese and Japanese versions.
const RISKY = /^'*[=+\-@\t\r\n＝＋－＠]/
// An apostrophe before a digit is how people keep a number a text (`'007`): it is taken off, so a real one needs another.
const GUARDED = /^''*[=+\-@\t\r\n＝＋－＠0-9０-９]/
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/

/** For CSV: an apostrophe before anything a spreadsheet would calculate. Plain numbers stay numbers. */
export function guardFormula(text: string): string {
  return (RISKY.test(text) && !PLAIN_NUMBER.test(text)) || GUARDED.test(text) ? `'${text}` : text
}

/** For XLSX, where a text cell is never calculated: only keeps {@link unguardFormula} from eating a real apostrophe. */
export function guardApostrophe(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text
}

/** Takes off exactly what the two functions above put on, and what people put before digits. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}
