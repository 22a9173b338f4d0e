import { hashPassword } from 'better-auth/crypto'
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { done, type InputOf, type OutputOf } from '../contract/action.ts'
import { Problem } from '../contract/problem.ts'
import { centreRoles, type Role } from '../contract/roles.ts'
import type { kernel } from '../module.ts'
import { keysetPage } from '../server/keyset-page.ts'
import { createAccount as makeAccount } from './create-account.ts'
import { asOwnerWithin } from './owner-within.ts'

type Actions = typeof kernel.actions

/** Who is signed in, with what the web needs to show the right things. */
export async function session(ctx: Ctx): Promise<OutputOf<Actions['session']>> {
  const { actor } = ctx
  const bureau = await ctx.db
    .selectFrom('kernel.bureau')
    .select(['id', 'name', 'demo'])
    .executeTakeFirstOrThrow()
  const member = await ctx.db
    .selectFrom('kernel.member')
    .select('unit_name')
    .where('user_id', '=', actor.userId!)
    .executeTakeFirstOrThrow()
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
    centre: actor.roles.some((role) => (centreRoles as readonly Role[]).includes(role)),
  }
}

export async function listAccounts(
  ctx: Ctx,
  input: InputOf<Actions['listAccounts']>,
): Promise<OutputOf<Actions['listAccounts']>> {
  let query = ctx.db
    .selectFrom('kernel.member')
    .select(['id', 'user_name', 'name', 'person_id', 'roles', 'disabled_at'])
  if (input.search) {
    const like = `%${input.search.replaceAll(/[\\%_]/g, '\\$&')}%`
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
    })),
  }
}

export async function createAccount(
  ctx: Ctx,
  input: InputOf<Actions['createAccount']>,
): Promise<OutputOf<Actions['createAccount']>> {
  await asOwnerWithin(ctx, () =>
    makeAccount(ctx.db, {
      bureauId: ctx.bureauId,
      userName: input.userName,
      name: input.name,
      password: input.password,
      roles: input.roles,
      personId: input.personId ?? null,
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
  return { id }
}

/** A bureau must never be left without somebody who can let others in. */
async function keepOneAdmin(ctx: Ctx): Promise<void> {
  const admin = await ctx.db
    .selectFrom('kernel.member')
    .select('id')
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`'admin' = any(roles)`)
    .executeTakeFirst()
  if (!admin) throw new Problem(409, 'kernel.last_admin')
}

/** Changes roles, password or whether the account works; open sessions end when it is disabled or gets a new password. */
export async function changeAccount(
  ctx: Ctx,
  input: InputOf<Actions['changeAccount']>,
): Promise<OutputOf<Actions['changeAccount']>> {
  const { accountId, roles, disabled, password } = input
  const before = await ctx.db
    .selectFrom('kernel.member')
    .select(['user_id', 'roles', 'disabled_at'])
    .where('id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new Problem(404, 'kernel.not_found')
  if (password !== undefined && password.length < 8)
    throw new Problem(422, 'kernel.short_password', { path: 'password' })
  if (roles || disabled !== undefined) {
    await ctx.db
      .updateTable('kernel.member')
      .set({
        ...(roles ? { roles } : {}),
        ...(disabled === undefined ? {} : { disabled_at: disabled ? ctx.now : null }),
      })
      .where('id', '=', accountId)
      .execute()
    await keepOneAdmin(ctx)
  }
  if (password !== undefined || disabled) {
    const hash = password === undefined ? null : await hashPassword(password)
    await asOwnerWithin(ctx, async () => {
      if (hash)
        await ctx.db
          .updateTable('identity.account')
          .set({ password: hash })
          .where('userId', '=', before.user_id)
          .where('providerId', '=', 'credential')
          .execute()
      await ctx.db.deleteFrom('identity.session').where('userId', '=', before.user_id).execute()
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
