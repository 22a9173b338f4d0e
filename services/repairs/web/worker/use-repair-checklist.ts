import { useMemo } from 'react'
import type { ListedLine } from '#engines/standards/web/checklist/checklist-draft.ts'
import { type ChecklistWay, useChecklist } from '#engines/standards/web/checklist/use-checklist.ts'
import { repairs } from '../../module.ts'
import { useOrderDeed } from './use-order-deed.ts'

const action = repairs.actions.recordChecklist

/** The checklist of a repair, sent through the outbox of its order. */
export function useRepairChecklist(orderId: string, lines: readonly ListedLine[]) {
  const send = useOrderDeed(action)
  const way = useMemo<ChecklistWay>(
    () => ({
      path: action.path,
      record: (answers, what, pictures) => send({ orderId, answers }, what, pictures),
    }),
    [send, orderId],
  )
  return useChecklist(orderId, lines, way)
}
