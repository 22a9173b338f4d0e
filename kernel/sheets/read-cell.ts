import { cleanCell } from './clean-cell.ts'
import { unguardFormula } from './guard-formula.ts'
import type { Params, SheetWarningCode } from './sheet.ts'

export type ReadCell = { text: string; warning?: { code: SheetWarningCode; params: Params } }

// What a spreadsheet shows for a calculation that failed; in CSV, and where only values were pasted, it is text.
const FORMULA_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/i
// What it shows, and writes into CSV, where a column is too narrow for a date or a number.
const TOO_NARROW = /^#{3,}$/

/** The text of a cell as it stands in the file: cleaned, without the mark that kept it from being a formula. */
export function readCell(raw: string): ReadCell {
  const { text, removed } = cleanCell(unguardFormula(raw.trimStart()))
  if (FORMULA_ERROR.test(text)) return { text: '', warning: { code: 'sheets.formula_error', params: {} } }
  if (TOO_NARROW.test(text)) return { text: '', warning: { code: 'sheets.column_too_narrow', params: {} } }
  if (removed === 0) return { text }
  return { text, warning: { code: 'sheets.characters_removed', params: { count: removed } } }
}
