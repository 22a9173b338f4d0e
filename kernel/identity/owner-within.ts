import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

/**
 * Steps up to the schema's owner inside the running transaction, for the few kernel writes the application's role
 * has no right to (accounts). Row level security does not hold meanwhile: name the bureau in every statement.
 */
export async function asOwnerWithin<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
  await sql`set local role none`.execute(ctx.db)
  try {
    return await work()
  } finally {
    // In a failed transaction this cannot run, and need not: the role ends with the transaction.
    await sql`set local role houqin_app`.execute(ctx.db).catch(() => undefined)
  }
}
