import type { Ctx } from '../context.ts'
import type { FileAnswer, InputOf, OutputOf } from '../contract/action.ts'
import { Problem } from '../contract/problem.ts'
import type { kernel } from '../module.ts'
import type { ServerModule } from '../server-module.ts'
import { storeFile as keepFile } from './store-file.ts'

type Actions = typeof kernel.actions

export function storeFile(
  ctx: Ctx,
  input: InputOf<Actions['storeFile']>,
): Promise<OutputOf<Actions['storeFile']>> {
  return keepFile(ctx, ctx.upload!, input.fileId)
}

/** Whoever may see the thing may see its files; a loose file only its uploader. */
async function mayRead(
  ctx: Ctx,
  modules: readonly ServerModule[],
  file: { uploaded_by: string | null; subject_type: string | null; subject_id: string | null },
): Promise<boolean> {
  if (file.uploaded_by !== null && file.uploaded_by === ctx.actor.userId) return true
  if (!file.subject_type || !file.subject_id) return false
  for (const { mayReadFiles } of modules) {
    const guard = mayReadFiles[file.subject_type]
    if (guard) return guard(ctx, file.subject_id)
  }
  return false
}

/** Files never change, so a browser may keep them for a year. */
const aYear = 31_536_000

export function fileReaders(modules: readonly ServerModule[]) {
  async function find(ctx: Ctx, fileId: string) {
    const file = await ctx.db
      .selectFrom('kernel.file')
      .selectAll()
      .where('id', '=', fileId)
      .executeTakeFirst()
    if (!file || !(await mayRead(ctx, modules, file))) throw new Problem(404, 'kernel.not_found')
    return file
  }
  return {
    async readFile(ctx: Ctx, input: InputOf<Actions['readFile']>): Promise<FileAnswer> {
      const file = await find(ctx, input.fileId)
      const disposition = file.media_type.startsWith('image/') ? 'inline' : 'attachment'
      return {
        bytes: file.bytes,
        mediaType: file.media_type,
        fileName: file.name,
        disposition,
        maxAge: aYear,
      }
    },
    async readThumbnail(ctx: Ctx, input: InputOf<Actions['readThumbnail']>): Promise<FileAnswer> {
      const file = await find(ctx, input.fileId)
      if (!file.thumbnail) throw new Problem(404, 'kernel.not_found')
      return {
        bytes: file.thumbnail,
        mediaType: 'image/webp',
        fileName: `${file.name}.webp`,
        disposition: 'inline',
        maxAge: aYear,
      }
    },
  }
}
