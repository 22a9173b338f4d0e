import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** When a step was done, and what is kept beside it when that was before it arrived. */
export interface DeedTime {
  at: Date
  arrivedAt: Date | null
  /** What the phone said, where it was not believed as it was. */
  saidAt: Date | null
}

/** A shift and the way home: what lies further back is a wrong clock. */
const longestMs = 24 * 3_600_000

/**
 * When what this request brings was done. A phone without a signal says so itself, and is believed within bounds: not
 * after now, not more than 24 hours ago, and not before the order's last step (so never before it came into these
 * hands). Thereby the ledger's lines keep the order in which they came, and no minute is anybody else's.
 */
export async function deedTime(ctx: Ctx, orderId: string): Promise<DeedTime> {
  const said = ctx.saidAt
  if (!said) return { at: ctx.now, arrivedAt: null, saidAt: null }
  // An answer in between moves nothing from hand to hand.
  const { rows } = await sql<{ last: string | null }>`
    select max(at) as last from orders.hop
    where bureau_id = kernel.bureau() and order_id = ${orderId} and kind <> 'replied'`.execute(ctx.db)
  const last = rows[0]?.last ? new Date(rows[0].last).getTime() : 0
  const earliest = Math.max(ctx.now.getTime() - longestMs, last)
  // A clock that was set back: nothing comes before the line before it.
  const now = Math.max(ctx.now.getTime(), last)
  const at = new Date(Math.min(now, Math.max(said.getTime(), earliest)))
  return { at, arrivedAt: new Date(now), saidAt: at.getTime() === said.getTime() ? null : said }
}
