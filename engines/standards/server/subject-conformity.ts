import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { MetricHandler, MetricScope } from '#kernel/server-module.ts'
import { type Conformity, rateOf } from './read-conformity.ts'

/** How the standard was kept on one subject: a meeting, an order. */
export interface SubjectConformity extends Conformity {
  /** Mandatory lines that were asked for (`expectChecklist`). */
  needed: number
  /** Of them, those somebody answered; “not applicable” is an answer. */
  answered: number
  /** Percent with one decimal; null when nothing was asked for. */
  completion: number | null
}

interface Row {
  subject_id: string
  label: string
  href: string
  at: string
  base: number
  ok: number
  needed: number
  answered: number
}

/** One row a subject: executed mandatory lines without N/A (base, ok), and asked-for mandatory lines (needed, answered). */
const rowsOf = (subjectType: string) => sql`
  select e.subject_id, e.subject_label as label, e.href, coalesce(e.due_at, e.first_at) as at,
    done.base, done.ok, asked.needed, asked.answered
  from standards.executed_checklist e
  cross join lateral (
    select count(*) as base, count(*) filter (where r.result = 'OK') as ok
    from standards.checklist_result r
    join standards.checklist_line l on l.bureau_id = r.bureau_id and l.id = r.line_id
    where r.bureau_id = e.bureau_id and r.checklist_id = e.id and l.mandatory and r.result <> 'NA'
  ) done
  cross join lateral (
    select count(*) as needed, count(r.id) as answered
    from standards.expected_line x
    join standards.checklist_line l on l.bureau_id = x.bureau_id and l.id = x.line_id
    left join standards.checklist_result r
      on r.bureau_id = x.bureau_id and r.checklist_id = x.checklist_id and r.line_id = x.line_id
    where x.bureau_id = e.bureau_id and x.checklist_id = e.id and l.mandatory
  ) asked
  where e.bureau_id = kernel.bureau() and e.voided_at is null and e.subject_type = ${subjectType}`

const nothing: SubjectConformity = { ...rateOf(0, 0), needed: 0, answered: 0, completion: null }

/**
 * How the standard was kept on each of these subjects, and how complete its checklist is; a subject without any
 * checklist has nothing in its base. The caller has checked that the subjects may be seen.
 */
export async function conformityOf(
  ctx: Ctx,
  subjectType: string,
  ids: readonly string[],
): Promise<Map<string, SubjectConformity>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Row>`
    ${rowsOf(subjectType)} and e.subject_id = any(${[...ids]}::uuid[])`.execute(ctx.db)
  const found = new Map(rows.map((row) => [row.subject_id, row]))
  return new Map(
    ids.map((id) => {
      const row = found.get(id)
      if (!row) return [id, nothing]
      const { needed, answered } = row
      return [
        id,
        { ...rateOf(row.ok, row.base), needed, answered, completion: rateOf(answered, needed).rate },
      ]
    }),
  )
}

/**
 * A figure over subjects of one type that were due in the period: the mean of their conformity, or of how complete
 * their checklists are. One row a subject, so that each counts alike, however long its checklist is.
 */
export function subjectFigure(subjectType: string, of: 'rate' | 'completion'): MetricHandler {
  const [part, whole] = of === 'rate' ? ['ok', 'base'] : ['answered', 'needed']
  const worth = sql`${sql.ref(`s.${part}`)} * 100.0 / ${sql.ref(`s.${whole}`)}`
  const scoped = (scope: MetricScope) => sql`
    from (${rowsOf(subjectType)} ${dueWithin(scope)}) s where ${sql.ref(`s.${whole}`)} > 0`
  return {
    from: 'mean',
    async value(ctx, scope) {
      const { rows } = await sql<{
        value: number | null
      }>`select avg(${worth}) as value ${scoped(scope)}`.execute(ctx.db)
      return rows[0]!.value
    },
    async records(ctx, scope, page) {
      const { rows } = await sql<Row & { value: number }>`
        select s.*, ${worth} as value ${scoped(scope)}
          and (${page.after}::uuid is null or s.subject_id > ${page.after}::uuid)
        order by s.subject_id limit ${page.limit}`.execute(ctx.db)
      return rows.map((row) => ({
        id: row.subject_id,
        label: row.label,
        at: row.at,
        value: row.value,
        href: row.href || null,
        detail: of === 'rate' ? `${row.ok}/${row.base}` : `${row.answered}/${row.needed}`,
      }))
    },
  }
}

function dueWithin({ from, to, unitId, siteId }: MetricScope) {
  const day = sql`kernel.local_day(coalesce(e.due_at, e.first_at))`
  return sql`and ${day} between ${from}::date and ${to}::date
    and (${unitId ?? null}::uuid is null or e.unit_id = ${unitId ?? null}::uuid)
    and (${siteId ?? null}::uuid is null or e.site_id = ${siteId ?? null}::uuid)`
}
