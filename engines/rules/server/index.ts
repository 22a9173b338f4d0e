import { implement } from '#kernel/server-module.ts'
import { rules } from '../module.ts'
import { addValue } from './add-value.ts'
import { fillDemo } from './demo.ts'
import { endValue } from './end-value.ts'
import { ensureRules } from './ensure-rules.ts'
import { importValues } from './import-values.ts'
import { exportDecisions, listDecisions } from './list-decisions.ts'
import { exportRules, listRules } from './list-rules.ts'
import { refusedCount, warnedCount } from './metrics.ts'
import { readRuleHistory } from './read-history.ts'
import { readRule } from './read-rule.ts'
import { replaceValue } from './replace-value.ts'
import { readSetting, setJurisdiction } from './set-jurisdiction.ts'
import { limitForForm, tryRule } from './try-rule.ts'

const load = async (ctx: Parameters<typeof ensureRules>[0]) => {
  await ensureRules(ctx)
}

export const rulesServer = implement(rules, {
  migrations: new URL('../migrations', import.meta.url).pathname,
  actions: {
    listRules,
    exportRules,
    readRule,
    readRuleHistory,
    tryRule,
    readLimit: limitForForm,
    listDecisions,
    exportDecisions,
    readSetting,
    addValue,
    replaceValue,
    endValue,
    setJurisdiction,
  },
  on: { 'kernel.bureau_created': [load] },
  jobs: { 'load-national': load },
  imports: { 'rule-values': importValues },
  metrics: { 'rules.refused.count': refusedCount, 'rules.warned.count': warnedCount },
  demo: fillDemo,
})
