import { useCallback } from 'react'
import { keepPicture } from '#kernel/web/offline/pictures.ts'
import { useSession } from '#kernel/web/use-session.ts'
import type { Uploaded } from '#ui/uploader.tsx'

/** Keeps a picture on the phone; for `<Uploader upload={…}>`. It goes up with the deed that names its id. */
export function useTakePicture(): (file: Blob, name: string) => Promise<Uploaded> {
  const { userId } = useSession()
  return useCallback(async (file, name) => ({ id: await keepPicture(userId, file, name), name }), [userId])
}
