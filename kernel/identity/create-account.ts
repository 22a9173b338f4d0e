import { hashPassword } from 'better-auth/crypto'
import { uuidv7 } from 'uuidv7'
import { Problem } from '../contract/problem.ts'
import type { Role } from '../contract/roles.ts'
import type { Db } from '../database/connect.ts'
import { checkPassword, securityOf } from './password-rules.ts'
import { isUserName } from './sign-in.ts'

export interface NewAccount {
  bureauId: string
  userName: string
  name: string
  password: string
  roles: Role[]
  personId?: string | null
  unitId?: string | null
  /** Somebody else chose the password, so the person has to change it first. */
  mustChange?: boolean
}

/**
 * Makes an account and its membership of a bureau; `db` is the owner's.
 * @throws Problem 422 on a bad user name or short password, 409 when the user name is taken
 */
export async function createAccount(db: Db, account: NewAccount): Promise<string> {
  if (!isUserName(account.userName)) throw new Problem(422, 'kernel.bad_user_name', { path: 'userName' })
  checkPassword(await securityOf(db, account.bureauId), account.userName, account.password)
  const userName = account.userName.toLowerCase()
  const taken = await db
    .selectFrom('identity.user')
    .select('id')
    .where('username', '=', userName)
    .executeTakeFirst()
  if (taken) throw new Problem(409, 'kernel.user_name_taken', { path: 'userName', params: { userName } })
  const userId = uuidv7()
  await db
    .insertInto('identity.user')
    .values({
      id: userId,
      name: account.name,
      // The library wants an address; nothing is ever sent to it.
      email: `${userId}@users.invalid`,
      username: userName,
      displayUsername: account.userName,
    })
    .execute()
  await db
    .insertInto('identity.account')
    .values({
      id: uuidv7(),
      userId,
      accountId: userId,
      providerId: 'credential',
      password: await hashPassword(account.password),
    })
    .execute()
  await db
    .insertInto('kernel.member')
    .values({
      bureau_id: account.bureauId,
      user_id: userId,
      user_name: userName,
      name: account.name,
      roles: account.roles,
      person_id: account.personId ?? null,
      unit_id: account.unitId ?? null,
      must_change_password: account.mustChange ?? false,
    })
    .execute()
  return userId
}
