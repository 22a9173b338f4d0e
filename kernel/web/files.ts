import { uuidv7 } from 'uuidv7'
import { kernelActions } from '#kernel/actions.ts'
import { call } from '#kernel/contract/client.ts'
import type { Photo } from '#ui/photo-strip.tsx'
import type { Uploaded } from '#ui/uploader.tsx'

/** Stores a file and gives its id; for `<Uploader upload={storeFile}>`. The form then sends the ids. */
export async function storeFile(file: Blob, fileName: string): Promise<Uploaded> {
  const stored = await call(kernelActions.storeFile, {}, { file, fileName, idempotencyKey: uuidv7() })
  return { id: stored.id, name: stored.name }
}

/** Where a stored file opens. */
export function fileAddress(fileId: string): string {
  return `/api/files/${fileId}`
}

/** A stored picture as `<PhotoStrip>` takes it. */
export function photoOf(fileId: string, caption?: string): Photo {
  return { id: fileId, thumbnail: `/api/files/${fileId}/thumbnail`, full: fileAddress(fileId), caption }
}
