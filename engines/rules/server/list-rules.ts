import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { type Field, fieldWords } from '../fields.ts'
import type { rules } from '../module.ts'
import { effects, type Mark } from '../value.ts'
import { effectWords, markWords } from '../words.ts'
import { ruleValueOf } from './read-values.ts'
import { inForceOn, selectRules } from './select-rules.ts'
import { today } from './today.ts'
import { valueWords } from './value-words.ts'

type Actions = typeof rules.actions
type Rules = OutputOf<Actions['listRules']>

/** Every rule in the order of its field, with its limit where it has only one. */
export async function listRules(ctx: Ctx, input: InputOf<Actions['listRules']>): Promise<Rules> {
  const page = await keysetPage(await selectRules(ctx, input), input, {
    by: [{ column: 'position', ref: 'r.position', direction: 'asc' }],
    idRef: 'r.id',
  })
  const single = page.items.filter(({ values_there }) => values_there === 1).map(({ id }) => id)
  const limits = await onlyLimits(ctx, single)
  return {
    next: page.next,
    items: page.items.map((row) => ({
      id: row.id,
      field: row.field as Field,
      title: { zh: row.title_zh, en: row.title_en },
      uses: { zh: row.uses_zh, en: row.uses_en },
      values: row.values_there,
      local: row.local_there,
      mark: row.mark as Mark | null,
      effect: row.effect_rank === null ? null : effects[row.effect_rank - 1]!,
      limit: limits.get(row.id) ?? null,
      counts: row.counts,
    })),
  }
}

export async function onlyLimits(ctx: Ctx, ruleIds: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('rules.rule_value as x')
    .selectAll()
    .where(
      sql<boolean>`x.rule_id = any(${[...ruleIds]}::text[]) and x.jurisdiction = 'CN' and ${inForceOn(today(ctx))}`,
    )
    .execute()
  return new Map(rows.map((row) => [row.rule_id, valueWords(ruleValueOf(row))]))
}

/** The same as a sheet. */
export async function exportRules(ctx: Ctx, input: InputOf<Actions['exportRules']>): Promise<FileAnswer> {
  const items: Rules['items'] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listRules(ctx, { ...input, limit: 200, ...(cursor ? { cursor } : {}) })
    items.push(...page.items)
    if (!page.next) break
    cursor = page.next
  }
  const content = {
    title: '规则',
    columns: [
      { heading: '规则编号', width: 32 },
      { heading: '领域' },
      { heading: '规则', width: 30 },
      { heading: '用在哪里', width: 26 },
      { heading: '限值', width: 30 },
      { heading: '现行限值数', kind: 'number' as const },
      { heading: '其中本地', kind: 'number' as const },
      { heading: '作用' },
      { heading: '依据', width: 24 },
      { heading: '近一年使用', kind: 'number' as const },
      { heading: '提示', kind: 'number' as const },
      { heading: '提醒', kind: 'number' as const },
      { heading: '阻止', kind: 'number' as const },
    ],
    rows: items.map((row) => [
      row.id,
      ctx.say(fieldWords[row.field]),
      ctx.say(row.title),
      ctx.say(row.uses),
      row.limit ? ctx.say(row.limit) : null,
      row.values,
      row.local,
      row.effect ? ctx.say(effectWords[row.effect]) : null,
      row.mark ? ctx.say(markWords[row.mark]) : null,
      row.counts.asked,
      row.counts.informed,
      row.counts.warned,
      row.counts.blocked,
    ]),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', content.title)
}
