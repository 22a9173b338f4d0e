import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { standards } from '../module.ts'
import { removeSources, writeBorrowings } from './write-borrowings.ts'
import { carryParts, writeParts } from './write-parts.ts'
import { clearClauses, writeClauses } from './write-version.ts'

type Actions = typeof standards.actions

/** Begins the next version of a standard. @throws Problem 404; 409 `standards.draft_exists` */
export async function draftVersion(
  ctx: Ctx,
  input: InputOf<Actions['draftVersion']>,
): Promise<OutputOf<Actions['draftVersion']>> {
  const { documentId } = input
  // The document's row is locked, so that two people do not begin the same version.
  const document = await ctx.db
    .selectFrom('standards.document')
    .select('id')
    .where('id', '=', documentId)
    .forUpdate()
    .executeTakeFirst()
  if (!document) throw new Problem(404, 'kernel.not_found')
  const versions = await ctx.db
    .selectFrom('standards.version')
    .select(['number', 'state'])
    .where('document_id', '=', documentId)
    .execute()
  if (versions.some(({ state }) => state === 'draft')) throw new Problem(409, 'standards.draft_exists')
  const number = Math.max(0, ...versions.map((version) => version.number)) + 1
  const { id } = await ctx.db
    .insertInto('standards.version')
    .values({
      document_id: documentId,
      number,
      state: 'draft',
      source: input.source,
      change_note: input.changeNote ?? '',
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const draft = { documentId, versionId: id }
  await writeClauses(ctx, draft, input.clauses)
  if (input.parts) await writeParts(ctx, id, input.parts)
  else await carryParts(ctx, documentId, id)
  await writeBorrowings(ctx, draft, input.borrowed)
  await removeSources(ctx, draft, input.removedSources)
  await ctx.emit({
    type: 'standards.version_drafted',
    subjectType: 'standards.version',
    subjectId: id,
    after: { number, clauses: input.clauses.length, removedSources: input.removedSources ?? [] },
  })
  return { id }
}

/** Writes a draft anew. @throws Problem 404; 409 `standards.not_a_draft` once it was issued */
export async function changeDraft(
  ctx: Ctx,
  input: InputOf<Actions['changeDraft']>,
): Promise<OutputOf<Actions['changeDraft']>> {
  const version = await ctx.db
    .selectFrom('standards.version')
    .select(['id', 'document_id', 'state', 'source', 'change_note'])
    .where('id', '=', input.versionId)
    .forUpdate()
    .executeTakeFirst()
  if (!version) throw new Problem(404, 'kernel.not_found')
  if (version.state !== 'draft') throw new Problem(409, 'standards.not_a_draft')
  await clearClauses(ctx, version.id)
  const draft = { documentId: version.document_id, versionId: version.id }
  await writeClauses(ctx, draft, input.clauses)
  await writeParts(ctx, version.id, input.parts)
  await writeBorrowings(ctx, draft, input.borrowed)
  await removeSources(ctx, draft, input.removedSources)
  const after = { source: input.source, change_note: input.changeNote ?? '' }
  await ctx.db.updateTable('standards.version').set(after).where('id', '=', version.id).execute()
  await ctx.emit({
    type: 'standards.draft_changed',
    subjectType: 'standards.version',
    subjectId: version.id,
    before: { source: version.source, change_note: version.change_note },
    after: {
      ...after,
      clauses: input.clauses.map(({ code }) => code),
      removedSources: input.removedSources ?? [],
    },
  })
  return done
}
