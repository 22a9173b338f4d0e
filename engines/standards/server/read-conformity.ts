import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

export interface Conformity {
  base: number
  ok: number
  /** Percent with one decimal; null when nothing was executed. */
  rate: number | null
}

export interface Period {
  /** Days in Asia/Shanghai, both included. */
  from?: string
  to?: string
}

/** The rate of so many met lines among so many. */
export function rateOf(ok: number, base: number): Conformity {
  return { base, ok, rate: base === 0 ? null : Math.round((ok * 1000) / base) / 10 }
}

/** Executed mandatory lines without N/A, of checklists that stand, as rows r, l, cv, e: what every conformity figure counts. */
export const executedMandatory = sql`
  from standards.checklist_result r
  join standards.checklist_line l on l.bureau_id = r.bureau_id and l.id = r.line_id
  join standards.clause_version cv on cv.bureau_id = l.bureau_id and cv.id = l.clause_version_id
  join standards.executed_checklist e on e.bureau_id = r.bureau_id and e.id = r.checklist_id
  where r.bureau_id = kernel.bureau() and l.mandatory and r.result <> 'NA' and e.voided_at is null`

/** The condition that a moment lies in the period. */
export function within(column: string, { from, to }: Period) {
  const day = sql`kernel.local_day(${sql.ref(column)})`
  return sql`(${from ?? null}::date is null or ${day} >= ${from ?? null}::date)
    and (${to ?? null}::date is null or ${day} <= ${to ?? null}::date)`
}

/** How often the mandatory lines of each clause were met, over all its versions; by the clause's id. */
export async function conformityByClause(ctx: Ctx, period: Period): Promise<Map<string, Conformity>> {
  const { rows } = await sql<{ clause_id: string; ok: number; base: number }>`
    select cv.clause_id, count(*) filter (where r.result = 'OK') as ok, count(*) as base
    ${executedMandatory} and ${within('r.at', period)}
    group by cv.clause_id`.execute(ctx.db)
  return new Map(rows.map(({ clause_id, ok, base }) => [clause_id, rateOf(ok, base)]))
}

/** The same for each document, over all its clauses and versions; by the document's id. */
export async function conformityByDocument(ctx: Ctx, period: Period): Promise<Map<string, Conformity>> {
  const { rows } = await sql<{ document_id: string; ok: number; base: number }>`
    select c.document_id, sum(k.ok)::int as ok, sum(k.base)::int as base
    from standards.clause c
    join (
      select cv.clause_id, count(*) filter (where r.result = 'OK') as ok, count(*) as base
      ${executedMandatory} and ${within('r.at', period)}
      group by cv.clause_id
    ) k on k.clause_id = c.id
    where c.bureau_id = kernel.bureau()
    group by c.document_id`.execute(ctx.db)
  return new Map(rows.map(({ document_id, ok, base }) => [document_id, rateOf(ok, base)]))
}
