import { useState } from 'react'
import { useOrderWrite } from '#engines/orders/web/use-order-write.ts'
import { discardDeeds } from '#kernel/web/offline/outbox.ts'
import { storePicture } from '#kernel/web/offline/pictures.ts'
import type { Deed } from '#kernel/web/offline/shelf.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { repairs } from '../../module.ts'

const most = { reason: 400, what: 500, deeds: 200, photos: 60 }

/** Hands what was not delivered of an order to the desk, with its photos; it leaves the phone once it is there. */
export function useHandOver(orderId: string, success: string) {
  const { userId } = useSession()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const write = useOrderWrite(repairs.actions.handOver, { success, quiet: true })
  const handOver = async (deeds: readonly Deed[], reason: string, note: string) => {
    setBusy(true)
    setError(null)
    const photos = [...new Set(deeds.flatMap(({ pictures }) => pictures))].slice(0, most.photos)
    try {
      for (const id of photos)
        await storePicture(userId, id, { 'sent-by': userId }, new AbortController().signal)
      await write.mutateAsync({
        orderId,
        reason: reason.slice(0, most.reason) || '-',
        ...(note.trim() ? { note: note.trim() } : {}),
        deeds: deeds
          .slice(0, most.deeds)
          .map(({ at, what }) => ({ at: new Date(at).toISOString(), what: what.slice(0, most.what) })),
        photos,
      })
      await discardDeeds(orderId)
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  return { handOver, busy, error }
}
