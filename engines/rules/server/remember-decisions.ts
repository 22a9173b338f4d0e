import { uuidv7 } from 'uuidv7'
import type { Ctx } from '#kernel/context.ts'
import { worstOf } from '../judge-value.ts'
import type { RuleCheck, Verdict } from '../value.ts'
import type { RuleQuestion } from './apply-rules.ts'

/** What was asked, and what came out; `refused` where the work was refused for it. */
export interface Answered {
  request: RuleQuestion
  verdicts: readonly Verdict[]
  refused: boolean
}

/** So many in one statement. */
const atOnce = 300

/** Writes which values were used for which object and what they said, with an event for each that warned or refused. */
export async function rememberDecisions(ctx: Ctx, answered: readonly Answered[]): Promise<void> {
  for (let start = 0; start < answered.length; start += atOnce)
    await rememberSome(ctx, answered.slice(start, start + atOnce))
}

async function rememberSome(ctx: Ctx, answered: readonly Answered[]): Promise<void> {
  const decisions = answered.map((one) => ({ ...one, id: uuidv7(), outcome: worstOf(one.verdicts) }))
  await ctx.db
    .insertInto('rules.decision')
    .values(
      decisions.map(({ id, outcome, refused, request: { subject, unitId } }) => ({
        id,
        subject_type: subject.type,
        // What came into being with the refused work is not there: it has no id, and opens nowhere.
        subject_id: refused && subject.fresh ? null : subject.id,
        label: subject.label.slice(0, 200),
        kind_zh: subject.kind?.zh ?? '',
        kind_en: subject.kind?.en ?? '',
        href: refused && subject.fresh ? '' : (subject.href ?? ''),
        unit_id: unitId ?? null,
        at: ctx.now,
        by_name: ctx.actor.name,
        outcome,
        refused,
      })),
    )
    .execute()
  const rows = decisions.flatMap(({ id, verdicts, request }) =>
    verdicts.flatMap((verdict, index) => valueRow(id, index + 1, verdict, request.checks[index])),
  )
  if (rows.length > 0) await ctx.db.insertInto('rules.decision_value').values(rows).execute()
  const told = decisions.filter(({ outcome }) => outcome === 'WARN' || outcome === 'BLOCK')
  if (told.length === 0) return
  await ctx.emitAll(
    told.map(({ id, outcome, refused, verdicts, request }) => ({
      type: refused ? 'rules.refused' : 'rules.warned',
      subjectType: 'rules.decision',
      subjectId: id,
      after: {
        label: request.subject.label,
        words: verdicts.filter((one) => one.outcome === outcome).map(({ words }) => words.zh),
      },
    })),
  )
}

/** What nobody has a limit for leaves no line; what belongs to no check was read. */
function valueRow(decisionId: string, position: number, verdict: Verdict, check: RuleCheck | undefined) {
  if (verdict.mark === null || verdict.value === null || verdict.limit === null) return []
  return [
    {
      decision_id: decisionId,
      position,
      rule_id: verdict.ruleId,
      value_ids: verdict.valueIds,
      field: check?.field ?? '',
      was_read: check === undefined,
      asked: verdict.value,
      allowed: verdict.limit,
      unit: verdict.unit,
      mark: verdict.mark,
      outcome: verdict.outcome,
      words_zh: verdict.words.zh,
      words_en: verdict.words.en,
      source_zh: verdict.source.zh,
      source_en: verdict.source.en,
    },
  ]
}
