/** A table as it was found in a file: what every reader of CSV or XLSX hands over. All cells are cleaned text. */
export type Sheet = { headings: string[]; rows: SheetRow[]; warnings: SheetWarning[] }

/** `line` is the line of the file as a person sees it, counted from 1; a row of several lines has its first one. */
export type SheetRow = { line: number; cells: Record<string, string> }

export type SheetWarningCode =
  | 'sheets.duplicate_heading'
  | 'sheets.column_without_heading'
  | 'sheets.unknown_column'
  | 'sheets.characters_removed'
  | 'sheets.formula_error'
  | 'sheets.formula_without_result'
  | 'sheets.column_too_narrow'
  | 'sheets.digits_lost'
  | 'sheets.total_row'

/** Something a person should look at, though the file was read. `line` and `column` are absent for the whole file. */
export type SheetWarning = { code: SheetWarningCode; line?: number; column?: string; params: Params }

export type Params = Record<string, string | number>

export type SheetProblemCode =
  | 'sheets.unreadable'
  | 'sheets.old_format'
  | 'sheets.other_format'
  | 'sheets.encoding'
  | 'sheets.too_large'
  | 'sheets.too_many_rows'
  | 'sheets.empty'
  | 'sheets.heading_missing'

/** The file as a whole cannot be taken. `code` and `params` make the sentence a person reads. */
export class SheetProblem extends Error {
  override readonly name = 'SheetProblem'
  readonly code: SheetProblemCode
  readonly params: Params

  constructor(code: SheetProblemCode, params: Params = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.code = code
    this.params = params
  }
}

/** Rows before the heading is known: every cell is cleaned text, `line` as in {@link SheetRow}. */
export type Grid = { rows: GridRow[]; warnings: SheetWarning[] }
export type GridRow = { line: number; cells: string[] }
