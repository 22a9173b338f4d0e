import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { catalogue } from '../module.ts'
import { itemStates } from '../states.ts'
import { words } from '../words.ts'
import { itemsQuery, mayRead } from './policy.ts'
import { readItemVersion, readItemVersions } from './read-item-version.ts'

type Actions = typeof catalogue.actions
type Items = OutputOf<Actions['listItems']>
type State = Items['items'][number]['state']

/** What may be done with an item: the transitions, and writing its next version. */
function canOf(ctx: Ctx, item: { state: string }) {
  return { ...ctx.can(itemStates, item), change: ctx.has('catalogue.write') }
}

/** Newest version number and id by item. */
async function newestVersions(ctx: Ctx, itemIds: readonly string[]) {
  if (itemIds.length === 0) return new Map<string, { id: string; number: number }>()
  const { rows } = await sql<{ item_id: string; id: string; number: number }>`
    select distinct on (item_id) item_id, id, number from catalogue.item_version
    where item_id = any(${[...itemIds]}::uuid[]) order by item_id, number desc`.execute(ctx.db)
  return new Map(rows.map((row) => [row.item_id, row]))
}

export async function listItems(ctx: Ctx, input: InputOf<Actions['listItems']>): Promise<Items> {
  const page = await keysetPage(itemsQuery(ctx, input), input, {
    by: [
      { column: 'line', direction: 'asc' },
      { column: 'position', direction: 'asc' },
    ],
  })
  const newest = await newestVersions(
    ctx,
    page.items.map(({ id }) => id),
  )
  const shown = new Map(
    page.items.map((item) => [item.id, item.published_version_id ?? newest.get(item.id)!.id]),
  )
  const versions = await readItemVersions(ctx, [...shown.values()])
  const writer = ctx.has('catalogue.write')
  return {
    next: page.next,
    items: page.items.map((item) => {
      const version = versions.get(shown.get(item.id)!)!
      const last = newest.get(item.id)!
      return {
        id: item.id,
        line: item.line,
        code: item.code,
        state: item.state as State,
        publishedAt: item.published_at,
        version,
        pendingNumber: writer && last.id !== item.published_version_id ? last.number : null,
        can: canOf(ctx, item),
      }
    }),
  }
}

/** An item at the version asked for, else the published one, else the newest. @throws Problem 404 */
export async function readItem(
  ctx: Ctx,
  input: InputOf<Actions['readItem']>,
): Promise<OutputOf<Actions['readItem']>> {
  const item = await ctx.db
    .selectFrom('catalogue.item')
    .selectAll()
    .where('id', '=', input.itemId)
    .executeTakeFirst()
  if (!item || !mayRead(ctx, item)) throw new Problem(404, 'kernel.not_found')
  const all = await ctx.db
    .selectFrom('catalogue.item_version')
    .select(['id', 'number', 'change_kinds', 'change_note', 'made_by', 'made_at'])
    .where('item_id', '=', item.id)
    .orderBy('number', 'desc')
    .execute()
  const publishedNumber = all.find(({ id }) => id === item.published_version_id)?.number ?? 0
  const versions = all.filter(({ number }) => ctx.has('catalogue.write') || number <= publishedNumber)
  const wanted = input.versionId ?? item.published_version_id ?? versions[0]?.id
  if (!wanted || !versions.some(({ id }) => id === wanted)) throw new Problem(404, 'kernel.not_found')
  return {
    id: item.id,
    line: item.line,
    code: item.code,
    state: item.state as State,
    publishedAt: item.published_at,
    version: await readItemVersion(ctx, wanted),
    versions: versions.map((row) => ({
      id: row.id,
      number: row.number,
      changeKinds: row.change_kinds as ('CLIENTS' | 'CONTENT' | 'FOCUS')[],
      changeNote: row.change_note,
      madeBy: row.made_by,
      madeAt: row.made_at,
      published: row.id === item.published_version_id,
    })),
    can: canOf(ctx, item),
  }
}

const headings = [
  '编码',
  '服务事项',
  '状态',
  '类别',
  '服务内容',
  '服务等级',
  '收费标准',
  '收费（元）',
  '服务方式',
  '职能部门',
  '服务单位',
  '普通：响应（分钟）',
  '普通：办结（分钟）',
  '紧急：响应（分钟）',
  '紧急：办结（分钟）',
  '适用条款',
  '版本',
]

export async function exportItems(ctx: Ctx, input: InputOf<Actions['exportItems']>): Promise<FileAnswer> {
  const rows: Items['items'] = []
  let cursor: string | undefined
  do {
    const page = await listItems(ctx, { ...input, cursor, limit: 200 })
    rows.push(...page.items)
    cursor = page.next ?? undefined
  } while (cursor)
  const numbers = new Set(['收费（元）', '版本', ...headings.filter((heading) => heading.includes('分钟'))])
  return sheetAnswer(
    {
      title: '服务目录',
      columns: headings.map((heading) => ({
        heading,
        kind: heading === '收费（元）' ? 'money-fen' : numbers.has(heading) ? 'number' : 'text',
      })),
      rows: rows.map(({ state, version }) => {
        const pledge = (urgency: string) => version.pledges.find((one) => one.urgency === urgency)
        return [
          version.code,
          ctx.say(version.name),
          ctx.say(itemStates.states[state].title),
          ctx.say(words.serviceClass[version.serviceClass]),
          ctx.say(version.content),
          ctx.say(version.grade),
          ctx.say(version.charge),
          version.chargeFen,
          ctx.say(words.delivery[version.delivery]),
          version.managingUnit.name,
          version.providerUnit.name,
          pledge('NORMAL')?.respondMinutes,
          pledge('NORMAL')?.finishMinutes,
          pledge('URGENT')?.respondMinutes,
          pledge('URGENT')?.finishMinutes,
          version.clauseCodes.join('、'),
          version.number,
        ]
      }),
    },
    input.format ?? 'xlsx',
    '服务目录',
  )
}
