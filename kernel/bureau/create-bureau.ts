import type { Db } from '../database/connect.ts'
import { createAccount } from '../identity/create-account.ts'

export interface NewBureau {
  name: string
  code: string
  demo: boolean
  parentId?: string
  admin?: { userName: string; name: string; password: string }
}

/** Makes a bureau, with its first administrator when one is named; `db` is the owner's. @returns its id */
export async function createBureau(db: Db, bureau: NewBureau): Promise<string> {
  const { id } = await db
    .insertInto('kernel.bureau')
    .values({ name: bureau.name, code: bureau.code, demo: bureau.demo, parent_id: bureau.parentId ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (bureau.admin) await createAccount(db, { bureauId: id, roles: ['admin', 'manager'], ...bureau.admin })
  return id
}
