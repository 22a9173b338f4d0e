import type { OrderRow } from '#engines/orders/schema.ts'
import { byDanger } from '#engines/orders/web/order-danger.ts'

/** What a worker has before them, in the order to do it. */
export interface Tasks {
  /** The one to do now; large. */
  next: OrderRow | undefined
  /** The others in my hands. */
  later: OrderRow[]
  /** Waiting for parts, people or weather. */
  paused: OrderRow[]
  /** Offered to all who can; not mine yet. */
  offered: OrderRow[]
}

/**
 * Sorts a worker's orders by time and place: what is begun comes first, then what is late or urgent; among the rest
 * the same building as the one at hand before another building.
 */
export function sortTasks(rows: readonly OrderRow[], now: number): Tasks {
  const offered = rows.filter((row) => row.state === 'OFFERED').sort(byDanger(now))
  const paused = rows.filter((row) => row.state === 'PAUSED').sort(byDanger(now))
  const mine = rows
    .filter((row) => ['ASSIGNED', 'TAKEN', 'IN_PROGRESS'].includes(row.state))
    .sort((a, b) => begun(a) - begun(b) || byDanger(now)(a, b))
  const [next, ...later] = mine
  const here = next?.site.id
  const pressing = (row: OrderRow) => (row.overdue || row.urgency === 'URGENT' ? 0 : 1)
  later.sort(
    (a, b) =>
      pressing(a) - pressing(b) ||
      Number(b.site.id === here) - Number(a.site.id === here) ||
      byDanger(now)(a, b),
  )
  return { next, later, paused, offered }
}

const begun = (row: OrderRow) => (row.state === 'IN_PROGRESS' ? 0 : 1)

/** Where it is, without the words that only the map needs. */
export function placeOf(row: Pick<OrderRow, 'site' | 'room' | 'placeText'>): string {
  return [row.site.name, row.room?.name, row.placeText].filter(Boolean).join(' · ')
}
