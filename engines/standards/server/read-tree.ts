import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { standards } from '../module.ts'
import type { TreeNode } from '../tree-schema.ts'
import { stageAt } from './document-stage.ts'
import { conformityByDocument, rateOf } from './read-conformity.ts'
import { type Node, readNodes } from './read-nodes.ts'

type Tree = OutputOf<(typeof standards.actions)['readTree']>

/** The standard system with what hangs on it: counts and conformity take in all that is below a node. */
export async function readTree(
  ctx: Ctx,
  period: InputOf<(typeof standards.actions)['readTree']>,
): Promise<Tree> {
  const nodes = await readNodes(ctx)
  const documents = await ctx.db
    .selectFrom('standards.document')
    .select(['id', 'code', 'title_zh', 'title_en', 'node_id', stageAt(ctx.now).as('stage')])
    .orderBy('code')
    .execute()
  const planned = await ctx.db
    .selectFrom('standards.planned')
    .select('node_id')
    .where('document_id', 'is', null)
    .where('dropped_at', 'is', null)
    .execute()
  const kept = await conformityByDocument(ctx, period)
  const inForce = ({ stage }: { stage: string }) => stage === 'IN_FORCE' || stage === 'TO_IMPROVE'
  const writer = ctx.has('standards.write')
  const shown = nodes.map((node): TreeNode => {
    const below = subtree(nodes, node)
    const hanging = documents.filter(({ node_id }) => below.has(node_id))
    const figures = hanging.flatMap(({ id }) => kept.get(id) ?? [])
    const plannedBelow = planned.filter(({ node_id }) => below.has(node_id)).length
    const { rootFamily: _, ...own } = node
    return {
      ...own,
      documents: hanging.length,
      inForce: hanging.filter(inForce).length,
      missing: !hanging.some(inForce),
      planned: plannedBelow,
      conformity: rateOf(sum(figures.map(({ ok }) => ok)), sum(figures.map(({ base }) => base))),
      own: hanging
        .filter(({ node_id }) => node_id === node.id)
        .map((document) => ({
          id: document.id,
          code: document.code,
          title: { zh: document.title_zh, en: document.title_en || document.title_zh },
          inForce: inForce(document),
        })),
      can: {
        change: writer,
        add: writer && node.depth + 1 < mostLevels,
        remove: writer && below.size === 1 && hanging.length === 0 && plannedBelow === 0,
      },
    }
  })
  const at = (stage: string) => documents.filter((document) => document.stage === stage).length
  return {
    nodes: shown,
    totals: {
      documents: documents.length,
      drafts: at('DRAFT'),
      inForce: documents.filter(inForce).length,
      toImprove: at('TO_IMPROVE'),
      planned: planned.length,
      missing: shown.filter(({ id, missing }) => missing && !nodes.some(({ parentId }) => parentId === id))
        .length,
    },
    can: { add: writer },
  }
}

/** How deep a standard system may be; people lose their way below. */
export const mostLevels = 5

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/** The ids of a node and of all below it; `nodes` has each before what hangs below it. */
export function subtree(nodes: readonly Node[], { id }: { id: string }): Set<string> {
  const ids = new Set([id])
  for (const node of nodes) if (node.parentId && ids.has(node.parentId)) ids.add(node.id)
  return ids
}
