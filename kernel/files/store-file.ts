import { createHash } from 'node:crypto'
import { Transformer } from '@napi-rs/image'
import { fileTypeFromBuffer } from 'file-type'
import { checkZip } from '#kernel/sheets/open-zip.ts'
import { SheetProblem } from '#kernel/sheets/sheet.ts'
import type { Ctx, Upload } from '../context.ts'
import { Problem } from '../contract/problem.ts'

/** What people may attach: pictures, office documents and PDF; the content decides, not the name. */
const accepted = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
])
const largestBytes = 15 * 1024 * 1024
const thumbnailPixels = 480
/** A picture of more is refused before it is unpacked: memory stays bounded. */
const mostPixels = 50_000_000

export interface StoredFile {
  id: string
  name: string
  mediaType: string
  sizeBytes: number
}

/** The name as people gave it, without folders, control characters or surrogate halves. */
export function cleanFileName(name: string): string {
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return last.replace(/[\u0000-\u001f\u007f]/g, '').slice(-150) || 'file'
}

async function thumbnailOf(bytes: Buffer) {
  const { width, height } = await new Transformer(bytes).metadata()
  if (width * height > mostPixels) throw new Problem(413, 'kernel.picture_too_large')
  const side = Math.min(thumbnailPixels, Math.max(width, height))
  const size = width >= height ? { width: side } : { width: Math.max(1, Math.round((side * width) / height)) }
  // rotate() turns the picture as the camera noted.
  const thumbnail = await new Transformer(bytes).rotate().resize(size.width, null).webp(70)
  return { width, height, thumbnail }
}

/** An office file is a zip: one that unpacks to hundreds of megabytes would harm whoever opens it. */
function checkOffice(bytes: Buffer): void {
  try {
    checkZip(bytes)
  } catch (error) {
    if (!(error instanceof SheetProblem)) throw error
    const bomb = error.code === 'sheets.too_large'
    throw new Problem(bomb ? 413 : 422, error.code, { params: error.params, path: 'file', cause: error })
  }
}

/**
 * Keeps an uploaded file with its thumbnail. With an id of the phone's own making it is kept once, however often a
 * lost connection makes the phone send it.
 * @throws Problem 413 too large, 415 a kind we do not take, 422 a damaged picture, 409 `kernel.file_id_taken`
 */
export async function storeFile(ctx: Ctx, upload: Upload, ownId?: string): Promise<StoredFile> {
  const { bytes } = upload
  if (bytes.length === 0) throw new Problem(422, 'kernel.file_empty', { path: 'file' })
  if (bytes.length > largestBytes) throw new Problem(413, 'kernel.too_large', { path: 'file' })
  const kind = await fileTypeFromBuffer(bytes)
  if (!kind || !accepted.has(kind.mime)) throw new Problem(415, 'kernel.file_kind', { path: 'file' })
  if (kind.mime.includes('officedocument')) checkOffice(bytes)
  const picture = kind.mime.startsWith('image/')
    ? await thumbnailOf(bytes).catch((error: unknown) => {
        if (error instanceof Problem) throw error
        throw new Problem(422, 'kernel.picture_damaged', { path: 'file', cause: error })
      })
    : null
  const name = cleanFileName(upload.fileName)
  const sha256 = createHash('sha256').update(bytes).digest()
  const stored = await ctx.db
    .insertInto('kernel.file')
    .values({
      ...(ownId ? { id: ownId } : {}),
      name,
      media_type: kind.mime,
      size_bytes: bytes.length,
      sha256,
      width: picture?.width ?? null,
      height: picture?.height ?? null,
      bytes,
      thumbnail: picture?.thumbnail ?? null,
      uploaded_by: ctx.actor.userId,
    })
    .onConflict((conflict) => conflict.columns(['bureau_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!stored) return storedBefore(ctx, ownId!, sha256)
  const { id } = stored
  await ctx.emit({
    type: 'kernel.file_stored',
    subjectType: 'kernel.file',
    subjectId: id,
    after: { name, mediaType: kind.mime, sizeBytes: bytes.length },
  })
  return { id, name, mediaType: kind.mime, sizeBytes: bytes.length }
}

/** The same picture that the same account sent before under this id. @throws Problem 409 `kernel.file_id_taken` */
async function storedBefore(ctx: Ctx, id: string, sha256: Buffer): Promise<StoredFile> {
  const known = await ctx.db
    .selectFrom('kernel.file')
    .select(['id', 'name', 'media_type', 'size_bytes', 'sha256', 'uploaded_by'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!known || known.uploaded_by !== ctx.actor.userId || !known.sha256.equals(sha256))
    throw new Problem(409, 'kernel.file_id_taken', { path: 'file' })
  return { id, name: known.name, mediaType: known.media_type, sizeBytes: known.size_bytes }
}

/**
 * Ties uploaded files to the row they belong to; only the uploader's own loose files, each once.
 * @throws Problem 422 when one is unknown, another's, or tied already
 */
export async function attachFiles(
  ctx: Ctx,
  fileIds: readonly string[],
  subjectType: string,
  subjectId: string,
): Promise<void> {
  if (fileIds.length === 0) return
  const tied = await ctx.db
    .updateTable('kernel.file')
    .set({ attached_at: ctx.now, subject_type: subjectType, subject_id: subjectId })
    .where('id', 'in', [...fileIds])
    .where('attached_at', 'is', null)
    .where((row) =>
      ctx.actor.userId ? row('uploaded_by', '=', ctx.actor.userId) : row('uploaded_by', 'is', null),
    )
    .returning('id')
    .execute()
  if (tied.length !== new Set(fileIds).size) throw new Problem(422, 'kernel.file_unknown', { path: 'photos' })
}
