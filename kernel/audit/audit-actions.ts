import { type Selectable, sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '../context.ts'
import type { FileAnswer, InputOf, OutputOf } from '../contract/action.ts'
import type { Text } from '../contract/text.ts'
import { sheetAnswer } from '../import/sheet-answer.ts'
import type { kernel } from '../module.ts'
import { keysetPage } from '../server/keyset-page.ts'
import type { ServerModule } from '../server-module.ts'

type Actions = typeof kernel.actions
type EventRow = Selectable<DB['kernel.event']>
type Filter = Pick<
  InputOf<Actions['readAudit']>,
  'type' | 'subjectId' | 'actorName' | 'office' | 'from' | 'to'
>

/** Rows of one export; more is a matter for the database's own tools. */
const mostExported = 50_000

function filtered(ctx: Ctx, filter: Filter) {
  let query = ctx.db.selectFrom('kernel.event').selectAll()
  if (filter.type) query = query.where('type', 'like', `${filter.type.replaceAll(/[\\%_]/g, '\\$&')}%`)
  if (filter.subjectId)
    query = query.where(
      sql<boolean>`(subject_id = ${filter.subjectId}
        or type = 'kernel.sensitive_read' and after->'subjects' ? ${filter.subjectId}::text)`,
    )
  if (filter.actorName) query = query.where('actor_name', '=', filter.actorName)
  if (filter.office === 'any') query = query.where('actor_office', 'is not', null)
  else if (filter.office) query = query.where('actor_office', '=', filter.office)
  if (filter.from) query = query.where(sql<boolean>`kernel.local_day(at) >= ${filter.from}`)
  if (filter.to) query = query.where(sql<boolean>`kernel.local_day(at) <= ${filter.to}`)
  return query
}

/** What an event is called, from the descriptors; an old event without words shows its type. */
export function eventTitles(modules: readonly ServerModule[]): Map<string, Text> {
  return new Map(modules.flatMap(({ module }) => Object.entries(module.events ?? {})))
}

export function historyEntry(row: EventRow, titles: Map<string, Text>) {
  return {
    id: row.id,
    at: row.at,
    actorName: row.actor_name,
    type: row.type,
    title: titles.get(row.type) ?? { zh: row.type, en: row.type },
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    reason: row.reason,
    before: row.before,
    after: row.after,
  }
}

export function auditActions(modules: readonly ServerModule[]) {
  // Read when asked: the kernel itself joins the list after this is made.
  const titlesNow = () => eventTitles(modules)
  return {
    async readAudit(ctx: Ctx, input: InputOf<Actions['readAudit']>): Promise<OutputOf<Actions['readAudit']>> {
      const page = await keysetPage(filtered(ctx, input), input, {
        by: [{ column: 'at', direction: 'desc' }],
      })
      const titles = titlesNow()
      return { next: page.next, items: page.items.map((row) => historyEntry(row, titles)) }
    },
    async exportAudit(ctx: Ctx, input: InputOf<Actions['exportAudit']>): Promise<FileAnswer> {
      const rows = await filtered(ctx, input).orderBy('at', 'desc').limit(mostExported).execute()
      const titles = titlesNow()
      const name = ctx.locale === 'en' ? 'Audit trail' : '审计记录'
      const headings = [
        '时间',
        '操作人',
        '来源',
        '事项',
        '对象类型',
        '对象',
        '原因',
        '变更前',
        '变更后',
        '请求编号',
      ]
      return sheetAnswer(
        {
          title: name,
          columns: headings.map((heading) => ({ heading })),
          rows: rows.map((row) => [
            row.at,
            row.actor_name,
            row.source,
            ctx.say(titles.get(row.type) ?? { zh: row.type, en: row.type }),
            row.subject_type,
            row.subject_id,
            row.reason,
            row.before === null ? '' : JSON.stringify(row.before),
            row.after === null ? '' : JSON.stringify(row.after),
            row.request_id,
          ]),
        },
        input.format ?? 'xlsx',
        name,
      )
    },
  }
}

/** The history of one thing, newest first, for the page that shows it; the caller has checked that it may be seen. */
export async function readHistory(ctx: Ctx, titles: Map<string, Text>, subjectIds: readonly string[]) {
  if (subjectIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('kernel.event')
    .selectAll()
    .where('subject_id', 'in', [...subjectIds])
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => historyEntry(row, titles))
}
