import type { Columns, RowValue } from '#kernel/sheets/columns.ts'
import type { Ctx } from '../context.ts'

/** Why a line was refused, or what to look at; `code` has its words in the module's `problems`. */
export interface Remark {
  line: number
  /** The heading of the column; empty for the row as a whole. */
  column: string
  code: string
  params?: Record<string, string | number>
}

export interface ImportOutcome {
  /** How many rows differed from what was there; taking the same file again gives 0. */
  changed: number
  refused: Remark[]
  warnings: Remark[]
}

export interface ImportRow<C extends Columns> {
  line: number
  value: RowValue<C>
}

/** Told now and then how many rows have been worked off; it throws when the import is to stop, and all is undone. */
export type TakeStep = (taken: number) => Promise<void>

/** How a module takes one kind of sheet, as the kernel sees it. */
export interface ImportHandler {
  columns: Columns
  take(ctx: Ctx, rows: ImportRow<Columns>[], step: TakeStep): Promise<ImportOutcome>
  /** The rows as they are now, by column, for an export that can be imported again. */
  current(ctx: Ctx): Promise<Record<string, string | number | null>[]>
}

/**
 * Describes one kind of sheet. `take` gets the rows whose cells read well, writes the good ones in the caller's
 * transaction and names the others; the kernel undoes it all on a dry run, or when a row was refused and
 * `partial` was not asked for. Taking the same rows again must change nothing.
 */
export function defineImport<const C extends Columns>(kind: {
  columns: C
  take(ctx: Ctx, rows: ImportRow<C>[], step: TakeStep): Promise<ImportOutcome>
  current(ctx: Ctx): Promise<{ [K in keyof C]: string | number | null }[]>
}): ImportHandler {
  // Rows are parsed by these same columns, so the narrower row type is what `take` really gets.
  return kind as ImportHandler
}
