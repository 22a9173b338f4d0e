import type { Static } from 'typebox'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import type { orders } from '../module.ts'
import type { Setting as SettingSchema } from '../quality-schema.ts'

type Actions = typeof orders.actions
export type Setting = Static<typeof SettingSchema>

/** What holds until a bureau decides otherwise. */
export const usualSetting: Setting = {
  confirmDays: 3,
  reopenDays: 7,
  fairMinutes: 60,
  reminderMinutes: 30,
  followUpPercent: 10,
  complaintDays: 5,
  openingMinutes: 30,
}

/** How this bureau runs its orders. */
export async function settingOf(ctx: Ctx): Promise<Setting> {
  const row = await ctx.db.selectFrom('orders.setting').selectAll().executeTakeFirst()
  if (!row) return usualSetting
  return {
    confirmDays: row.confirm_days,
    reopenDays: row.reopen_days,
    fairMinutes: row.fair_minutes,
    reminderMinutes: row.reminder_minutes,
    followUpPercent: row.follow_up_percent,
    complaintDays: row.complaint_days,
    openingMinutes: row.opening_minutes,
  }
}

export function readSetting(ctx: Ctx): Promise<OutputOf<Actions['readSetting']>> {
  return settingOf(ctx)
}

export async function changeSetting(
  ctx: Ctx,
  input: InputOf<Actions['changeSetting']>,
): Promise<OutputOf<Actions['changeSetting']>> {
  const before = await settingOf(ctx)
  const values = {
    confirm_days: input.confirmDays,
    reopen_days: input.reopenDays,
    fair_minutes: input.fairMinutes,
    reminder_minutes: input.reminderMinutes,
    follow_up_percent: input.followUpPercent,
    complaint_days: input.complaintDays,
    opening_minutes: input.openingMinutes,
  }
  const { id } = await ctx.db
    .insertInto('orders.setting')
    .values(values)
    .onConflict((conflict) => conflict.column('bureau_id').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'orders.setting_changed',
    subjectType: 'orders.setting',
    subjectId: id,
    before,
    after: input,
  })
  return done
}
