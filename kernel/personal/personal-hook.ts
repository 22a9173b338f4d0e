import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { Text } from '../contract/text.ts'

/** Somebody as the tables know them. */
export interface Subject {
  personId: string | null
  userId: string | null
}

/** One part of what is held about a person: a table a reader can follow. */
export interface PersonalSection {
  title: Text
  rows: Record<string, unknown>[]
}

/** What became of one part when its deletion was granted, and why. */
export interface ErasedPart {
  what: Text
  done: 'ERASED' | 'ANONYMISED' | 'KEPT'
  rows: number
  because: Text
}

/** How a module answers a person's rights (个人信息保护法 Art 45, 47). */
export interface PersonalHook {
  /** Tables it speaks for; a test finds the tables nobody speaks for. */
  readonly tables: readonly string[]
  collect(ctx: Ctx, subject: Subject): Promise<PersonalSection[]>
  erase(ctx: Ctx, subject: Subject): Promise<ErasedPart[]>
}

/** The rows of one query as a section; the query is the module's own. */
export async function sectionOf(
  ctx: Ctx,
  title: Text,
  query: RawBuilder<Record<string, unknown>>,
): Promise<PersonalSection> {
  return { title, rows: (await query.execute(ctx.db)).rows }
}

/** Runs one statement and says what it did. */
export async function partOf(
  ctx: Ctx,
  what: Text,
  done: ErasedPart['done'],
  because: Text,
  statement: RawBuilder<unknown>,
): Promise<ErasedPart> {
  const { rows, numAffectedRows } = await statement.execute(ctx.db)
  // A statement that keeps only counts.
  const counted = (rows[0] as { count?: number } | undefined)?.count
  return { what, done, because, rows: counted ?? Number(numAffectedRows ?? 0n) }
}

/** Counts rows that stay. */
export function countOf(from: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select count(*)::integer as count from ${from}`
}
