import { uuidv7 } from 'uuidv7'
import { kernelActions } from '#kernel/actions.ts'
import { call } from '#kernel/contract/client.ts'
import { useConnection } from '../connection.ts'
import { createStore, useStore } from '../store.ts'
import { type KeptPicture, openShelf } from './shelf.ts'
import { isLeaving } from './wipe.ts'

/** The pictures of whoever is signed in, as this device has them. */
const kept = createStore<ReadonlyMap<string, KeptPicture>>(new Map())
const addresses = new Map<string, string>()

function remember(picture: KeptPicture): void {
  kept.set(new Map(kept.get()).set(picture.id, picture))
}

async function put(picture: KeptPicture): Promise<void> {
  const shelf = await openShelf()
  // One that the server has would only be kept to be seen.
  if (isLeaving() && picture.storedAt !== null) return
  if (shelf) {
    const { store, done } = shelf.transaction('picture', 'readwrite', { durability: 'strict' })
    await store.put(picture)
    await done
  }
  remember(picture)
}

/** Brings the pictures of an account to hand. */
export async function loadPictures(owner: string): Promise<void> {
  const shelf = await openShelf()
  const own = (await shelf?.getAllFromIndex('picture', 'owner', owner)) ?? []
  for (const address of addresses.values()) URL.revokeObjectURL(address)
  addresses.clear()
  kept.set(new Map(own.map((picture) => [picture.id, picture])))
}

/** Keeps a picture just taken. @returns the id under which the server will have it */
export async function keepPicture(owner: string, blob: Blob, name: string): Promise<string> {
  const id = uuidv7()
  await put({ id, owner, blob, name, storedAt: null })
  return id
}

/** Keeps the small picture of a stored file, to be seen without a network; what is here already is not fetched again. */
export async function keepThumbnail(owner: string, fileId: string): Promise<void> {
  if (kept.get().has(fileId)) return
  const answer = await fetch(`/api/files/${fileId}/thumbnail`, { credentials: 'same-origin' })
  if (!answer.ok) return
  await put({ id: fileId, owner, blob: await answer.blob(), name: '', storedAt: Date.now() })
}

/** A loose upload is swept after a day; well before that it is sent again, which changes nothing. */
const freshMs = 12 * 3_600_000

/** Sends a picture to the server, unless it is there. Under its own id it is kept once. @throws what `call` throws */
export async function storePicture(
  owner: string,
  id: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<void> {
  const picture = kept.get().get(id)
  if (!picture || (picture.storedAt !== null && Date.now() - picture.storedAt < freshMs)) return
  const { blob: file, name: fileName } = picture
  await call(kernelActions.storeFile, { fileId: id }, { file, fileName, headers, signal })
  await put({ ...picture, owner, storedAt: Date.now() })
}

/** Gives the addresses of a picture, small and large: of this device's own copy where it has one, else the server's. */
export function usePictureAddress(): (id: string) => { thumbnail: string; full: string } {
  const here = useStore(kept)
  const away = useConnection() === 'offline'
  return (id) => {
    const stored = `/api/files/${id}`
    const picture = here.get(id)
    if (!picture) return { thumbnail: `${stored}/thumbnail`, full: stored }
    const own = addresses.get(id) ?? URL.createObjectURL(picture.blob)
    addresses.set(id, own)
    // What was fetched to be kept is the small picture only.
    const small = picture.name === ''
    return { thumbnail: own, full: small && !away ? stored : own }
  }
}
