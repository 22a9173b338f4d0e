import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Ctx } from '#kernel/context.ts'
import type { ClauseView } from '../schema.ts'
import { readBorrowings } from './read-borrowings.ts'
import { conformityByClause, type Period, rateOf } from './read-conformity.ts'
import { lineColumns, lineOf } from './select-checklist.ts'

export type ClauseRow = Static<typeof ClauseView>

interface Heading {
  id: string
  clause_version_id: string
  version_id: string
  code: string
  title_zh: string
  title_en: string
  body_zh: string
  body_en: string
}

/** The clauses of versions with their lines, uses and conformity, in the order of the standard. */
export async function readClauses(
  ctx: Ctx,
  versionIds: readonly string[],
  period: Period,
): Promise<ClauseRow[]> {
  if (versionIds.length === 0) return []
  const headings = await sql<Heading>`
    select c.id, cv.id as clause_version_id, cv.version_id, c.code, cv.title_zh, cv.title_en, cv.body_zh, cv.body_en
    from standards.clause_version cv
    join standards.clause c on c.bureau_id = cv.bureau_id and c.id = cv.clause_id
    join standards.version v on v.bureau_id = cv.bureau_id and v.id = cv.version_id
    join standards.document d on d.bureau_id = v.bureau_id and d.id = v.document_id
    where cv.version_id = any(${[...versionIds]}::uuid[])
    order by d.code, cv.position`.execute(ctx.db)
  const lines = await sql<Parameters<typeof lineOf>[0] & { clause_version_id: string }>`
    select l.clause_version_id, ${lineColumns}
    from standards.checklist_line l
    join standards.clause_version cv on cv.bureau_id = l.bureau_id and cv.id = l.clause_version_id
    join standards.clause c on c.bureau_id = cv.bureau_id and c.id = cv.clause_id
    where l.version_id = any(${[...versionIds]}::uuid[])
    order by l.position`.execute(ctx.db)
  const uses = await ctx.db
    .selectFrom('standards.clause_use')
    .select(['clause_id', 'label_zh', 'label_en', 'href'])
    .orderBy('label_zh')
    .execute()
  const conformity = await conformityByClause(ctx, period)
  const borrowed = await readBorrowings(ctx, versionIds)
  return headings.rows.map((row) => ({
    id: row.id,
    code: row.code,
    title: { zh: row.title_zh, en: row.title_en || row.title_zh },
    body: { zh: row.body_zh, en: row.body_en || row.body_zh },
    lines: lines.rows
      .filter(({ clause_version_id }) => clause_version_id === row.clause_version_id)
      .map(lineOf),
    uses: uses
      .filter(({ clause_id }) => clause_id === row.id)
      .map((use) => ({ label: { zh: use.label_zh, en: use.label_en || use.label_zh }, href: use.href })),
    conformity: conformity.get(row.id) ?? rateOf(0, 0),
    borrowed: borrowed
      .filter(({ clauseId, versionId }) => clauseId === row.id && versionId === row.version_id)
      .map(({ borrowing }) => borrowing),
  }))
}
