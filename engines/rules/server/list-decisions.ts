import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { containing } from '#kernel/database/containing.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { rules } from '../module.ts'
import type { Mark, Outcome, RuleUnit } from '../value.ts'
import { outcomeWords } from '../words.ts'

type Actions = typeof rules.actions
type Decisions = OutputOf<Actions['listDecisions']>

/** What was decided by limits, the newest first, as it was said then. */
export async function listDecisions(ctx: Ctx, input: InputOf<Actions['listDecisions']>): Promise<Decisions> {
  let query = ctx.db.selectFrom('rules.decision as d').selectAll()
  if (input.outcome) query = query.where('d.outcome', '=', input.outcome)
  if (input.refused !== undefined) query = query.where('d.refused', '=', input.refused)
  if (input.from)
    query = query.where(sql<boolean>`d.at >= (${input.from}::date::timestamp at time zone 'Asia/Shanghai')`)
  if (input.to)
    query = query.where(
      sql<boolean>`d.at < ((${input.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`,
    )
  if (input.search) {
    const like = containing(input.search)
    query = query.where(sql<boolean>`(d.label ilike ${like} or d.by_name ilike ${like})`)
  }
  if (input.rule)
    query = query.where(sql<boolean>`exists (select from rules.decision_value v
      where v.bureau_id = d.bureau_id and v.decision_id = d.id and v.rule_id = ${input.rule})`)
  const by = [{ column: 'at', ref: 'd.at', direction: 'desc' as const }]
  const page = await keysetPage(query, input, { by, idRef: 'd.id' })
  const verdicts = await verdictsByDecision(
    ctx,
    page.items.map(({ id }) => id),
  )
  return {
    next: page.next,
    items: page.items.map((row) => ({
      id: row.id,
      at: row.at,
      by: row.by_name,
      subjectType: row.subject_type,
      label: row.label,
      href: row.href,
      outcome: row.outcome as Outcome,
      refused: row.refused,
      verdicts: verdicts.get(row.id) ?? [],
    })),
  }
}

async function verdictsByDecision(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('rules.decision_value')
    .selectAll()
    .where(sql<boolean>`decision_id = any(${[...ids]}::uuid[])`)
    .orderBy('position')
    .execute()
  const grouped = Map.groupBy(rows, ({ decision_id }) => decision_id)
  return new Map(
    [...grouped].map(([id, found]) => [
      id,
      found.map((row) => ({
        ruleId: row.rule_id,
        outcome: row.outcome as Outcome,
        value: row.asked,
        limit: row.allowed,
        unit: row.unit as RuleUnit,
        words: { zh: row.words_zh, en: row.words_en },
        source: { zh: row.source_zh, en: row.source_en },
        mark: row.mark as Mark,
        valueIds: row.value_ids,
      })),
    ]),
  )
}

/** The same as a sheet, one line a decision. */
export async function exportDecisions(
  ctx: Ctx,
  input: InputOf<Actions['exportDecisions']>,
): Promise<FileAnswer> {
  const items: Decisions['items'] = []
  for (let cursor: string | undefined; ; ) {
    const page = await listDecisions(ctx, { ...input, limit: 200, ...(cursor ? { cursor } : {}) })
    items.push(...page.items)
    if (!page.next) break
    cursor = page.next
  }
  const content = {
    title: '规则使用记录',
    columns: [
      { heading: '时间', width: 18 },
      { heading: '事项', width: 30 },
      { heading: '经办人' },
      { heading: '结果' },
      { heading: '未予办理' },
      { heading: '说明', width: 60 },
      { heading: '依据', width: 50 },
    ],
    rows: items.map((row) => [
      localMinute(row.at),
      row.label,
      row.by,
      ctx.say(outcomeWords[row.outcome]),
      row.refused ? '是' : '否',
      row.verdicts.map(({ words }) => ctx.say(words)).join('\n'),
      row.verdicts.map(({ source }) => ctx.say(source)).join('\n'),
    ]),
  }
  return sheetAnswer(content, input.format ?? 'xlsx', content.title)
}
