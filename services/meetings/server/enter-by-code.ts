import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { readCode } from '#kernel/identity/secret.ts'

/** Enters the bureau a signed code belongs to. @returns the id it stands for @throws Problem 404 with the given words */
export async function enterByCode(ctx: Ctx, code: string, unknown: string): Promise<string> {
  const read = readCode(code)
  if (!read) throw new Problem(404, unknown)
  // A request of somebody signed in is inside a bureau already: a code of another one opens nothing there.
  if (ctx.bureauId && ctx.bureauId !== read.bureauId) throw new Problem(404, unknown)
  if (!ctx.bureauId) await ctx.enterBureau(read.bureauId)
  return read.id
}

export async function bureauName(ctx: Ctx): Promise<string> {
  const bureau = await ctx.db
    .selectFrom('kernel.bureau')
    .select('name')
    .where('id', '=', ctx.bureauId)
    .executeTakeFirstOrThrow()
  return bureau.name
}
