import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { standards } from '../module.ts'
import { lockPlanned } from './plan-standard.ts'
import { plantTree } from './plant-tree.ts'
import { writeBorrowings } from './write-borrowings.ts'
import { writeParts } from './write-parts.ts'
import { writeClauses } from './write-version.ts'

type Action = (typeof standards.actions)['createDocument']

/**
 * A new standard with its first version as a draft, on a node of the system.
 * @throws Problem 409 `standards.code_taken`, `standards.planned_closed`; 422 for a node that is not there
 */
export async function createDocument(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  const nodeId = await nodeFor(ctx, input)
  if (input.plannedId) await lockPlanned(ctx, input.plannedId)
  const document = await ctx.db
    .insertInto('standards.document')
    .values({ code: input.code, title_zh: input.title, title_en: input.titleEn ?? '', node_id: nodeId })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!document)
    throw new Problem(409, 'standards.code_taken', { params: { code: input.code }, path: 'code' })
  const version = await ctx.db
    .insertInto('standards.version')
    .values({
      document_id: document.id,
      number: 1,
      state: 'draft',
      source: input.source,
      change_note: input.changeNote ?? '',
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const draft = { documentId: document.id, versionId: version.id }
  await writeClauses(ctx, draft, input.clauses)
  await writeParts(ctx, version.id, input.parts)
  await writeBorrowings(ctx, draft, input.borrowed)
  if (input.plannedId)
    await ctx.db
      .updateTable('standards.planned')
      .set({ document_id: document.id })
      .where('id', '=', input.plannedId)
      .execute()
  await ctx.emit({
    type: 'standards.document_created',
    subjectType: 'standards.document',
    subjectId: document.id,
    after: {
      code: input.code,
      title: input.title,
      clauses: input.clauses.length,
      plannedId: input.plannedId,
    },
  })
  return { id: document.id, versionId: version.id }
}

async function nodeFor(ctx: Ctx, { nodeId, family }: InputOf<Action>): Promise<string> {
  await plantTree(ctx)
  if (!nodeId && !family) throw new Problem(422, 'standards.node_needed', { path: 'nodeId' })
  const query = ctx.db.selectFrom('standards.node').select('id')
  const node = await (nodeId
    ? query.where('id', '=', nodeId)
    : query.where('family', '=', family!)
  ).executeTakeFirst()
  if (!node) throw new Problem(422, 'standards.unknown_node', { path: nodeId ? 'nodeId' : 'family' })
  return node.id
}
