import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import type { RuleCheck, RuleRead, Verdict } from '../value.ts'
import { ensureRules } from './ensure-rules.ts'
import { readVerdicts } from './read-verdicts.ts'
import { rememberDecisions } from './remember-decisions.ts'

export interface RuleSubject {
  /** `fleet.vehicle` */
  type: string
  /** Null while it is not there yet. */
  id: string | null
  label: string
  /** What kind of thing it is, as people call it. */
  kind?: Text
  /** Where it opens. */
  href?: string
  /** Comes into being with the work that asks: a refusal undoes it as well. */
  fresh?: boolean
}

export interface RuleQuestion {
  subject: RuleSubject
  checks: readonly RuleCheck[]
  /** Values the work goes by although no number is held against them: kept with the decision, not one by one. */
  reads?: readonly RuleRead[]
  /** Its own limits and its superiors' count too. */
  unitId?: string
}

export interface RuleRequest extends RuleQuestion {
  /** Only tell: what is beyond a blocking limit comes back as a verdict instead of a refusal. */
  advise?: boolean
}

/**
 * Asks and remembers: which values were used, what came out, for which object. A refusal undoes the caller's work, and
 * is remembered all the same; whoever catches it and goes on calls its `remember` with a context.
 * @returns the verdicts in the order of the checks, then of the reads
 * @throws Problem 422 `rules.exceeded` with every blocking sentence, unless `advise`; its `extra.verdicts` holds them all
 */
export async function applyRules(ctx: Ctx, request: RuleRequest): Promise<Verdict[]> {
  await ensureRules(ctx)
  const verdicts = await readVerdicts(ctx, request)
  const blocking = verdicts.filter(({ outcome }) => outcome === 'BLOCK')
  if (blocking.length === 0 || request.advise) {
    await rememberDecisions(ctx, [{ request, verdicts, refused: false }])
    return verdicts
  }
  const checkOf = (verdict: Verdict) => request.checks[verdicts.indexOf(verdict)]
  const first = checkOf(blocking[0]!)
  throw new Problem(422, 'rules.exceeded', {
    params: { words: blocking.map((one) => ctx.say(refusalWords(one))).join('') },
    ...(first?.field ? { path: first.field } : {}),
    extra: {
      verdicts,
      errors: blocking.map((one) => faultOf(ctx, one, checkOf(one)?.field)),
    },
    remember: async (later) => {
      // Where the national values came with the work that was undone, they are brought anew, under other ids.
      const brought = await ensureRules(later)
      const said = brought ? await readVerdicts(later, request) : verdicts
      await rememberDecisions(later, [{ request, verdicts: said, refused: true }])
    },
  })
}

/** The sentence and where it comes from. */
function refusalWords({ words, source }: Verdict) {
  return text(`${words.zh}${source.zh}`, `${words.en} ${source.en} `)
}

function faultOf(ctx: Ctx, verdict: Verdict, field: string | undefined) {
  return { path: field ?? verdict.ruleId, message: ctx.say(refusalWords(verdict)).trim() }
}
