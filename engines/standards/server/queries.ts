import { type Selectable, sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { containing } from '#kernel/database/containing.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { FormFinding } from '../form/finding.ts'
import type { standards } from '../module.ts'
import { versionStates } from '../states.ts'
import { type Stage, stageAt } from './document-stage.ts'
import { readBorrowings } from './read-borrowings.ts'
import { type ClauseRow, readClauses } from './read-clauses.ts'
import { rateOf } from './read-conformity.ts'
import { nodeName, readNodes } from './read-nodes.ts'
import { versionsInForce } from './select-checklist.ts'
import { readParts } from './write-parts.ts'

type Actions = typeof standards.actions
type VersionRow = Selectable<DB['standards.version']>
type Documents = OutputOf<Actions['listDocuments']>

/** Version in force today by document; a withdrawn last version leaves none. */
export async function inForce(ctx: Ctx): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; document_id: string; withdrawn_at: string | null }>`
    ${versionsInForce(ctx.now)}`.execute(ctx.db)
  return new Map(rows.filter((row) => !row.withdrawn_at).map((row) => [row.document_id, row.id]))
}

const mayWrite = (ctx: Ctx) => ({ draft: ctx.has('standards.write') })

export async function listDocuments(ctx: Ctx, input: InputOf<Actions['listDocuments']>): Promise<Documents> {
  const stage = stageAt(ctx.now)
  let query = ctx.db
    .selectFrom('standards.document')
    .select(['id', 'code', 'title_zh', 'title_en', 'node_id', stage.as('stage')])
  if (input.stage) query = query.where(stage, '=', input.stage)
  if (input.search) {
    const like = containing(input.search)
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
  const nodes = await readNodes(ctx)
  const items: Documents['items'] = []
  for (const row of page.items) {
    const version = versions.find(({ id }) => id === current.get(row.id))
    const clauses = version ? await readClauses(ctx, [version.id], input) : []
    items.push({
      id: row.id,
      code: row.code,
      title: { zh: row.title_zh, en: row.title_en || row.title_zh },
      ...nodeName(nodes, row.node_id),
      stage: row.stage,
      currentVersion: version?.number ?? null,
      issuedAt: version?.issued_at ?? null,
      clauses: clauses.length,
      lines: clauses.reduce((sum, clause) => sum + clause.lines.length, 0),
      conformity: rateOf(
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
    findings: row.form_findings as FormFinding[] | null,
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
  const borrowed = version ? await readBorrowings(ctx, [version.id]) : []
  const parts = version ? await readParts(ctx, version.id) : []
  return {
    id: document.id,
    code: document.code,
    title: { zh: document.title_zh, en: document.title_en || document.title_zh },
    ...nodeName(await readNodes(ctx), document.node_id),
    versions,
    version,
    clauses: version ? await readClauses(ctx, [version.id], input) : [],
    parts: parts.map(({ part, body_zh, body_en }) => ({
      part,
      body: { zh: body_zh, en: body_en || body_zh },
    })),
    borrowed: borrowed.filter(({ clauseId }) => clauseId === null).map(({ borrowing }) => borrowing),
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

interface ClauseFilters {
  search?: string
  stage?: Stage
  from?: string
  to?: string
}

/** The clauses in force, of the documents and with the words asked for. */
export async function clausesInForce(ctx: Ctx, input: ClauseFilters): Promise<ClauseRow[]> {
  const current = await inForce(ctx)
  if (input.stage) {
    const stages = await ctx.db
      .selectFrom('standards.document')
      .select(['id', stageAt(ctx.now).as('stage')])
      .execute()
    for (const { id, stage } of stages) if (stage !== input.stage) current.delete(id)
  }
  const clauses = await readClauses(ctx, [...current.values()], input)
  return clauses.filter((clause) => matches(clause, input.search))
}

export async function listClauses(
  ctx: Ctx,
  input: InputOf<Actions['listClauses']>,
): Promise<OutputOf<Actions['listClauses']>> {
  return { items: await clausesInForce(ctx, input) }
}
