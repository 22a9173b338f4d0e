import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { privacy } from '../module.ts'

type Actions = typeof privacy.actions

/** Working days for an answer, as long as a bureau has not set its own (政府信息公开条例 Art 33 gives the measure; C). */
const usualAnswerDays = 15

/** @returns working days within which a request is answered */
export async function answerDaysOf(ctx: Ctx): Promise<number> {
  const own = await ctx.db.selectFrom('privacy.setting').select('answer_days').executeTakeFirst()
  return own?.answer_days ?? usualAnswerDays
}

export async function readSettings(ctx: Ctx): Promise<OutputOf<Actions['readSettings']>> {
  return { answerDays: await answerDaysOf(ctx) }
}

/** Holds for what is asked from now on: a day that was promised to somebody stays. */
export async function changeSettings(
  ctx: Ctx,
  { answerDays, reason }: InputOf<Actions['changeSettings']>,
): Promise<OutputOf<Actions['changeSettings']>> {
  const before = await readSettings(ctx)
  const values = { answer_days: answerDays }
  await ctx.db
    .insertInto('privacy.setting')
    .values(values)
    .onConflict((clash) => clash.column('bureau_id').doUpdateSet(values))
    .execute()
  await ctx.emit({
    type: 'privacy.settings_changed',
    subjectType: 'privacy.setting',
    subjectId: null,
    before,
    after: { answerDays },
    reason,
  })
  return done
}
