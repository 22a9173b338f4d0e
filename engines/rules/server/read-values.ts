import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import { jurisdictionsOf } from '../jurisdiction.ts'
import type { Effect, Key, Mark, Op, RuleName, RuleUnit, RuleValue } from '../value.ts'

export type ValueRow = Selectable<DB['rules.rule_value']>

/** A row as the rules of resolution read it. */
export function ruleValueOf(row: ValueRow): RuleValue {
  return {
    id: row.id,
    ruleId: row.rule_id,
    key: row.key as Key,
    op: row.op as Op,
    value: row.value,
    formula: row.formula,
    unit: row.unit as RuleUnit,
    effect: row.effect as Effect,
    jurisdiction: row.jurisdiction,
    overrides: row.overrides,
    from: row.effective_from,
    to: row.effective_to,
    source: {
      title: row.source_title,
      docNo: row.source_doc_no,
      article: row.source_article,
      url: row.source_url,
      mark: row.source_mark as Mark,
      checkedOn: row.source_checked_on,
    },
  }
}

/** Where the bureau says it stands; null while nobody has. */
export async function ownJurisdiction(ctx: Ctx): Promise<string | null> {
  const setting = await ctx.db.selectFrom('rules.setting').select('jurisdiction').executeTakeFirst()
  return setting?.jurisdiction ?? null
}

/** A unit's superiors and the unit, the highest first. */
async function unitPath(ctx: Ctx, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive path as (
      select id, parent_id, 1 as depth from directory.unit where id = ${unitId}
      union all
      select u.id, u.parent_id, p.depth + 1 from directory.unit u join path p on u.id = p.parent_id where p.depth < 20
    ) select id from path order by depth desc`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

/** Everything a question about these rules may need. */
export interface RuleBook {
  jurisdictions: readonly string[]
  /** @returns null for a rule nobody knows */
  rule(ruleId: string): { name: RuleName; values: RuleValue[] } | null
}

/** Reads the rules and all their values under the bureau's jurisdictions, those of other days included. */
export async function readBook(ctx: Ctx, ruleIds: readonly string[], unitId?: string): Promise<RuleBook> {
  const wanted = [...new Set(ruleIds)]
  const jurisdictions = jurisdictionsOf(await ownJurisdiction(ctx), unitId ? await unitPath(ctx, unitId) : [])
  const names = await ctx.db
    .selectFrom('rules.rule')
    .select(['id', 'title_zh', 'title_en'])
    .where(sql<boolean>`id = any(${wanted}::text[])`)
    .execute()
  const rows = await ctx.db
    .selectFrom('rules.rule_value')
    .selectAll()
    .where(sql<boolean>`rule_id = any(${wanted}::text[]) and jurisdiction = any(${jurisdictions}::text[])`)
    .orderBy('effective_from', 'desc')
    .execute()
  const values = Map.groupBy(rows.map(ruleValueOf), ({ ruleId }) => ruleId)
  const known = new Map(
    names.map(({ id, title_zh, title_en }) => [
      id,
      { name: { id, title: { zh: title_zh, en: title_en } }, values: values.get(id) ?? [] },
    ]),
  )
  return { jurisdictions, rule: (ruleId) => known.get(ruleId) ?? null }
}
