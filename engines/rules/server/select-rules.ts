import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { containing } from '#kernel/database/containing.ts'
import { jurisdictionsOf } from '../jurisdiction.ts'
import type { rules } from '../module.ts'
import { ownJurisdiction } from './read-values.ts'
import { today } from './today.ts'

type Filters = Omit<InputOf<(typeof rules.actions)['listRules']>, 'cursor' | 'limit'>

/** Where twelve months of decisions begin. */
const aYearBefore = (ctx: Ctx) => sql`${ctx.now}::timestamptz - interval '12 months'`

export interface RuleCounts {
  asked: number
  read: number
  informed: number
  warned: number
  blocked: number
}

/** Over lines `v` of decisions. */
export const countedLines = sql<RuleCounts>`jsonb_build_object(
    'asked', count(*) filter (where not v.was_read),
    'read', count(*) filter (where v.was_read),
    'informed', count(*) filter (where v.outcome = 'INFO'),
    'warned', count(*) filter (where v.outcome = 'WARN'),
    'blocked', count(*) filter (where v.outcome = 'BLOCK'))`

/** How often a rule was used and what came out, twelve months; for rows of `rules.rule`. */
const countsOf = (ctx: Ctx, ruleId: ReturnType<typeof sql>) => sql<RuleCounts>`(select ${countedLines}
  from rules.decision_value v join rules.decision d on d.bureau_id = v.bureau_id and d.id = v.decision_id
  where v.bureau_id = kernel.bureau() and v.rule_id = ${ruleId} and d.at > ${aYearBefore(ctx)})`

/** Values of a rule in force today, as a condition on rows `x` of `rules.rule_value`. */
export const inForceOn = (day: string) =>
  sql`x.effective_from <= ${day}::date and (x.effective_to is null or x.effective_to > ${day}::date)`

/** The rules the filters leave, with what a list says of their values in force. */
export async function selectRules(ctx: Ctx, filters: Filters) {
  const day = today(ctx)
  const own = jurisdictionsOf(await ownJurisdiction(ctx)).slice(1)
  const isLocal = sql`(x.jurisdiction = any(${own}::text[]) or x.jurisdiction like 'unit:%')`
  const applying = sql`x.bureau_id = r.bureau_id and x.rule_id = r.id and ${inForceOn(day)}
    and (x.jurisdiction = 'CN' or ${isLocal})`
  let query = ctx.db
    .selectFrom('rules.rule as r')
    .select([
      'r.id',
      'r.field',
      'r.position',
      'r.title_zh',
      'r.title_en',
      'r.uses_zh',
      'r.uses_en',
      'r.note_zh',
    ])
    .select([
      sql<number>`(select count(*) from rules.rule_value x where ${applying})`.as('values_there'),
      sql<number>`(select count(*) from rules.rule_value x where ${applying} and ${isLocal})`.as(
        'local_there',
      ),
      sql<string | null>`(select min(x.source_mark) from rules.rule_value x where ${applying})`.as('mark'),
      sql<number | null>`(select max(array_position(array['info', 'warn', 'block'], x.effect))
        from rules.rule_value x where ${applying})`.as('effect_rank'),
      countsOf(ctx, sql`r.id`).as('counts'),
    ])
  const having = (more: ReturnType<typeof sql>) =>
    sql<boolean>`exists (select from rules.rule_value x where ${applying} and ${more})`
  if (filters.field) query = query.where('r.field', '=', filters.field)
  if (filters.mark) query = query.where(having(sql`x.source_mark = ${filters.mark}`))
  if (filters.effect) query = query.where(having(sql`x.effect = ${filters.effect}`))
  if (filters.local) query = query.where(having(isLocal))
  if (filters.search) {
    const like = containing(filters.search.toLowerCase())
    query = query.where(sql<boolean>`(r.search like ${like} or exists (select from rules.rule_value x
      where ${applying} and (x.source_title ilike ${like} or x.source_doc_no ilike ${like})))`)
  }
  return query
}
