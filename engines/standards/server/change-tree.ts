import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { standards } from '../module.ts'
import { plantTree } from './plant-tree.ts'
import { type Node, readNodes } from './read-nodes.ts'
import { mostLevels, subtree } from './read-tree.ts'

type Actions = typeof standards.actions
type NodeInput = InputOf<Actions['addNode']>

/** @throws Problem 409 `standards.node_code_taken`; 422 for a parent that is not there or too deep */
export async function addNode(ctx: Ctx, input: NodeInput): Promise<OutputOf<Actions['addNode']>> {
  await plantTree(ctx)
  const nodes = await lockTree(ctx)
  checkPlace(nodes, input, 1)
  checkCode(nodes, input.code, null)
  const values = valuesOf(input)
  const { id } = await ctx.db
    .insertInto('standards.node')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'standards.node_added',
    subjectType: 'standards.node',
    subjectId: id,
    after: values,
  })
  return { id }
}

/** Renames or moves a node with all below it. @throws Problem 404, 409, and 422 for a circle, a root of the three, or too deep */
export async function changeNode(
  ctx: Ctx,
  { nodeId, ...input }: InputOf<Actions['changeNode']>,
): Promise<OutputOf<Actions['changeNode']>> {
  const nodes = await lockTree(ctx)
  const node = nodes.find(({ id }) => id === nodeId)
  if (!node) throw new Problem(404, 'kernel.not_found')
  if (node.family && input.parentId) throw new Problem(422, 'standards.node_family', { path: 'parentId' })
  const below = subtree(nodes, node)
  if (input.parentId && below.has(input.parentId))
    throw new Problem(422, 'standards.node_circle', { path: 'parentId' })
  const deepest = Math.max(...nodes.filter(({ id }) => below.has(id)).map(({ depth }) => depth))
  checkPlace(nodes, input, deepest - node.depth + 1)
  checkCode(nodes, input.code, nodeId)
  const after = valuesOf(input)
  await ctx.db.updateTable('standards.node').set(after).where('id', '=', nodeId).execute()
  await ctx.emit({
    type: 'standards.node_changed',
    subjectType: 'standards.node',
    subjectId: nodeId,
    before: { code: node.code, title_zh: node.title.zh, parent_id: node.parentId, position: node.position },
    after,
  })
  return done
}

/** Takes away a node on which nothing hangs. @throws Problem 404; 409 `standards.node_used` */
export async function removeNode(
  ctx: Ctx,
  { nodeId }: InputOf<Actions['removeNode']>,
): Promise<OutputOf<Actions['removeNode']>> {
  const nodes = await lockTree(ctx)
  const node = nodes.find(({ id }) => id === nodeId)
  if (!node) throw new Problem(404, 'kernel.not_found')
  const hanging = await ctx.db
    .selectFrom('standards.document')
    .select('id')
    .where('node_id', '=', nodeId)
    .unionAll(ctx.db.selectFrom('standards.planned').select('id').where('node_id', '=', nodeId))
    .limit(1)
    .executeTakeFirst()
  if (hanging || subtree(nodes, node).size > 1) throw new Problem(409, 'standards.node_used')
  await ctx.db.deleteFrom('standards.node').where('id', '=', nodeId).execute()
  await ctx.emit({
    type: 'standards.node_removed',
    subjectType: 'standards.node',
    subjectId: nodeId,
    before: { code: node.code, title: node.title.zh },
  })
  return done
}

/** Hangs a standard on another node; its versions stay what they are. @throws Problem 404; 422 `standards.unknown_node` */
export async function hangDocument(
  ctx: Ctx,
  { documentId, nodeId }: InputOf<Actions['hangDocument']>,
): Promise<OutputOf<Actions['hangDocument']>> {
  const document = await ctx.db
    .selectFrom('standards.document')
    .select(['id', 'node_id'])
    .where('id', '=', documentId)
    .forUpdate()
    .executeTakeFirst()
  if (!document) throw new Problem(404, 'kernel.not_found')
  const nodes = await readNodes(ctx)
  const codeOf = (wanted: string) => nodes.find(({ id }) => id === wanted)?.code
  const code = codeOf(nodeId)
  if (!code) throw new Problem(422, 'standards.unknown_node', { path: 'nodeId' })
  await ctx.db
    .updateTable('standards.document')
    .set({ node_id: nodeId })
    .where('id', '=', documentId)
    .execute()
  await ctx.emit({
    type: 'standards.document_hung',
    subjectType: 'standards.document',
    subjectId: documentId,
    before: { node: codeOf(document.node_id) },
    after: { node: code },
  })
  return done
}

/** The nodes, while nobody else moves them: two moves at once could make a circle. */
async function lockTree(ctx: Ctx): Promise<Node[]> {
  await ctx.db.selectFrom('standards.node').select('id').orderBy('id').forUpdate().execute()
  return readNodes(ctx)
}

function checkPlace(nodes: readonly Node[], { parentId }: NodeInput, levels: number): void {
  if (!parentId) return
  const parent = nodes.find(({ id }) => id === parentId)
  if (!parent) throw new Problem(422, 'standards.unknown_node', { path: 'parentId' })
  if (parent.depth + 1 + levels > mostLevels)
    throw new Problem(422, 'standards.node_deep', { params: { most: mostLevels }, path: 'parentId' })
}

function checkCode(nodes: readonly Node[], code: string, self: string | null): void {
  if (nodes.some((node) => node.code === code && node.id !== self))
    throw new Problem(409, 'standards.node_code_taken', { params: { code }, path: 'code' })
}

function valuesOf(input: NodeInput) {
  return {
    code: input.code,
    title_zh: input.title.trim(),
    title_en: input.titleEn?.trim() ?? '',
    parent_id: input.parentId,
    position: input.position,
  }
}
