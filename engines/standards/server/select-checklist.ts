import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { ChecklistLine } from '../schema.ts'

interface LineRow {
  id: string
  version_id: string
  code: string
  title_zh: string
  title_en: string
  text_zh: string
  text_en: string
  mandatory: boolean
  needs_photo: boolean
  allows_na: boolean
  limit_min: number | null
  limit_max: number | null
  limit_unit: string | null
}

/** The columns of a checklist line with its clause, for `from` checklist_line l, clause_version cv, clause c. */
export const lineColumns =
  sql.raw(`l.id, l.version_id, c.code, cv.title_zh, cv.title_en, l.text_zh, l.text_en,
  l.mandatory, l.needs_photo, l.allows_na, l.limit_min, l.limit_max, l.limit_unit`)

/** A line as the wire has it; where no English was written, the Chinese stands. */
export function lineOf(row: LineRow): ChecklistLine {
  return {
    id: row.id,
    versionId: row.version_id,
    clauseCode: row.code,
    clauseTitle: { zh: row.title_zh, en: row.title_en || row.title_zh },
    text: { zh: row.text_zh, en: row.text_en || row.text_zh },
    mandatory: row.mandatory,
    needsPhoto: row.needs_photo,
    allowsNa: row.allows_na,
    limit: row.limit_unit === null ? null : { min: row.limit_min, max: row.limit_max, unit: row.limit_unit },
  }
}

/**
 * The versions in force at a moment: the last one issued by then of every document, unless it was withdrawn by
 * then. Rows: id, document_id.
 */
export const versionsInForce = (at: Date) => sql`
  select distinct on (document_id) id, document_id, withdrawn_at
  from standards.version
  where issued_at <= ${at}
  order by document_id, issued_at desc, number desc`

/**
 * The checklist that these clauses give, in the order of the clauses, at the versions in force at `asOf`: give the
 * moment at which an order was taken and its checklist stays what it was, whatever is issued later.
 * A clause that is not in force then gives no line. @returns lines, each with its version's id
 */
export async function checklistFor(
  ctx: Ctx,
  clauses: readonly string[] | { clauseCodes: readonly string[] },
  asOf: Date | string = ctx.now,
): Promise<ChecklistLine[]> {
  const codes = 'clauseCodes' in clauses ? clauses.clauseCodes : clauses
  if (codes.length === 0) return []
  const at = new Date(asOf)
  const { rows } = await sql<LineRow>`
    with in_force as (${versionsInForce(at)})
    select ${lineColumns}
    from standards.checklist_line l
    join standards.clause_version cv on cv.bureau_id = l.bureau_id and cv.id = l.clause_version_id
    join standards.clause c on c.bureau_id = cv.bureau_id and c.id = cv.clause_id
    join in_force v on v.id = l.version_id
    where c.code = any(${[...codes]}) and (v.withdrawn_at is null or v.withdrawn_at > ${at})
    order by array_position(${[...codes]}, c.code), l.position`.execute(ctx.db)
  return rows.map(lineOf)
}

/**
 * The ids of clauses by code, in the given order, for foreign keys.
 * @throws Problem 422 `standards.unknown_clause`
 */
export async function clauseIds(ctx: Ctx, codes: readonly string[], path = 'clauseCodes'): Promise<string[]> {
  if (codes.length === 0) return []
  const rows = await ctx.db
    .selectFrom('standards.clause')
    .select(['id', 'code'])
    .where('code', 'in', [...codes])
    .execute()
  const byCode = new Map(rows.map(({ id, code }) => [code, id]))
  return codes.map((code) => {
    const id = byCode.get(code)
    if (!id) throw new Problem(422, 'standards.unknown_clause', { params: { code }, path })
    return id
  })
}
