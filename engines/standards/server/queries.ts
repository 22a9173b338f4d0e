import { type Selectable, sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { standards } from '../module.ts'
import { versionStates } from '../states.ts'
import { type ClauseRow, readClauses } from './read-clauses.ts'
import { conformityOf } from './read-conformity.ts'
import { versionsInForce } from './select-checklist.ts'

type Actions = typeof standards.actions
type VersionRow = Selectable<DB['standards.version']>
type Documents = OutputOf<Actions['listDocuments']>

/** Version in force today by document; a withdrawn last version leaves none. */
async function inForce(ctx: Ctx): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; document_id: string; withdrawn_at: string | null }>`
    ${versionsInForce(ctx.now)}`.execute(ctx.db)
  return new Map(rows.filter((row) => !row.withdrawn_at).map((row) => [row.document_id, row.id]))
}

const mayWrite = (ctx: Ctx) => ({ draft: ctx.has('standards.write') })

export async function listDocuments(ctx: Ctx, input: InputOf<Actions['listDocuments']>): Promise<Documents> {
  let query = ctx.db.selectFrom('standards.document').select(['id', 'code', 'title_zh', 'title_en', 'family'])
  if (input.search) {
    const like = `%${input.search.replaceAll(/[\\%_]/g, '\\$&')}%`
    query =
      query.where(sql<boolean>`(title_zh like ${like} or title_en ilike ${like} or code ilike ${like} or exists (
      select from standards.clause c
      join standards.clause_version cv on cv.bureau_id = c.bureau_id and cv.clause_id = c.id
      where c.bureau_id = standards.document.bureau_id and c.document_id = standards.document.id
        and (c.code ilike ${like} or cv.title_zh like ${like} or cv.body_zh like ${like})))`)
  }
  const page = await keysetPage(query, input, { by: [{ column: 'code', direction: 'asc' }] })
  const current = await inForce(ctx)
  const ids = page.items.flatMap(({ id }) => current.get(id) ?? [])
  const versions = ids.length
    ? await ctx.db
        .selectFrom('standards.version')
        .select(['id', 'number', 'issued_at'])
        .where('id', 'in', ids)
        .execute()
    : []
  const items: Documents['items'] = []
  for (const row of page.items) {
    const version = versions.find(({ id }) => id === current.get(row.id))
    const clauses = version ? await readClauses(ctx, [version.id], input) : []
    items.push({
      id: row.id,
      code: row.code,
      title: { zh: row.title_zh, en: row.title_en || row.title_zh },
      family: row.family as Documents['items'][number]['family'],
      currentVersion: version?.number ?? null,
      issuedAt: version?.issued_at ?? null,
      clauses: clauses.length,
      lines: clauses.reduce((sum, clause) => sum + clause.lines.length, 0),
      conformity: conformityOf(
        clauses.reduce((sum, clause) => sum + clause.conformity.ok, 0),
        clauses.reduce((sum, clause) => sum + clause.conformity.base, 0),
      ),
      can: mayWrite(ctx),
    })
  }
  return { items, next: page.next }
}

function versionRow(ctx: Ctx, row: VersionRow, current: string | undefined) {
  const { issue, withdraw } = ctx.can(versionStates, row)
  return {
    id: row.id,
    number: row.number,
    state: row.state as 'draft' | 'issued' | 'withdrawn',
    inForce: row.id === current,
    source: row.source,
    changeNote: row.change_note,
    createdBy: row.created_by,
    createdAt: row.created_at,
    issuedAt: row.issued_at,
    withdrawnAt: row.withdrawn_at,
    can: { issue, withdraw, change: row.state === 'draft' && ctx.has('standards.write') },
  }
}

/** A standard at the version asked for, else the one in force, else the newest. Drafts are the writers' own. */
export async function readDocument(
  ctx: Ctx,
  input: InputOf<Actions['readDocument']>,
): Promise<OutputOf<Actions['readDocument']>> {
  const document = await ctx.db
    .selectFrom('standards.document')
    .selectAll()
    .where('id', '=', input.documentId)
    .executeTakeFirst()
  if (!document) throw new Problem(404, 'kernel.not_found')
  const all = await ctx.db
    .selectFrom('standards.version')
    .selectAll()
    .where('document_id', '=', document.id)
    .orderBy('number', 'desc')
    .execute()
  const writer = ctx.has('standards.write')
  const current = (await inForce(ctx)).get(document.id)
  const versions = all
    .filter(({ state }) => writer || state !== 'draft')
    .map((row) => versionRow(ctx, row, current))
  const wanted = input.versionId ?? current ?? versions[0]?.id
  const version = versions.find(({ id }) => id === wanted) ?? null
  if (input.versionId && !version) throw new Problem(404, 'kernel.not_found')
  return {
    id: document.id,
    code: document.code,
    title: { zh: document.title_zh, en: document.title_en || document.title_zh },
    family: document.family as Documents['items'][number]['family'],
    versions,
    version,
    clauses: version ? await readClauses(ctx, [version.id], input) : [],
    can: { draft: writer && !all.some(({ state }) => state === 'draft') },
  }
}

function matches(clause: ClauseRow, search: string | undefined): boolean {
  if (!search) return true
  const words = [
    clause.code,
    clause.title.zh,
    clause.title.en,
    clause.body.zh,
    ...clause.lines.map(({ text }) => text.zh),
  ]
  return words.some((word) => word.toLowerCase().includes(search.toLowerCase()))
}

export async function listClauses(
  ctx: Ctx,
  input: InputOf<Actions['listClauses']>,
): Promise<OutputOf<Actions['listClauses']>> {
  const clauses = await readClauses(ctx, [...(await inForce(ctx)).values()], input)
  return { items: clauses.filter((clause) => matches(clause, input.search)) }
}

export async function exportDocuments(
  ctx: Ctx,
  input: InputOf<Actions['exportDocuments']>,
): Promise<FileAnswer> {
  const { items } = await listClauses(ctx, input)
  const headings = [
    '条款编号',
    '条款',
    '要求',
    '检查项',
    '必做',
    '需拍照',
    '可不适用',
    '下限',
    '上限',
    '单位',
  ]
  const yes = (flag: boolean) => (flag ? '是' : '否')
  return sheetAnswer(
    {
      title: '条款与检查项',
      columns: headings.map((heading) => ({ heading })),
      rows: items.flatMap((clause) =>
        clause.lines.map((line) => [
          clause.code,
          ctx.say(clause.title),
          ctx.say(clause.body),
          ctx.say(line.text),
          yes(line.mandatory),
          yes(line.needsPhoto),
          yes(line.allowsNa),
          line.limit?.min,
          line.limit?.max,
          line.limit?.unit,
        ]),
      ),
    },
    input.format ?? 'xlsx',
    '条款与检查项',
  )
}

export async function exportClauses(ctx: Ctx, input: InputOf<Actions['exportClauses']>): Promise<FileAnswer> {
  const { items } = await listClauses(ctx, input)
  return sheetAnswer(
    {
      title: '条款执行率',
      columns: [
        { heading: '条款编号' },
        { heading: '条款', width: 30 },
        { heading: '执行项数', kind: 'number' },
        { heading: '合格项数', kind: 'number' },
        { heading: '执行率（%）', kind: 'number' },
        { heading: '用于', width: 40 },
      ],
      rows: items.map(({ code, title, conformity, uses }) => [
        code,
        ctx.say(title),
        conformity.base,
        conformity.ok,
        conformity.rate,
        uses.map(({ label }) => ctx.say(label)).join('、'),
      ]),
    },
    input.format ?? 'xlsx',
    '条款执行率',
  )
}
