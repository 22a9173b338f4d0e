import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { type Text, text } from '#kernel/contract/text.ts'
import { rulesEvents } from '../event-words.ts'
import type { rules } from '../module.ts'
import { findRule } from './find-rule.ts'

type Actions = typeof rules.actions

interface Row {
  id: string
  at: string
  actor_name: string
  type: keyof typeof rulesEvents
  before: { words?: Text } | null
  after: { words?: Text } | null
  reason: string | null
}

const none = text('', '')

/** What people changed of a rule's values, the newest first: who, when, from what to what, why. @throws Problem 404 */
export async function readRuleHistory(
  ctx: Ctx,
  { ruleId }: InputOf<Actions['readRuleHistory']>,
): Promise<OutputOf<Actions['readRuleHistory']>> {
  await findRule(ctx, ruleId)
  const { rows } = await sql<Row>`
    select e.id, e.at, e.actor_name, e.type, e.before, e.after, e.reason
    from rules.rule_value v join kernel.event e on e.bureau_id = v.bureau_id and e.subject_id = v.id
    where v.bureau_id = kernel.bureau() and v.rule_id = ${ruleId} and e.subject_type = 'rules.rule_value'
    order by e.id desc limit 200`.execute(ctx.db)
  return {
    items: rows.map(({ id, at, actor_name, type, before, after, reason }) => {
      const [was, is] = [before?.words ?? none, after?.words ?? none]
      return {
        id,
        at,
        by: actor_name,
        title: rulesEvents[type],
        words: text([was.zh, is.zh].filter(Boolean).join(' → '), [was.en, is.en].filter(Boolean).join(' → ')),
        reason,
      }
    }),
  }
}
