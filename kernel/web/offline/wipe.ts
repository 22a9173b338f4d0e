import { openShelf } from './shelf.ts'

/** Names of what forms remember of a person on this device (see `remember`). */
const personal = /^hq\.(draft|checklist)\./

let leaving = false

/** Whether the account is being taken off this device: what is still on its way is not kept any more. */
export const isLeaving = () => leaving

/** The session ended: a start without a network no longer opens with it. */
export async function forgetSession(): Promise<void> {
  await (await openShelf())?.delete('session', 'session')
}

/** The account signs out here, until the page is loaded afresh: nothing more of it is kept, and what it read goes. */
export async function leaveDevice(owner: string): Promise<void> {
  leaving = true
  await wipeReads(owner)
  await forgetSession()
}

/** Takes what was read by an account off this device: answers, pictures, drafts; not what it has still to send. */
async function wipeReads(owner: string): Promise<void> {
  for (const name of Object.keys(localStorage)) if (personal.test(name)) localStorage.removeItem(name)
  const shelf = await openShelf()
  if (!shelf) return
  for (const key of await shelf.getAllKeysFromIndex('answer', 'owner', owner))
    await shelf.delete('answer', key)
  const deeds = await shelf.getAllFromIndex('deed', 'owner', owner)
  const unsent = deeds.filter(({ sentAt }) => sentAt === null)
  for (const { sentAt, seq } of deeds) if (sentAt !== null) await shelf.delete('deed', seq!)
  const needed = new Set(unsent.flatMap(({ pictures }) => pictures))
  for (const key of await shelf.getAllKeysFromIndex('picture', 'owner', owner))
    if (!needed.has(key)) await shelf.delete('picture', key)
}

/** Somebody else signed in: nothing that others read stays. */
export async function wipeOthers(owner: string): Promise<void> {
  const shelf = await openShelf()
  if (!shelf) return
  const all = [...(await shelf.getAll('answer')), ...(await shelf.getAll('picture'))]
  const others = new Set(all.map((one) => one.owner).filter((one) => one !== owner))
  for (const other of others) await wipeReads(other)
}
