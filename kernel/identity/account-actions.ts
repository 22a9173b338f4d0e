import { containing } from '#kernel/database/containing.ts'
import type { Ctx } from '../context.ts'
import { done, type InputOf, type OutputOf } from '../contract/action.ts'
import { Problem } from '../contract/problem.ts'
import { centreRoles, type Role } from '../contract/roles.ts'
import type { kernel } from '../module.ts'
import { keysetPage } from '../server/keyset-page.ts'
import { checkAccountChange, checkNewAccount, settleOffices } from './administrators.ts'
import { createAccount as makeAccount } from './create-account.ts'
import { asOwnerWithin } from './owner-within.ts'
import { endSessions, securityOf, setPassword } from './password-rules.ts'

type Actions = typeof kernel.actions

/** Who is signed in, with what the web needs to show the right things. */
export async function session(ctx: Ctx): Promise<OutputOf<Actions['session']>> {
  const { actor } = ctx
  const bureau = await ctx.db
    .selectFrom('kernel.bureau')
    .select(['id', 'name', 'demo'])
    .executeTakeFirstOrThrow()
  const member = await ctx.db
    .selectFrom('kernel.member as member')
    .innerJoin('kernel.account_door as door', 'door.id', 'member.id')
    .select(['unit_name', 'password_changed_at', 'second_factor'])
    .where('member.user_id', '=', actor.userId!)
    .executeTakeFirstOrThrow()
  const rules = await securityOf(ctx.db, ctx.bureauId)
  return {
    userId: actor.userId!,
    userName: actor.userName!,
    name: actor.name,
    personId: actor.personId,
    unitId: actor.unitId,
    unitName: member.unit_name,
    roles: [...actor.roles],
    permissions: [...actor.permissions].sort(),
    bureau,
    owes: actor.owes,
    secondFactor: member.second_factor === true,
    passwordEndsAt: endingSoon(member.password_changed_at, rules, ctx.now),
    idleSeconds: actor.source === 'session' ? rules.idle_seconds : 0,
    separate: rules.separated_at !== null,
    centre: actor.roles.some((role) => (centreRoles as readonly Role[]).includes(role)),
  }
}

/** When the password grows too old, once that is near enough to say so; null before. */
function endingSoon(
  changedAt: string,
  rules: { password_days: number; password_warn_days: number },
  now: Date,
): string | null {
  if (rules.password_days === 0) return null
  const dayMs = 86_400_000
  const end = Date.parse(changedAt) + rules.password_days * dayMs
  return end - now.getTime() < rules.password_warn_days * dayMs ? new Date(end).toISOString() : null
}

export async function listAccounts(
  ctx: Ctx,
  input: InputOf<Actions['listAccounts']>,
): Promise<OutputOf<Actions['listAccounts']>> {
  let query = ctx.db
    .selectFrom('kernel.member as member')
    .innerJoin('kernel.account_door as door', 'door.id', 'member.id')
    .select(['member.id', 'user_name', 'name', 'person_id', 'roles', 'disabled_at'])
    .select(['second_factor', 'locked_until'])
  if (input.search) {
    const like = containing(input.search)
    query = query.where((row) =>
      row.or([row('name', 'like', like), row('user_name', 'like', like.toLowerCase())]),
    )
  }
  const page = await keysetPage(query, input, { by: [{ column: 'user_name', direction: 'asc' }] })
  return {
    next: page.next,
    items: page.items.map((row) => ({
      id: row.id,
      userName: row.user_name,
      name: row.name,
      personId: row.person_id,
      roles: row.roles as Role[],
      disabled: row.disabled_at !== null,
      secondFactor: row.second_factor === true,
      lockedUntil: row.locked_until,
    })),
  }
}

export async function createAccount(
  ctx: Ctx,
  input: InputOf<Actions['createAccount']>,
): Promise<OutputOf<Actions['createAccount']>> {
  await checkNewAccount(ctx, input.roles)
  const { change_first_password, separated_at } = await securityOf(ctx.db, ctx.bureauId)
  await asOwnerWithin(ctx, () =>
    makeAccount(ctx.db, {
      bureauId: ctx.bureauId,
      userName: input.userName,
      name: input.name,
      password: input.password,
      roles: input.roles,
      personId: input.personId ?? null,
      mustChange: change_first_password && separated_at !== null,
    }),
  )
  const { id } = await ctx.db
    .selectFrom('kernel.member')
    .select('id')
    .where('user_name', '=', input.userName.toLowerCase())
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'kernel.account_created',
    subjectType: 'kernel.member',
    subjectId: id,
    after: { userName: input.userName, name: input.name, roles: input.roles },
  })
  await settleOffices(ctx)
  return { id }
}

/** Changes roles, password or whether the account works; open sessions end when it is disabled or gets a new password. */
export async function changeAccount(
  ctx: Ctx,
  input: InputOf<Actions['changeAccount']>,
): Promise<OutputOf<Actions['changeAccount']>> {
  const { accountId, roles, disabled, password } = input
  const before = await ctx.db
    .selectFrom('kernel.member')
    .select(['user_id', 'user_name', 'roles', 'disabled_at'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new Problem(404, 'kernel.not_found')
  const { user_id: userId } = before
  const door = disabled !== undefined || password !== undefined
  await checkAccountChange(ctx, { userId, before: before.roles, roles, door })
  if (roles || disabled !== undefined) {
    await ctx.db
      .updateTable('kernel.member')
      .set({
        ...(roles ? { roles } : {}),
        ...(disabled === undefined ? {} : { disabled_at: disabled ? ctx.now : null }),
      })
      .where('id', '=', accountId)
      .execute()
    await settleOffices(ctx)
  }
  if (password !== undefined || disabled) {
    const { change_first_password, separated_at } = await securityOf(ctx.db, ctx.bureauId)
    const mustChange = change_first_password && separated_at !== null && userId !== ctx.actor.userId
    await asOwnerWithin(ctx, async () => {
      const set = { bureauId: ctx.bureauId, userId, userName: before.user_name, now: ctx.now, mustChange }
      if (password !== undefined) await setPassword(ctx.db, { ...set, password }, 'password', null)
      else await endSessions(ctx.db, userId)
    })
  }
  await ctx.emit({
    type: 'kernel.account_changed',
    subjectType: 'kernel.member',
    subjectId: accountId,
    before: { roles: before.roles, disabled: before.disabled_at !== null },
    after: {
      roles: roles ?? before.roles,
      disabled: disabled ?? before.disabled_at !== null,
      password: password ? 'changed' : 'kept',
    },
  })
  return done
}
