import type { Ctx } from '#kernel/context.ts'
import type { Mark, Outcome, RuleUnit, Verdict } from '../value.ts'

/** A verdict as it was given: its words and source stay, whatever became of the rule. */
export interface Remembered extends Verdict {
  decisionId: string
  at: string
  by: string
  /** Whether the work was refused for this decision. */
  refused: boolean
}

/** What was decided about an object by its limits, the newest first. The caller has checked that it may be seen. */
export async function verdictsOf(ctx: Ctx, subjectType: string, subjectId: string): Promise<Remembered[]> {
  const rows = await ctx.db
    .selectFrom('rules.decision as d')
    .innerJoin('rules.decision_value as v', 'v.decision_id', 'd.id')
    .select([
      'd.id as decision_id',
      'd.at',
      'd.by_name',
      'd.refused',
      'v.rule_id',
      'v.value_ids',
      'v.asked',
      'v.allowed',
    ])
    .select(['v.unit', 'v.mark', 'v.outcome', 'v.words_zh', 'v.words_en', 'v.source_zh', 'v.source_en'])
    .where('d.subject_type', '=', subjectType)
    .where('d.subject_id', '=', subjectId)
    .orderBy('d.at', 'desc')
    .orderBy('d.id', 'desc')
    .orderBy('v.position')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    decisionId: row.decision_id,
    at: row.at,
    by: row.by_name,
    refused: row.refused,
    ruleId: row.rule_id,
    outcome: row.outcome as Outcome,
    value: row.asked,
    limit: row.allowed,
    unit: row.unit as RuleUnit,
    words: { zh: row.words_zh, en: row.words_en },
    source: { zh: row.source_zh, en: row.source_en },
    mark: row.mark as Mark,
    valueIds: row.value_ids,
  }))
}
