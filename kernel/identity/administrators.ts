import type { Ctx } from '../context.ts'
import { Problem } from '../contract/problem.ts'
import { type Office, offices, type Role, roles as roleTitles } from '../contract/roles.ts'
import { securityOf } from './password-rules.ts'

/** The offices among some roles. */
export function officesOf(roles: readonly string[]): Office[] {
  return offices.filter((office) => roles.includes(office))
}

/** The people who can sign in and hold an office. */
async function holders(ctx: Ctx): Promise<{ name: string; held: Office[] }[]> {
  const rows = await ctx.db
    .selectFrom('kernel.member')
    .select(['name', 'roles'])
    .where('disabled_at', 'is', null)
    .execute()
  return rows
    .map(({ name, roles }) => ({ name, held: officesOf(roles) }))
    .filter(({ held }) => held.length > 0)
}

/** What is asked before somebody's roles, password or account is changed. */
export interface AccountChange {
  userId: string
  before: readonly string[]
  roles: readonly Role[] | undefined
  /** Disabling, enabling, or another password. */
  door: boolean
}

/**
 * 三员分立: the security administrator grants, the system administrator opens accounts, nobody changes the own rights,
 * nobody holds two offices, and who holds an office is kept by the security administrator.
 * @throws Problem 403 or 409
 */
export async function checkAccountChange(ctx: Ctx, change: AccountChange): Promise<void> {
  const separate = (await securityOf(ctx.db, ctx.bureauId)).separated_at !== null
  const own = change.userId === ctx.actor.userId
  if (change.roles) {
    ctx.require('kernel.grant-roles')
    if (own && (separate || !ctx.has('kernel.manage-accounts'))) throw new Problem(403, 'kernel.own_rights')
    if (separate && officesOf(change.roles).length > 1)
      throw new Problem(409, 'kernel.two_offices', {
        path: 'roles',
        params: { names: titles(ctx, change.roles) },
      })
  }
  if (!change.door) return
  const held = officesOf(change.before).length > 0
  if (separate && own) throw new Problem(403, 'kernel.own_rights')
  ctx.require(separate && held ? 'kernel.grant-roles' : 'kernel.manage-accounts')
}

function titles(ctx: Ctx, roles: readonly string[]): string {
  return officesOf(roles)
    .map((office) => ctx.say(roleTitles[office]))
    .join('、')
}

/** With the offices separate, a new account begins with no office and no power; roles are granted afterwards. */
export async function checkNewAccount(ctx: Ctx, roles: readonly Role[]): Promise<void> {
  const { separated_at } = await securityOf(ctx.db, ctx.bureauId)
  if (separated_at !== null && roles.some((role) => role !== 'staff'))
    throw new Problem(403, 'kernel.roles_by_security', { path: 'roles' })
}

/**
 * Lets the separation take hold as soon as the bureau wants it and has a security administrator, and keeps every
 * office filled that must be. Called after every change of accounts.
 * @throws Problem 409 when somebody holds two offices, or an office would be empty
 */
export async function settleOffices(ctx: Ctx): Promise<void> {
  const people = await holders(ctx)
  const filled = (office: Office) => people.some(({ held }) => held.includes(office))
  if (!filled('admin')) throw new Problem(409, 'kernel.last_admin')
  const { separated_at, separate_administrators } = await securityOf(ctx.db, ctx.bureauId)
  if (separated_at !== null && !filled('security')) throw new Problem(409, 'kernel.last_security')
  if (separated_at !== null || !separate_administrators || !filled('security')) return
  const twice = people.filter(({ held }) => held.length > 1)
  if (twice.length > 0)
    throw new Problem(409, 'kernel.two_offices', {
      params: { names: twice.map(({ name }) => name).join('、') },
    })
  await ctx.db
    .updateTable('kernel.security')
    .set({ separated_at: ctx.now, joining_asked_by: null, joining_asked_as: null })
    .where('bureau_id', '=', ctx.bureauId)
    .execute()
  await ctx.emit({
    type: 'kernel.administrators_separated',
    subjectType: 'kernel.security',
    subjectId: ctx.bureauId,
  })
}
