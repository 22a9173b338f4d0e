import { uuidv7 } from 'uuidv7'
import { addDeed, discardDeeds } from '#kernel/web/offline/outbox.ts'
import type { Deed } from '#kernel/web/offline/shelf.ts'

/**
 * A reading the ledger did not take, with the right kilometres: it and what stands behind it go out again in their order,
 * with their moments and pictures. The changed one is another write and has another key.
 */
export async function resendWithKm(tripId: string, deeds: readonly Deed[], km: number): Promise<void> {
  const wrong = deeds.find(({ refusal }) => refusal)
  await discardDeeds(tripId)
  for (const deed of deeds) {
    const { seq: _seq, owner: _owner, sentAt: _sentAt, refusal: _refusal, ...again } = deed
    await addDeed(deed === wrong ? { ...again, id: uuidv7(), input: { ...again.input, km } } : again)
  }
}
