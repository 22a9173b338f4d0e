import type { Ctx } from '../context.ts'
import type { Text } from '../contract/text.ts'

export type RetentionAction = 'ERASE' | 'ANONYMISE' | 'KEEP'

/**
 * How long one kind of rows is kept and what becomes of it then: data that every module declares and a bureau may
 * shorten or lengthen. `privacy` carries it out; SQL texts are the module's own, never anybody's input.
 */
export interface RetentionClass {
  /** `orders.requester` */
  readonly name: string
  readonly title: Text
  readonly what: Text
  readonly days: number
  /** No bureau may keep it for less. */
  readonly minimumDays: number
  readonly action: RetentionAction
  /** What a bureau may choose from. */
  readonly actions: readonly RetentionAction[]
  /** A = statute read, B = seen in a copy, C = from memory; every bureau decides for itself where it is C. */
  readonly basis: { readonly title: Text; readonly mark: 'A' | 'B' | 'C' }
  readonly rows: RetainedTable | RetainedByModule
}

export interface RetainedTable {
  readonly table: `${string}.${string}`
  /** SQL over row `t`: the moment or day its time began; null: not yet. */
  readonly from: string
  /** SQL over row `t`: there is still something to do. */
  readonly pending: string
  /** Columns and the SQL they become, for ANONYMISE. */
  readonly set?: Readonly<Record<string, string>>
  /** Columns with ids that a hold may name: the row itself, the people in it. */
  readonly heldBy: readonly string[]
}

/** Rows with an order of their own, such as a chain: the module does it. `lastDay` is the last day that may go. */
export interface RetainedByModule {
  count(ctx: Ctx, lastDay: string): Promise<number>
  carryOut(ctx: Ctx, lastDay: string): Promise<number>
}
