import type { Selectable } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import type { HolderEvent, OrderEvent } from '../clock-events.ts'

export type HopRecord = Selectable<DB['orders.hop']>

/** What the clocks read of a ledger line; also of one that is about to be written. */
export type HopLine = Pick<
  HopRecord,
  | 'at'
  | 'kind'
  | 'responds'
  | 'holder_role'
  | 'holder_person_id'
  | 'holder_unit_id'
  | 'respond_minutes'
  | 'finish_minutes'
  | 'round_the_clock'
  | 'pause_reason'
>

/** The order's ledger lines in order. */
export function readHops(ctx: Ctx, orderId: string): Promise<HopRecord[]> {
  return ctx.db
    .selectFrom('orders.hop')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('at')
    .orderBy('seq')
    .execute()
}

/** How a holder is told from another in the pure ledger: the person, else the unit, else the capacity. */
export function holderKey(hop: {
  holder_person_id: string | null
  holder_unit_id: string | null
  holder_role: string | null
}): string {
  return hop.holder_person_id ?? hop.holder_unit_id ?? hop.holder_role ?? ''
}

/** A ledger line as the pure clocks and the pure ledger read it. */
export function eventOfHop(hop: HopLine): OrderEvent {
  const at = new Date(hop.at)
  const responds = hop.responds === null ? {} : { responds: hop.responds as 'human' | 'machine' }
  switch (hop.kind) {
    case 'pledged':
      return {
        kind: 'pledged',
        at,
        ...responds,
        respondMinutes: hop.respond_minutes!,
        finishMinutes: hop.finish_minutes!,
        roundTheClock: hop.round_the_clock!,
      }
    case 'paused':
      return { kind: 'paused', at, ...responds, reason: hop.pause_reason! }
    case 'replied':
    case 'started':
    case 'resumed':
    case 'confirmed':
    case 'closed':
    case 'withdrawn':
      return { kind: hop.kind, at, ...responds }
    default:
      // The table allows no other kinds than these receipts.
      return {
        kind: hop.kind as HolderEvent['kind'],
        at,
        ...responds,
        holder: holderKey(hop),
        role: hop.holder_role!,
      }
  }
}

/** The receipt that put the order into the hands it is in: what its holder's own clock counts from. */
export function lastReceipt(hops: readonly HopLine[]): HopLine | null {
  const receipts = hops.filter((hop) => hop.holder_role !== null)
  const last = receipts.at(-1)
  if (!last) return null
  const earlier = receipts.findLastIndex((hop) => holderKey(hop) !== holderKey(last))
  return receipts[earlier + 1] ?? last
}
