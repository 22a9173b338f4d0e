import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { containing } from '#kernel/database/containing.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { standards } from '../module.ts'
import { nodeName, readNodes } from './read-nodes.ts'

type Actions = typeof standards.actions
type Planned = OutputOf<Actions['listPlanned']>

/** What is to be written, the highest score first: 急用优先、先易后难、由低到高. */
export async function listPlanned(ctx: Ctx, input: InputOf<Actions['listPlanned']>): Promise<Planned> {
  let query = ctx.db.selectFrom('standards.planned').selectAll()
  if (!input.all) query = query.where('document_id', 'is', null).where('dropped_at', 'is', null)
  if (input.search) {
    const like = containing(input.search)
    query = query.where(sql<boolean>`(title_zh ilike ${like} or reason ilike ${like})`)
  }
  const page = await keysetPage(query, input, { by: [{ column: 'score', direction: 'desc' }] })
  const nodes = await readNodes(ctx)
  const writer = ctx.has('standards.write')
  return {
    next: page.next,
    items: page.items.map((row) => {
      const open = writer && row.document_id === null && row.dropped_at === null
      return {
        id: row.id,
        title: row.title_zh,
        node: nodeName(nodes, row.node_id).node,
        urgency: row.urgency,
        ease: row.ease,
        level: row.level,
        score: row.score,
        reason: row.reason,
        createdAt: row.created_at,
        createdBy: row.created_by,
        documentId: row.document_id,
        dropReason: row.drop_reason,
        can: { change: open, drop: open, write: open },
      }
    }),
  }
}

export async function exportPlanned(ctx: Ctx, input: InputOf<Actions['exportPlanned']>): Promise<FileAnswer> {
  const items: Planned['items'] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listPlanned(ctx, { ...input, cursor, limit: 200 })
    items.push(...page.items)
    if (!page.next) break
    cursor = page.next
  }
  return sheetAnswer(
    {
      title: '待编标准',
      columns: [
        { heading: '得分', kind: 'number' },
        { heading: '标准名称', width: 30 },
        { heading: '体系节点', width: 24 },
        { heading: '急用（1—5）', kind: 'number' },
        { heading: '易编（1—5）', kind: 'number' },
        { heading: '层级（1—5）', kind: 'number' },
        { heading: '理由', width: 40 },
        { heading: '提出人' },
      ],
      rows: items.map((row) => [
        row.score,
        row.title,
        `${row.node.code} ${ctx.say(row.node.title)}`,
        row.urgency,
        row.ease,
        row.level,
        row.reason,
        row.createdBy,
      ]),
    },
    input.format ?? 'xlsx',
    '待编标准',
  )
}
