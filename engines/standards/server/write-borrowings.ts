import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { BorrowingInput, SourceRemoval } from '../borrowing-schema.ts'

interface Draft {
  documentId: string
  versionId: string
}

/**
 * Writes the sources that a draft brings, anew; each belongs to the standard or to one of the draft's clauses.
 * @throws Problem 422 `standards.unknown_clause`
 */
export async function writeBorrowings(
  ctx: Ctx,
  draft: Draft,
  borrowed: readonly BorrowingInput[] | undefined,
): Promise<void> {
  if (!borrowed) return
  await ctx.db.deleteFrom('standards.borrowing').where('from_version_id', '=', draft.versionId).execute()
  if (borrowed.length === 0) return
  const clauses = await ctx.db
    .selectFrom('standards.clause_version as cv')
    .innerJoin('standards.clause as c', (join) =>
      join.onRef('c.bureau_id', '=', 'cv.bureau_id').onRef('c.id', '=', 'cv.clause_id'),
    )
    .select(['c.id', 'c.code'])
    .where('cv.version_id', '=', draft.versionId)
    .execute()
  const idOf = new Map(clauses.map(({ id, code }) => [code, id]))
  const rows = borrowed.map((one, index) => {
    const clauseId = one.clauseCode === null ? null : idOf.get(one.clauseCode)
    if (clauseId === undefined)
      throw new Problem(422, 'standards.unknown_clause', {
        params: { code: one.clauseCode! },
        path: `borrowed.${index}.clauseCode`,
      })
    return {
      document_id: draft.documentId,
      clause_id: clauseId,
      from_version_id: draft.versionId,
      title: one.title.trim(),
      number: one.number?.trim() ?? '',
      article: one.article?.trim() ?? '',
      organisation: one.organisation.trim(),
      borrowed_on: one.borrowedOn,
      adaptation: one.adaptation.trim(),
    }
  })
  await ctx.db.insertInto('standards.borrowing').values(rows).execute()
}

/**
 * Says which sources of earlier versions a draft does not keep, and why; what is not named is kept.
 * @throws Problem 422 `standards.unknown_source` for one that is not of an earlier version, or was removed before
 */
export async function removeSources(
  ctx: Ctx,
  draft: Draft,
  removals: readonly SourceRemoval[] | undefined,
): Promise<void> {
  if (!removals) return
  await ctx.db
    .updateTable('standards.borrowing')
    .set({ removed_version_id: null, removal_reason: null })
    .where('removed_version_id', '=', draft.versionId)
    .execute()
  for (const [index, { borrowingId, reason }] of removals.entries()) {
    const { numUpdatedRows } = await ctx.db
      .updateTable('standards.borrowing')
      .set({ removed_version_id: draft.versionId, removal_reason: reason.trim() })
      .where('id', '=', borrowingId)
      .where('document_id', '=', draft.documentId)
      .where('from_version_id', '!=', draft.versionId)
      .where('removed_version_id', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n)
      throw new Problem(422, 'standards.unknown_source', { path: `removedSources.${index}.borrowingId` })
  }
}
