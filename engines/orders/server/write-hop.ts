import { type Insertable, sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'

/** In whose hands: a person, or the desk or pool of a unit. */
export interface Hands {
  role: 'DESK' | 'POOL' | 'WORKER' | 'REQUESTER' | 'NOBODY'
  personId: string | null
  unitId: string | null
}

export const nobody: Hands = { role: 'NOBODY', personId: null, unitId: null }
export const workerHands = (personId: string): Hands => ({ role: 'WORKER', personId, unitId: null })
export const deskHands = (unitId: string): Hands => ({ role: 'DESK', personId: null, unitId })
export const poolHands = (unitId: string): Hands => ({ role: 'POOL', personId: null, unitId })
export const requesterHands = (personId: string | null): Hands => ({
  role: 'REQUESTER',
  personId,
  unitId: null,
})

/** Now, or the earlier moment of the order's life if the clock was set back behind it. */
export function notBefore(ctx: Ctx, earlier: string): Date {
  return new Date(Math.max(ctx.now.getTime(), Date.parse(earlier)))
}

/** The holder's columns of an order that comes into these hands, now if not said. */
export function holderColumns(ctx: Ctx, hands: Hands, at = ctx.now) {
  return {
    holder_role: hands.role,
    holder_person_id: hands.personId,
    holder_unit_id: hands.unitId,
    held_since: at,
    holder_due_at: null,
  }
}

type HopValues = Omit<
  Insertable<DB['orders.hop']>,
  'order_id' | 'holder_role' | 'holder_person_id' | 'holder_unit_id' | 'by_name'
> & { hands?: Hands }

/**
 * Writes one line of the order's ledger, at this moment, by this actor. Where the clock was set back, or another
 * node's is ahead, the moment is that of the line before: no line of a ledger comes before its cause.
 */
export async function writeHop(ctx: Ctx, orderId: string, hop: HopValues): Promise<void> {
  await writeHops(ctx, orderId, [hop])
}

/** Writes several lines at once, in their order; those of one moment name it themselves. */
export async function writeHops(ctx: Ctx, orderId: string, hops: readonly HopValues[]): Promise<void> {
  await writeHopsOf(
    ctx,
    hops.map((hop) => ({ ...hop, order_id: orderId })),
  )
}

/** Writes lines of several orders at once. */
export async function writeHopsOf(
  ctx: Ctx,
  hops: readonly (HopValues & { order_id: string })[],
): Promise<void> {
  if (hops.length === 0) return
  const rows = hops.map(({ hands, ...values }) => ({
    ...values,
    at:
      values.at ??
      sql<string>`greatest(${ctx.now}::timestamptz,
        (select max(at) from orders.hop where bureau_id = kernel.bureau() and order_id = ${values.order_id}))`,
    holder_role: hands?.role ?? null,
    holder_person_id: hands?.personId ?? null,
    holder_unit_id: hands?.unitId ?? null,
    by_person_id: ctx.actor.personId,
    by_name: ctx.actor.name,
  }))
  await ctx.db.insertInto('orders.hop').values(rows).execute()
}
