import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { orders } from '#engines/orders/module.ts'
import { ApiProblem, call } from '#kernel/contract/client.ts'
import { keepThumbnail } from '#kernel/web/offline/pictures.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { repairs } from '../../module.ts'
import type { RepairDetail } from '../../schema.ts'
import { shiftQuery } from './shift.ts'

/** Milliseconds after which a task that looks unchanged is read again. */
const freshMs = 15 * 60_000
/** Milliseconds after which what could not be read is tried again. */
const patienceMs = 30_000

/** Has every task in hand on the phone, with its checklist and photos, before the way into the basement begins. */
export default function KeepShift() {
  const client = useQueryClient()
  const { userId } = useSession()
  const list = useRead(orders.actions.listOrders, shiftQuery)
  useRead(orders.actions.readMyDuty, {})
  const seen = useRef(new Map<string, string>())
  const [round, setRound] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = async () => {
      for (const row of list.data?.items ?? []) {
        const looks = JSON.stringify(row)
        const changed = seen.current.get(row.id) !== looks
        const key = [repairs.actions.readRepair.path, { orderId: row.id }] as const
        client.setQueryDefaults(key, { gcTime: Number.POSITIVE_INFINITY })
        try {
          const repair = await client.fetchQuery<RepairDetail>({
            queryKey: key,
            queryFn: ({ signal }) => call(repairs.actions.readRepair, { orderId: row.id }, { signal }),
            staleTime: changed && seen.current.has(row.id) ? 0 : freshMs,
            retry: false,
          })
          for (const { fileId } of repair.photos) await keepThumbnail(userId, fileId)
          seen.current.set(row.id, looks)
        } catch (error) {
          console.debug('a task could not be kept', error)
          // One that is not to be read (any more) does not keep the others from the phone.
          if (error instanceof ApiProblem && error.body.status < 500) continue
          // Without a network what is kept already has to do.
          timer = setTimeout(() => setRound(round + 1), patienceMs)
          return
        }
      }
    }
    void keep()
    return () => clearTimeout(timer)
  }, [list.data, client, userId, round])
  return null
}
