import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { ClauseInput } from '../schema.ts'

/**
 * Writes the clauses and lines of a draft. A clause keeps its identity through all versions of its document by its code.
 * @throws Problem 422 for a repeated clause code, one of another document, or a limit without bounds
 */
export async function writeClauses(
  ctx: Ctx,
  draft: { documentId: string; versionId: string },
  clauses: readonly ClauseInput[],
): Promise<void> {
  const ids = await claimClauses(ctx, draft.documentId, clauses)
  const written = await ctx.db
    .insertInto('standards.clause_version')
    .values(
      clauses.map((clause, index) => ({
        clause_id: ids.get(clause.code)!,
        version_id: draft.versionId,
        position: index + 1,
        title_zh: clause.title,
        title_en: clause.titleEn ?? '',
        body_zh: clause.body,
        body_en: clause.bodyEn ?? '',
      })),
    )
    .returning(['id', 'position'])
    .execute()
  const versionOf = new Map(written.map(({ id, position }) => [position, id]))
  const lines = clauses.flatMap((clause, index) =>
    clause.lines.map((line, place) => ({
      clause_version_id: versionOf.get(index + 1)!,
      version_id: draft.versionId,
      position: place + 1,
      text_zh: line.text,
      text_en: line.textEn ?? '',
      mandatory: line.mandatory,
      needs_photo: line.needsPhoto ?? false,
      allows_na: line.allowsNa ?? false,
      limit_min: line.limit?.min ?? null,
      limit_max: line.limit?.max ?? null,
      limit_unit: line.limit?.unit ?? null,
    })),
  )
  if (lines.length > 0) await ctx.db.insertInto('standards.checklist_line').values(lines).execute()
}

/** Removes what a draft said, before it is written anew. */
export async function clearClauses(ctx: Ctx, versionId: string): Promise<void> {
  await ctx.db.deleteFrom('standards.checklist_line').where('version_id', '=', versionId).execute()
  await ctx.db.deleteFrom('standards.clause_version').where('version_id', '=', versionId).execute()
}

async function claimClauses(ctx: Ctx, documentId: string, clauses: readonly ClauseInput[]) {
  checkClauses(clauses)
  const codes = clauses.map(({ code }) => code)
  await ctx.db
    .insertInto('standards.clause')
    .values(codes.map((code) => ({ document_id: documentId, code })))
    .onConflict((conflict) => conflict.columns(['bureau_id', 'code']).doNothing())
    .execute()
  const rows = await ctx.db
    .selectFrom('standards.clause')
    .select(['id', 'code', 'document_id'])
    .where('code', 'in', codes)
    .execute()
  const foreign = rows.find((row) => row.document_id !== documentId)
  if (foreign)
    throw new Problem(422, 'standards.clause_elsewhere', { params: { code: foreign.code }, path: 'clauses' })
  return new Map(rows.map(({ id, code }) => [code, id]))
}

function checkClauses(clauses: readonly ClauseInput[]): void {
  const seen = new Set<string>()
  for (const [index, { code, lines }] of clauses.entries()) {
    const path = `clauses.${index}`
    if (seen.has(code)) throw new Problem(422, 'standards.clause_repeated', { params: { code }, path })
    seen.add(code)
    for (const { limit } of lines) {
      if (!limit) continue
      const { min, max } = limit
      const empty = min === null && max === null
      if (empty || (min !== null && max !== null && min > max))
        throw new Problem(422, 'standards.limit_bounds', { path })
    }
  }
}
