import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/** Whether the reader's bureau stands above all: a backup holds every bureau's data, so a subordinate one must not decide. */
export async function speaksForAll(ctx: Ctx): Promise<boolean> {
  const own = await ctx.db
    .selectFrom('kernel.bureau')
    .select('parent_id')
    .where('id', '=', ctx.bureauId)
    .executeTakeFirstOrThrow()
  return own.parent_id === null
}

/** @throws Problem 403 for a subordinate bureau, 409 when the database is not the embedded one */
export async function requireManage(ctx: Ctx): Promise<void> {
  if (!(await speaksForAll(ctx))) throw new Problem(403, 'backup.not_yours')
  const { embedded } = await ctx.db.selectFrom('backup.setting').select('embedded').executeTakeFirstOrThrow()
  if (!embedded) throw new Problem(409, 'backup.not_embedded')
}
