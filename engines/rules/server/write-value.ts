import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { checkValue, type ValueDraft } from '../check-value.ts'
import { keyWords } from '../key-words.ts'
import type { RuleValue } from '../value.ts'
import { effectWords } from '../words.ts'
import { ruleValueOf } from './read-values.ts'
import { valueWords } from './value-words.ts'

/** @throws Problem 422 for a value that is wrong by itself, or for a unit that is not there */
export async function requireSound(ctx: Ctx, draft: ValueDraft): Promise<void> {
  const fault = checkValue(draft)
  if (fault) throw new Problem(422, fault.code, { path: fault.path })
  if (!draft.jurisdiction.startsWith('unit:')) return
  const unit = await ctx.db
    .selectFrom('directory.unit')
    .select('id')
    .where('id', '=', draft.jurisdiction.slice(5))
    .executeTakeFirst()
  if (!unit) throw new Problem(422, 'rules.unknown_jurisdiction', { path: 'jurisdiction' })
}

/** Whether days of a sound value are taken already by another of the same thing in the same area. */
export async function daysTaken(ctx: Ctx, draft: ValueDraft): Promise<boolean> {
  const { rows } = await sql`
    select from rules.rule_value
    where rule_id = ${draft.ruleId} and key = ${JSON.stringify(draft.key)}::jsonb
      and jurisdiction = ${draft.jurisdiction}
      and daterange(effective_from, effective_to) && daterange(${draft.from}::date, ${draft.to}::date)
    limit 1`.execute(ctx.db)
  return rows.length > 0
}

/** Writes a sound value. @returns its id @throws Problem 409 `rules.same_days` */
export async function insertValue(ctx: Ctx, draft: ValueDraft, reason: string): Promise<string> {
  if (await daysTaken(ctx, draft)) throw new Problem(409, 'rules.same_days', { path: 'from' })
  const { source } = draft
  const { id } = await ctx.db
    .insertInto('rules.rule_value')
    .values({
      rule_id: draft.ruleId,
      key: JSON.stringify(draft.key),
      op: draft.op,
      value: draft.value,
      formula: draft.formula,
      unit: draft.unit,
      effect: draft.effect,
      jurisdiction: draft.jurisdiction,
      overrides: draft.overrides,
      effective_from: draft.from,
      effective_to: draft.to,
      source_title: source.title,
      source_doc_no: source.docNo,
      source_article: source.article,
      source_url: source.url,
      source_mark: source.mark,
      source_checked_on: source.checkedOn,
      reason,
      created_by: ctx.actor.name,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The value, locked, that may still be replaced or ended. @throws Problem 404; 409 `rules.value_ended` */
export async function lockOpenValue(ctx: Ctx, valueId: string): Promise<RuleValue> {
  const row = await ctx.db
    .selectFrom('rules.rule_value')
    .selectAll()
    .where('id', '=', valueId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (row.ended_at !== null || row.superseded_by !== null) throw new Problem(409, 'rules.value_ended')
  return ruleValueOf(row)
}

/** What the history keeps of a value: its numbers, and the sentence people read. */
export function recordOf(value: Omit<RuleValue, 'id'>): Record<string, unknown> & { words: Text } {
  const { ruleId, key, op, formula, unit, effect, jurisdiction, overrides, from, to, source } = value
  const limit = valueWords({ ...value, id: '' })
  const about = keyWords(key)
  const tail = text(
    `（${effectWords[effect].zh}，自 ${from} 起）`,
    ` (${effectWords[effect].en}, from ${from})`,
  )
  const words = text(
    `${about ? `${about.zh}：` : ''}${limit.zh}${tail.zh}`,
    `${about ? `${about.en}: ` : ''}${limit.en}${tail.en}`,
  )
  const { title, docNo, article, mark } = source
  return {
    ...{
      ruleId,
      key,
      op,
      value: value.value,
      formula,
      unit,
      effect,
      jurisdiction,
      overrides,
      from,
      to,
      words,
    },
    source: { title, docNo, article, mark },
  }
}
