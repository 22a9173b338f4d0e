import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { backup } from '../module.ts'
import { requireManage } from './policy.ts'

type Action = typeof backup.actions.startRun

/** Asks the server to make or to verify a backup; it begins after the commit. */
export async function startRun(ctx: Ctx, input: InputOf<Action>): Promise<OutputOf<Action>> {
  await requireManage(ctx)
  const running = await ctx.db
    .selectFrom('backup.run')
    .select('id')
    .where('stage', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  if (running) throw new Problem(409, 'backup.under_way')
  if (input.copyName) await requireCopy(ctx, input.copyName)
  const { id } = await ctx.db
    .insertInto('backup.run')
    .values({
      kind: input.kind,
      cause: 'person',
      stage: 'waiting',
      asked_by: ctx.actor.name,
      copy_name: input.kind === 'verify' ? (input.copyName ?? null) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'backup.asked',
    subjectType: 'backup.run',
    subjectId: id,
    after: { kind: input.kind },
  })
  return { id }
}

async function requireCopy(ctx: Ctx, name: string): Promise<void> {
  const found = await ctx.db
    .selectFrom('backup.copy')
    .select('name')
    .where('name', '=', name)
    .executeTakeFirst()
  if (!found) throw new Problem(404, 'backup.no_such_copy', { path: 'copyName' })
}
