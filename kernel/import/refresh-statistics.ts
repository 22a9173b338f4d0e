import { sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '../context.ts'

/**
 * Tells the database how full these tables are, where they have doubled since it last knew. After every part of a
 * large import: it costs next to nothing when there is nothing to do, and without it a first import is quadratic.
 */
export async function refreshStatistics(ctx: Ctx, tables: readonly (keyof DB & string)[]): Promise<void> {
  await sql`select kernel.refresh_statistics(${[...tables]}::text[]::regclass[])`.execute(ctx.db)
}
