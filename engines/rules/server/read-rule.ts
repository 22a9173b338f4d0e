import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { text } from '#kernel/contract/text.ts'
import type { Field } from '../fields.ts'
import { formulaOf } from '../formulas.ts'
import { jurisdictionsOf, levelOf, levels } from '../jurisdiction.ts'
import { compareKeys, keyDimensions, keyWord, keyWords } from '../key-words.ts'
import type { rules } from '../module.ts'
import type { RuleView, ValueView } from '../schema.ts'
import { findRule } from './find-rule.ts'
import { ownJurisdiction, ruleValueOf, type ValueRow } from './read-values.ts'
import { countedLines, type RuleCounts } from './select-rules.ts'
import { today } from './today.ts'
import { valueWords } from './value-words.ts'

type Actions = typeof rules.actions

/** A rule with every value it has or had, and what it was used for in the chosen days. @throws Problem 404 */
export async function readRule(
  ctx: Ctx,
  { ruleId, ...days }: InputOf<Actions['readRule']>,
): Promise<OutputOf<Actions['readRule']>> {
  const rule = await findRule(ctx, ruleId)
  const rows = await ctx.db.selectFrom('rules.rule_value').selectAll().where('rule_id', '=', ruleId).execute()
  const span = spanOf(ctx, days)
  const uses = await usesOf(ctx, ruleId, span)
  const jurisdiction = await ownJurisdiction(ctx)
  const names = await unitNames(ctx, rows)
  const own = new Set(jurisdictionsOf(jurisdiction))
  const values = rows.map((row) => valueView(ctx, row, own, names)).sort(byPlace)
  return {
    id: rule.id,
    field: rule.field as Field,
    title: { zh: rule.title_zh, en: rule.title_en },
    uses: { zh: rule.uses_zh, en: rule.uses_en },
    note: rule.note_zh ? { zh: rule.note_zh, en: rule.note_en || rule.note_zh } : null,
    values,
    dimensions: dimensionsOf(values),
    operands: operandsOf(values),
    unit: values[0]?.unit ?? null,
    counts: sumOf(uses),
    askedBy: uses,
    ...span,
    jurisdiction,
    can: { add: ctx.has('rules.write') },
  }
}

function valueView(
  ctx: Ctx,
  row: ValueRow,
  own: ReadonlySet<string>,
  names: ReadonlyMap<string, string>,
): ValueView {
  const { id, key, op, value, formula, unit, effect, jurisdiction, overrides, from, to, source } =
    ruleValueOf(row)
  const day = today(ctx)
  const state = to !== null && to <= day ? 'ENDED' : from > day ? 'LATER' : 'IN_FORCE'
  const open = ctx.has('rules.write') && row.ended_at === null && state !== 'ENDED'
  const level = levelOf(jurisdiction)
  return {
    id,
    key: { ...key },
    keyWords: keyWords(key),
    ...{ op, value, formula, unit, effect, jurisdiction, level, overrides, from, to, state, source },
    limit: valueWords(ruleValueOf(row)),
    unitName: names.get(jurisdiction) ?? null,
    applies: level === 'UNIT' || own.has(jurisdiction),
    national: row.seed !== null,
    reason: row.reason,
    createdBy: row.created_by,
    createdAt: row.created_at,
    endedBy: row.ended_by,
    endReason: row.end_reason,
    can: { replace: open, end: open },
  }
}

const stateOrder = ['IN_FORCE', 'LATER', 'ENDED']

/** In force first, then those of the own area, the nearest first, then by what they are about. */
function byPlace(one: ValueView, other: ValueView): number {
  return (
    stateOrder.indexOf(one.state) - stateOrder.indexOf(other.state) ||
    Number(other.applies) - Number(one.applies) ||
    levels.indexOf(other.level) - levels.indexOf(one.level) ||
    compareKeys(one.key, other.key) ||
    (one.id < other.id ? -1 : 1)
  )
}

async function unitNames(ctx: Ctx, rows: readonly ValueRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ jurisdiction }) =>
    jurisdiction.startsWith('unit:') ? [jurisdiction.slice(5)] : [],
  )
  if (ids.length === 0) return new Map()
  const units = await ctx.db
    .selectFrom('directory.unit')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(units.map(({ id, name }) => [`unit:${id}`, name]))
}

function dimensionsOf(values: readonly ValueView[]): RuleView['dimensions'] {
  const seen = new Map<string, Set<string>>()
  for (const { key } of values)
    for (const [name, value] of Object.entries(key)) seen.set(name, (seen.get(name) ?? new Set()).add(value))
  return [...seen].map(([name, found]) => ({
    name,
    title: keyDimensions[name]?.title ?? { zh: name, en: name },
    choices: [...found]
      .filter((value) => value !== '*')
      .map((value) => ({ value, title: keyWord(name, value) })),
  }))
}

function operandsOf(values: readonly ValueView[]): RuleView['operands'] {
  const needed = values.flatMap(({ formula }) => Object.entries(formulaOf(formula)?.operands ?? {}))
  return [...new Map(needed)].map(([name, title]) => ({ name, title }))
}

/** The chosen days, else the twelve months up to today. */
function spanOf(ctx: Ctx, { from, to }: { from?: string; to?: string }) {
  const end = to ?? today(ctx)
  const year = Number(end.slice(0, 4)) - 1
  // 29 February has no day a year before: the next one is.
  return { from: from ?? `${year}${end.slice(4) === '-02-29' ? '-03-01' : end.slice(4)}`, to: end }
}

/** How often it was used in these days, by kind of thing; the newest decision of a kind names it. */
async function usesOf(ctx: Ctx, ruleId: string, { from, to }: { from: string; to: string }) {
  const { rows } = await sql<{ subjectType: string; zh: string; en: string; counts: RuleCounts }>`
    select d.subject_type as "subjectType", ${countedLines} as counts,
      (array_agg(d.kind_zh order by d.kind_zh = '', d.at desc))[1] as zh,
      (array_agg(d.kind_en order by d.kind_zh = '', d.at desc))[1] as en
    from rules.decision_value v join rules.decision d on d.bureau_id = v.bureau_id and d.id = v.decision_id
    where v.bureau_id = kernel.bureau() and v.rule_id = ${ruleId}
      and d.at >= (${from}::date::timestamp at time zone 'Asia/Shanghai')
      and d.at < ((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')
    group by 1 order by count(*) desc, 1`.execute(ctx.db)
  return rows.map(({ subjectType, zh, en, counts }) => ({
    subjectType,
    title: zh ? { zh, en } : otherMatters,
    ...counts,
  }))
}

const otherMatters = text('其他事项', 'Other matters')
const nothingYet: RuleCounts = { asked: 0, read: 0, informed: 0, warned: 0, blocked: 0 }

const sumOf = (uses: readonly RuleCounts[]): RuleCounts =>
  uses.reduce(
    (sum, one) => ({
      asked: sum.asked + one.asked,
      read: sum.read + one.read,
      informed: sum.informed + one.informed,
      warned: sum.warned + one.warned,
      blocked: sum.blocked + one.blocked,
    }),
    nothingYet,
  )
