import type { Ctx } from '../context.ts'
import type { ImportRequest } from './run-import.ts'

/** Keeps the sheet and who asked; any server takes the run up after the commit. @returns its id */
export async function startImport(
  ctx: Ctx,
  request: Pick<ImportRequest, 'kind' | 'mode' | 'partial'>,
): Promise<{ id: string }> {
  const { bytes, fileName } = ctx.upload!
  const { permissions, ...who } = ctx.actor
  const { id } = await ctx.db
    .insertInto('kernel.import_run')
    .values({
      kind: request.kind,
      mode: request.mode,
      partial: request.partial,
      file_name: fileName.slice(-150) || 'sheet',
      bytes,
      actor_id: ctx.actor.userId!,
      actor: JSON.stringify({ ...who, permissions: [...permissions] }),
      started_at: ctx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'kernel.import_started',
    subjectType: 'kernel.import_run',
    subjectId: id,
    after: { kind: request.kind, file: fileName, mode: request.mode },
  })
  return { id }
}
