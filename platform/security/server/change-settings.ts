import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { asOwnerWithin } from '#kernel/identity/owner-within.ts'
import { securityOf } from '#kernel/identity/password-rules.ts'
import type { security } from '../module.ts'

type Actions = typeof security.actions
type Settings = OutputOf<Actions['readSettings']>

export async function readSettings(ctx: Ctx): Promise<Settings> {
  const row = await securityOf(ctx.db, ctx.bureauId)
  return {
    passwordLength: row.password_length,
    passwordClasses: row.password_classes,
    passwordHistory: row.password_history,
    passwordDays: row.password_days,
    passwordWarnDays: row.password_warn_days,
    changeFirstPassword: row.change_first_password,
    lockFailures: row.lock_failures,
    lockSeconds: row.lock_seconds,
    idleSeconds: row.idle_seconds,
    sessionSeconds: row.session_seconds,
    twoFactorRoles: row.two_factor_roles as Role[],
    twoFactorGraceHours: row.two_factor_grace_hours,
    trustedDevices: row.trusted_devices,
  }
}

/** Changes the rules at once for everybody; open sessions that break the new ones end with their next call. */
export async function changeSettings(
  ctx: Ctx,
  input: InputOf<Actions['changeSettings']>,
): Promise<OutputOf<Actions['changeSettings']>> {
  // What another administrator is changing in this moment stays changed.
  await ctx.db
    .selectFrom('kernel.security')
    .select('bureau_id')
    .where('bureau_id', '=', ctx.bureauId)
    .forUpdate()
    .execute()
  const before = await readSettings(ctx)
  const after: Settings = { ...before, ...input }
  if (after.idleSeconds > 0 && after.idleSeconds < 60)
    throw new Problem(422, 'security.no_idle', { path: 'idleSeconds' })
  await ctx.db
    .updateTable('kernel.security')
    .set({
      password_length: after.passwordLength,
      password_classes: after.passwordClasses,
      password_history: after.passwordHistory,
      password_days: after.passwordDays,
      password_warn_days: after.passwordWarnDays,
      change_first_password: after.changeFirstPassword,
      lock_failures: after.lockFailures,
      lock_seconds: after.lockSeconds,
      idle_seconds: after.idleSeconds,
      session_seconds: after.sessionSeconds,
      two_factor_roles: [...new Set(after.twoFactorRoles)],
      two_factor_grace_hours: after.twoFactorGraceHours,
      trusted_devices: after.trustedDevices,
    })
    .where('bureau_id', '=', ctx.bureauId)
    .execute()
  if (before.trustedDevices && !after.trustedDevices) await forgetDevices(ctx)
  await ctx.emit({
    type: 'security.settings_changed',
    subjectType: 'kernel.security',
    subjectId: ctx.bureauId,
    before: changed(before, after, before),
    after: changed(before, after, after),
  })
  return done
}

/** Only what differs, as it is in `side`. */
function changed(before: Settings, after: Settings, side: Settings): Record<string, unknown> {
  const names = Object.keys(after) as (keyof Settings)[]
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, side[name]]),
  )
}

/** The library remembers trusted devices as verifications; without them every sign-in asks for the second factor. */
async function forgetDevices(ctx: Ctx): Promise<void> {
  const users = await ctx.db.selectFrom('kernel.member').select('user_id').execute()
  await asOwnerWithin(ctx, () =>
    ctx.db
      .deleteFrom('identity.verification')
      .where('identifier', 'like', 'trust-device-%')
      .where(
        'value',
        'in',
        users.map((user) => user.user_id),
      )
      .execute(),
  )
}
