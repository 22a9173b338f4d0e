/** What others may ask of the rules engine. */

export type { Outcome, RuleCheck, RuleRead, RuleUnit, Verdict } from '../value.ts'
export { adviseOnMany } from './advise-on-many.ts'
export { applyRules, type RuleQuestion, type RuleRequest, type RuleSubject } from './apply-rules.ts'
export { type DescribedRule, describeRules } from './describe-rules.ts'
export { ensureRules } from './ensure-rules.ts'
export { type Limit, readLimit, readVerdicts, readVerdictsOfMany } from './read-verdicts.ts'
export { type Remembered, verdictsOf } from './verdicts-of.ts'
