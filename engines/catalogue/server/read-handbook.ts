import { type Selectable, sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import type { catalogue } from '../module.ts'
import { readItemVersions } from './read-item-version.ts'

type Actions = typeof catalogue.actions

function editionOf(row: Selectable<DB['catalogue.handbook']>) {
  return {
    id: row.id,
    edition: row.edition,
    title: { zh: row.title_zh, en: row.title_en || row.title_zh },
    foreword: row.foreword,
    compiledBy: row.compiled_by,
    compiledAt: row.compiled_at,
  }
}

/** How many items were published, changed or withdrawn since the edition was compiled. */
async function changesSince(ctx: Ctx, handbookId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from (select version_id from catalogue.handbook_item where handbook_id = ${handbookId}) as printed
    full join (select published_version_id from catalogue.item where state = 'published') as offered
      on offered.published_version_id = printed.version_id
    where printed.version_id is null or offered.published_version_id is null`.execute(ctx.db)
  return rows[0]!.count
}

/** An edition of the handbook, the newest unless one is asked for. @throws Problem 404 */
export async function readHandbook(
  ctx: Ctx,
  input: InputOf<Actions['readHandbook']>,
): Promise<OutputOf<Actions['readHandbook']>> {
  const all = await ctx.db.selectFrom('catalogue.handbook').selectAll().orderBy('edition', 'desc').execute()
  const handbook = input.edition === undefined ? all[0] : all.find(({ edition }) => edition === input.edition)
  if (!handbook) throw new Problem(404, 'catalogue.no_handbook')
  const printed = await ctx.db
    .selectFrom('catalogue.handbook_item')
    .select('version_id')
    .where('handbook_id', '=', handbook.id)
    .orderBy('position')
    .execute()
  const versions = await readItemVersions(
    ctx,
    printed.map(({ version_id }) => version_id),
  )
  const bureau = await ctx.db.selectFrom('kernel.bureau').select('name').executeTakeFirstOrThrow()
  const receipt = await ctx.db
    .selectFrom('catalogue.handbook_receipt')
    .select('id')
    .where('handbook_id', '=', handbook.id)
    .where('user_id', '=', ctx.actor.userId)
    .executeTakeFirst()
  return {
    ...editionOf(handbook),
    bureauName: bureau.name,
    items: printed.map(({ version_id }) => versions.get(version_id)!),
    editions: all.map(editionOf),
    current: handbook.id === all[0]!.id,
    changedSince: handbook.id === all[0]!.id ? await changesSince(ctx, handbook.id) : 0,
    opened: receipt !== undefined,
    can: { compile: ctx.has('catalogue.write'), receipts: ctx.has('catalogue.receipts') },
  }
}

/** The units an edition was pushed to, unread first. @throws Problem 404 */
export async function listReceipts(
  ctx: Ctx,
  { handbookId }: InputOf<Actions['listReceipts']>,
): Promise<OutputOf<Actions['listReceipts']>> {
  const there = await ctx.db
    .selectFrom('catalogue.handbook')
    .select('id')
    .where('id', '=', handbookId)
    .executeTakeFirst()
  if (!there) throw new Problem(404, 'kernel.not_found')
  const { rows: items } = await sql<OutputOf<Actions['listReceipts']>['items'][number]>`
    select n.unit_id as "unitId", n.unit_name as "unitName", count(r.id) as "openedBy",
      min(r.opened_at) as "firstOpenedAt", (array_agg(r.name order by r.opened_at))[1] as "firstOpenedBy"
    from catalogue.handbook_notice n
    left join catalogue.handbook_receipt r
      on r.bureau_id = n.bureau_id and r.handbook_id = n.handbook_id and r.unit_id = n.unit_id
    where n.handbook_id = ${handbookId}
    group by n.unit_id, n.unit_name
    order by count(r.id) > 0, n.unit_name`.execute(ctx.db)
  return { items, opened: items.filter(({ openedBy }) => openedBy > 0).length, total: items.length }
}

export async function exportReceipts(
  ctx: Ctx,
  input: InputOf<Actions['exportReceipts']>,
): Promise<FileAnswer> {
  const { items } = await listReceipts(ctx, input)
  return sheetAnswer(
    {
      title: '手册送达情况',
      columns: [
        { heading: '单位', width: 40 },
        { heading: '已阅人数', kind: 'number' },
        { heading: '首次阅读时间', width: 26 },
        { heading: '首次阅读人' },
      ],
      rows: items.map((row) => [row.unitName, row.openedBy, row.firstOpenedAt, row.firstOpenedBy]),
    },
    input.format ?? 'xlsx',
    '手册送达情况',
  )
}
