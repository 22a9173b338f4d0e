import { useMemo } from 'react'
import { pendingFor } from '#kernel/web/offline/next-deed.ts'
import { useDeeds } from '#kernel/web/offline/outbox.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { repairs } from '../../module.ts'
import { projectRepair } from './project-repair.ts'

/** A task with the effect of everything done on it here, sent or not; from what is kept while there is no network. */
export function useTask(orderId: string) {
  const read = useRead(repairs.actions.readRepair, { orderId }, { keep: false })
  const deeds = useDeeds()
  const repair = useMemo(
    () => read.data && projectRepair(read.data, pendingFor(deeds, orderId, read.dataUpdatedAt)),
    [read.data, read.dataUpdatedAt, deeds, orderId],
  )
  return { read, repair }
}
