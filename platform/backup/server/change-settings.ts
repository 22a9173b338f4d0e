import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { backup } from '../module.ts'
import { requireManage } from './policy.ts'

type Action = typeof backup.actions.changeSettings

/** Sets when to back up and what to keep; a changed time counts from now on. */
export async function changeSettings(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  await requireManage(ctx)
  const values = {
    enabled: input.enabled,
    start_at: input.startAt,
    keep_daily: input.keepDaily,
    keep_weekly: input.keepWeekly,
    keep_monthly: input.keepMonthly,
    warn_after_hours: input.warnAfterHours,
  }
  const before = await ctx.db.selectFrom('backup.setting').selectAll().forUpdate().executeTakeFirstOrThrow()
  const timed = before.enabled !== input.enabled || before.start_at !== input.startAt
  await ctx.db
    .updateTable('backup.setting')
    .set({ ...values, ...(timed ? { since: ctx.now } : {}) })
    .execute()
  const was = Object.fromEntries(Object.keys(values).map((key) => [key, before[key as keyof typeof values]]))
  await ctx.emit({
    type: 'backup.settings_changed',
    subjectType: 'backup.setting',
    subjectId: null,
    before: was,
    after: values,
  })
  return done
}
