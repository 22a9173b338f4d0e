import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { text } from '#kernel/contract/text.ts'
import { worstOf } from '../judge-value.ts'
import type { RuleCheck, Verdict } from '../value.ts'
import { ensureRules } from './ensure-rules.ts'
import { readVerdicts } from './read-verdicts.ts'

export interface RuleSubject {
  /** `fleet.vehicle` */
  type: string
  /** Null while it is not there yet. */
  id: string | null
  label: string
  /** Where it opens. */
  href?: string
}

export interface RuleRequest {
  subject: RuleSubject
  checks: readonly RuleCheck[]
  /** Its own limits and its superiors' count too. */
  unitId?: string
  /** Only tell: what is beyond a blocking limit comes back as a verdict instead of a refusal. */
  advise?: boolean
}

/**
 * Asks and remembers: which values were used, what came out, for which object. A refusal undoes the caller's work, and
 * is remembered all the same; whoever catches it and goes on calls its `remember` with a context.
 * @returns the verdicts in the order of the checks
 * @throws Problem 422 `rules.exceeded` with every blocking sentence, unless `advise`; its `extra.verdicts` holds them all
 */
export async function applyRules(ctx: Ctx, request: RuleRequest): Promise<Verdict[]> {
  await ensureRules(ctx)
  const verdicts = await readVerdicts(ctx, request)
  const blocking = verdicts.filter(({ outcome }) => outcome === 'BLOCK')
  if (blocking.length === 0 || request.advise) {
    await rememberDecision(ctx, request, verdicts, false)
    return verdicts
  }
  const first = request.checks[verdicts.indexOf(blocking[0]!)]!
  throw new Problem(422, 'rules.exceeded', {
    params: { words: blocking.map((one) => ctx.say(refusalWords(one))).join('') },
    ...(first.field ? { path: first.field } : {}),
    extra: {
      verdicts,
      errors: blocking.map((one) => faultOf(ctx, one, request.checks[verdicts.indexOf(one)]!)),
    },
    remember: async (later) => {
      // Where the national values came with the work that was undone, they are brought anew, under other ids.
      const brought = await ensureRules(later)
      await rememberDecision(later, request, brought ? await readVerdicts(later, request) : verdicts, true)
    },
  })
}

/** The sentence and where it comes from. */
function refusalWords({ words, source }: Verdict) {
  return text(`${words.zh}${source.zh}`, `${words.en} ${source.en} `)
}

function faultOf(ctx: Ctx, verdict: Verdict, { field, ruleId }: RuleCheck) {
  return { path: field ?? ruleId, message: ctx.say(refusalWords(verdict)).trim() }
}

async function rememberDecision(
  ctx: Ctx,
  { subject, checks, unitId }: RuleRequest,
  verdicts: readonly Verdict[],
  refused: boolean,
): Promise<void> {
  const outcome = worstOf(verdicts)
  const { id } = await ctx.db
    .insertInto('rules.decision')
    .values({
      subject_type: subject.type,
      subject_id: subject.id,
      label: subject.label.slice(0, 200),
      href: subject.href ?? '',
      unit_id: unitId ?? null,
      at: ctx.now,
      by_name: ctx.actor.name,
      outcome,
      refused,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = verdicts.flatMap((verdict, index) => valueRow(id, index + 1, verdict, checks[index]!))
  if (rows.length > 0) await ctx.db.insertInto('rules.decision_value').values(rows).execute()
  if (outcome === 'OK' || outcome === 'INFO') return
  await ctx.emit({
    type: refused ? 'rules.refused' : 'rules.warned',
    subjectType: 'rules.decision',
    subjectId: id,
    after: {
      label: subject.label,
      words: verdicts.filter((one) => one.outcome === outcome).map(({ words }) => words.zh),
    },
  })
}

/** What nobody has a limit for leaves no line. */
function valueRow(decisionId: string, position: number, verdict: Verdict, { field }: RuleCheck) {
  if (verdict.mark === null || verdict.value === null || verdict.limit === null) return []
  return [
    {
      decision_id: decisionId,
      position,
      rule_id: verdict.ruleId,
      value_ids: verdict.valueIds,
      field: field ?? '',
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
