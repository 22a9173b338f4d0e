import type { Selectable } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { families } from '../schema.ts'

type Row = Selectable<DB['standards.node']>
export type Family = (typeof families)[number]

export interface Node {
  id: string
  parentId: string | null
  depth: number
  code: string
  title: Text
  position: number
  family: Family | null
  /** Of the root it stands under. */
  rootFamily: Family | null
}

/** The bureau's nodes, each before what hangs below it, in the order people gave. */
export async function readNodes(ctx: Ctx): Promise<Node[]> {
  const rows = await ctx.db
    .selectFrom('standards.node')
    .selectAll()
    .orderBy('position')
    .orderBy('code')
    .execute()
  const below = Map.groupBy(rows, ({ parent_id }) => parent_id)
  const walk = (parentId: string | null, depth: number, rootFamily: Family | null): Node[] =>
    (below.get(parentId) ?? []).flatMap((row) => {
      const family = depth === 0 ? familyOf(row) : rootFamily
      return [nodeOf(row, depth, family), ...walk(row.id, depth + 1, family)]
    })
  return walk(null, 0, null)
}

const familyOf = (row: Row) => row.family as Family | null

function nodeOf(row: Row, depth: number, rootFamily: Family | null): Node {
  return {
    id: row.id,
    parentId: row.parent_id,
    depth,
    code: row.code,
    title: { zh: row.title_zh, en: row.title_en || row.title_zh },
    position: row.position,
    family: familyOf(row),
    rootFamily,
  }
}

/** What a document says of the node it hangs on. */
export function nodeName(nodes: readonly Node[], nodeId: string) {
  const { id, code, title, rootFamily } = nodes.find((node) => node.id === nodeId)!
  return { family: rootFamily, node: { id, code, title } }
}
