import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { type FaultKind, repeatDays } from '../words.ts'

export interface Spot {
  siteId: string
  roomId: string | null
  placeText: string
}

/** The same spot: the same room; without a room, the same words at the same site. `o` is orders.service_order. */
export function sameSpot(spot: Spot): RawBuilder<boolean> {
  if (spot.roomId) return sql<boolean>`o.room_id = ${spot.roomId}`
  return sql<boolean>`o.site_id = ${spot.siteId} and o.room_id is null
    and btrim(o.place_text) = btrim(${spot.placeText})`
}

export interface EarlierRepair {
  id: string
  number: string
  created_at: string
  title: string
  state: string
  worker_name: string | null
}

/**
 * Repairs of the same kind at the same spot in the 30 days before a moment, newest first; voided and merged ones do
 * not count. The first of them is what a new report repeats.
 */
export async function findRepeats(
  ctx: Ctx,
  spot: Spot,
  kind: FaultKind,
  at: Date | string,
  except: string | null = null,
): Promise<EarlierRepair[]> {
  const { rows } = await sql<EarlierRepair>`
    select o.id, o.number, o.created_at, o.title, o.state, w.name as worker_name
    from orders.service_order o
    join repairs.repair r on r.bureau_id = o.bureau_id and r.order_id = o.id
    left join directory.person w on w.bureau_id = o.bureau_id and w.id = o.worker_person_id
    where o.bureau_id = kernel.bureau() and ${sameSpot(spot)} and r.fault_kind = ${kind}
      and o.state not in ('VOIDED', 'MERGED')
      and o.created_at < ${at}::timestamptz
      and o.created_at >= ${at}::timestamptz - make_interval(days => ${repeatDays})
      and o.id is distinct from ${except}::uuid
    order by o.created_at desc, o.id desc limit 20`.execute(ctx.db)
  return rows
}
