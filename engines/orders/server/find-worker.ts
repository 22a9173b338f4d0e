import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/** Somebody who may be given work: known, and not gone. @throws Problem 422 `orders.unknown_worker` */
export async function findWorker(ctx: Ctx, personId: string): Promise<{ id: string; name: string }> {
  const person = await ctx.db
    .selectFrom('directory.person')
    .select(['id', 'name', 'left_on'])
    .where('id', '=', personId)
    .executeTakeFirst()
  const gone = person?.left_on != null && new Date(`${person.left_on}T00:00:00+08:00`) <= ctx.now
  if (!person || gone) throw new Problem(422, 'orders.unknown_worker', { path: 'workerId' })
  return { id: person.id, name: person.name }
}
