import { type RawBuilder, sql } from 'kysely'
import type { MetricScope } from '#kernel/server-module.ts'

/** What hangs on an order and is counted by a day of its own: each row is worth a whole number. */
export const entryTables = {
  cost: sql`select 'cost' as kind, bureau_id, id, order_id, at, amount_fen as worth from orders.cost`,
  evaluation: sql`select 'evaluation' as kind, bureau_id, id, order_id, at, overall::bigint as worth from orders.evaluation`,
}
export type EntryKind = keyof typeof entryTables

/** A figure over orders, as SQL over the order `o` and, when it counts entries, one of them, `x`. */
export interface FigureOf {
  /** Counts these entries of an order instead of the order. */
  entry?: EntryKind | undefined
  /** Which orders count, besides line, period and place; absent for all. */
  where?: RawBuilder<unknown> | undefined
  /** What one row is worth, a whole number; absent for a count. */
  worth?: RawBuilder<unknown>
  /** So many of the worth are one of the figure: fen are added up exactly, and told in yuan. */
  per?: number
  /** The moment that puts a row into the period. */
  at: RawBuilder<unknown>
  /** How things stood at the period's end, whenever they began. */
  standing?: boolean
}

/** The first moment after the period, in China. */
export const endOf = (scope: MetricScope) =>
  sql`((${scope.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
const startOf = (scope: MetricScope) => sql`(${scope.from}::date::timestamp at time zone 'Asia/Shanghai')`

/** That a row is of the period. */
export function periodOf({ at, standing }: FigureOf, scope: MetricScope): RawBuilder<unknown> {
  return standing ? sql`${at} < ${endOf(scope)}` : sql`${at} < ${endOf(scope)} and ${at} >= ${startOf(scope)}`
}
