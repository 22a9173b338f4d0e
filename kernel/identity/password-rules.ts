import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Selectable } from 'kysely'
import type { DB } from '#generated/tables.ts'
import { Problem } from '../contract/problem.ts'
import type { Db } from '../database/connect.ts'

type Rules = Pick<
  Selectable<DB['kernel.security']>,
  'password_length' | 'password_classes' | 'password_history'
>

const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u]

/**
 * Checks a password against a bureau's rules; sources: complexity and periodic change of GB/T 22239-2019 level 3 (B).
 * @throws Problem 422 that names the rule
 */
export function checkPassword(rules: Rules, userName: string, password: string, path = 'password'): void {
  const refuse = (code: string, params = {}) => new Problem(422, code, { path, params })
  if ([...password].length < rules.password_length)
    throw refuse('kernel.short_password', { length: rules.password_length })
  if (classes.filter((one) => one.test(password)).length < rules.password_classes)
    throw refuse('kernel.plain_password', { classes: rules.password_classes })
  if (rules.password_classes > 1 && password.toLowerCase().includes(userName.toLowerCase()))
    throw refuse('kernel.password_like_name')
}

/** The rules of a bureau; `db` is the owner's, or inside the bureau. */
export function securityOf(db: Db, bureauId: string) {
  return db
    .selectFrom('kernel.security')
    .selectAll()
    .where('bureau_id', '=', bureauId)
    .executeTakeFirstOrThrow()
}

export interface NewPassword {
  bureauId: string
  userId: string
  userName: string
  password: string
  now: Date
  /** Somebody else chose it, so the person has to change it. */
  mustChange: boolean
}

/**
 * Gives an account a new password; `db` is the owner's. The session `keep` lives on, all others end.
 * @throws Problem 422 when it breaks a rule or was used lately
 */
export async function setPassword(
  db: Db,
  set: NewPassword,
  path: string,
  keep: string | null,
): Promise<void> {
  const rules = await securityOf(db, set.bureauId)
  checkPassword(rules, set.userName, set.password, path)
  const current = await db
    .selectFrom('identity.account')
    .select('password')
    .where('userId', '=', set.userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  const former = await db
    .selectFrom('kernel.former_password')
    .select('hash')
    .where('bureau_id', '=', set.bureauId)
    .where('user_id', '=', set.userId)
    .orderBy('at', 'desc')
    .limit(Math.max(rules.password_history - 1, 0))
    .execute()
  if (rules.password_history > 0)
    for (const hash of [current?.password, ...former.map((row) => row.hash)])
      if (hash && (await verifyPassword({ hash, password: set.password })))
        throw new Problem(422, 'kernel.password_used', { path, params: { n: rules.password_history } })
  if (current?.password)
    await db
      .insertInto('kernel.former_password')
      .values({ bureau_id: set.bureauId, user_id: set.userId, hash: current.password, at: set.now })
      .execute()
  await db
    .updateTable('identity.account')
    .set({ password: await hashPassword(set.password) })
    .where('userId', '=', set.userId)
    .where('providerId', '=', 'credential')
    .execute()
  await db
    .updateTable('kernel.member')
    .set({ password_changed_at: set.now, must_change_password: set.mustChange })
    .where('bureau_id', '=', set.bureauId)
    .where('user_id', '=', set.userId)
    .execute()
  await endSessions(db, set.userId, keep)
}

/** Ends the sessions of an account, but for `keep`; `db` is the owner's. */
export async function endSessions(db: Db, userId: string, keep: string | null = null): Promise<number> {
  let ending = db.deleteFrom('identity.session').where('userId', '=', userId)
  if (keep) ending = ending.where('id', '!=', keep)
  const { numDeletedRows } = await ending.executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
