import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { bookingStates } from '../states.ts'
import { findPieces } from './find-pieces.ts'
import { findRecords, spanOf } from './lock-booking.ts'
import { type Locked, widen } from './lock-resources.ts'
import { holdPieces } from './write-bookings.ts'

/** A time in which something became free. */
export interface Freed {
  from: Date
  to: Date
}

/**
 * Gives what became free to who waits for it, in the order they asked, as many as fit; in the transaction that freed it,
 * so that nobody can come in between. Someone who waits for more than is locked, or for what is closed then, is left to the
 * next chance.
 * @returns the bookings that have their place now
 */
export async function promoteWaiting(
  ctx: Ctx,
  resources: Locked,
  freed: readonly Freed[],
): Promise<string[]> {
  if (freed.length === 0) return []
  const spans = freed.map(({ from, to }) => ({ from: widen(from, -1), to: widen(to, 1) }))
  const waiting = await findRecords(
    ctx,
    sql`b.state = 'WAITING' and b.starts_at > ${ctx.now}::timestamptz
      and exists (select from jsonb_to_recordset(${JSON.stringify(spans)}::jsonb) as free ("from" timestamptz, "to" timestamptz)
        where b.starts_at < free."to" and b.ends_at > free."from")
      and exists (select from bookings.claim c where c.bureau_id = b.bureau_id and c.booking_id = b.id
        and c.resource_id = any(${[...resources.keys()]}::uuid[]))`,
    true,
  )
  const turn = await turnsOf(
    ctx,
    waiting.map(({ id }) => id),
  )
  const promoted: string[] = []
  for (const record of waiting.sort((a, b) => turn.get(a.id)! - turn.get(b.id)!)) {
    if (!record.claims.every(({ resourceId }) => resources.get(resourceId)?.closed_at === null)) continue
    const [found] = await findPieces(ctx, [{ ...spanOf(record), claims: record.claims }])
    if (found!.some(({ pieces, closedFor }) => pieces === null || closedFor !== null)) continue
    await ctx.move(bookingStates, 'promote', record.id, { note: { waited: true } })
    await holdPieces(ctx, record.id, found!)
    promoted.push(record.id)
  }
  return promoted
}

/** From now on, for whoever waits for a resource that has more to give: opened again, more pieces, narrower buffers. */
export const fromNowOn = (ctx: Ctx): Freed => ({
  from: ctx.now,
  to: new Date(ctx.now.getTime() + 10 * 366 * 86_400_000),
})

async function turnsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; turn: number }>`
    select id, row_number() over (order by waiting_since, id)::int as turn from bookings.booking
    where bureau_id = kernel.bureau() and id = any(${[...ids]}::uuid[])`.execute(ctx.db)
  return new Map(rows.map(({ id, turn }) => [id, turn]))
}
