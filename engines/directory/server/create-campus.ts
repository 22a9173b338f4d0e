import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { directory } from '../module.ts'

type Action = (typeof directory.actions)['createCampus']

/** @throws Problem 409 when code or name is taken */
export async function requireFreeCampus(
  ctx: Ctx,
  campus: { code?: string; name?: string },
  besides?: string,
): Promise<void> {
  for (const column of ['code', 'name'] as const) {
    const value = campus[column]
    if (value === undefined) continue
    const other = await ctx.db
      .selectFrom('directory.campus')
      .select('id')
      .where(column, '=', value)
      .executeTakeFirst()
    if (other && other.id !== besides)
      throw new Problem(409, 'directory.campus_taken', { path: column, params: { code: value } })
  }
}

export async function createCampus(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  await requireFreeCampus(ctx, input)
  const { id } = await ctx.db
    .insertInto('directory.campus')
    .values({ code: input.code, name: input.name, address: input.address ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'directory.campus_created',
    subjectType: 'directory.campus',
    subjectId: id,
    after: input,
  })
  return { id }
}
