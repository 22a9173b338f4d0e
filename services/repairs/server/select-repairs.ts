import { sql } from 'kysely'
import {
  matches,
  type OrderSelection,
  openedBy,
  orderRowOf,
  selectOrders,
  wordsOf,
} from '#engines/orders/server/api.ts'
import type { OrderState } from '#engines/orders/states.ts'
import type { Ctx } from '#kernel/context.ts'
import { placeLabel } from '../place-label.ts'
import type { Filters, RepairRow } from '../schema.ts'
import type { MajorState } from '../states.ts'
import type { FaultKind, Grade } from '../words.ts'
import { type RepairFacts, repairCan } from './policy.ts'

/** The repairs the actor may see, with everything a row shows. */
export function selectRepairs(ctx: Ctx) {
  return selectOrders(ctx)
    .innerJoin('repairs.repair as r', (join) =>
      join.onRef('r.bureau_id', '=', 'o.bureau_id').onRef('r.order_id', '=', 'o.id'),
    )
    .leftJoin('repairs.major_work as m', (join) =>
      join.onRef('m.bureau_id', '=', 'o.bureau_id').onRef('m.id', '=', 'o.id'),
    )
    .leftJoin('orders.service_order as earlier', (join) =>
      join.onRef('earlier.bureau_id', '=', 'r.bureau_id').onRef('earlier.id', '=', 'r.repeat_of_id'),
    )
    .select([
      'r.fault_kind',
      'r.grade',
      'r.cause',
      'r.repeat_of_id',
      'm.state as major_state',
      'earlier.number as repeat_number',
      sql<string | null>`(select p.file_id from repairs.photo p
        where p.bureau_id = o.bureau_id and p.order_id = o.id order by p.at, p.id limit 1)`.as('photo_id'),
    ])
}

export type RepairSelection = OrderSelection &
  RepairFacts & {
    cause: string
    repeat_of_id: string | null
    repeat_number: string | null
    photo_id: string | null
  }

/** A selected repair as lists and answers show it; the words of a sealed one stay hidden. */
export function repairRowOf(ctx: Ctx, row: RepairSelection): RepairRow {
  const order = orderRowOf(ctx, row)
  return {
    ...order,
    state: row.state as OrderState,
    kind: row.fault_kind as FaultKind,
    grade: row.grade as Grade,
    placeLabel: placeLabel({
      siteName: order.site.name,
      roomName: order.room?.name,
      placeText: order.placeText,
    }),
    majorState: row.major_state as MajorState | null,
    repeatOf:
      row.repeat_of_id && row.repeat_number ? { id: row.repeat_of_id, number: row.repeat_number } : null,
    photoId: order.sealed ? null : row.photo_id,
    can: { ...order.can, ...repairCan(ctx, row) },
  }
}

type Query = ReturnType<typeof selectRepairs>

const ended = ['COMPLETED', 'VOIDED', 'MERGED']
const startOfDay = (day: string) => new Date(`${day}T00:00:00+08:00`)
const aDay = 86_400_000

/** Narrows the repairs by the filters of the list and its export; `rare` are words of the search, by `rareWords`. */
export function filterRepairs(ctx: Ctx, filters: Filters, rare: ReadonlySet<string>): Query {
  let query = selectRepairs(ctx)
  if (filters.state?.length) query = query.where('o.state', 'in', filters.state)
  if (filters.open !== undefined) query = query.where('o.state', filters.open ? 'not in' : 'in', ended)
  if (filters.kind) query = query.where('r.fault_kind', '=', filters.kind)
  if (filters.grade) query = query.where('r.grade', '=', filters.grade)
  if (filters.urgency) query = query.where('o.urgency', '=', filters.urgency)
  if (filters.majorState) query = query.where('m.state', '=', filters.majorState)
  if (filters.siteId) query = query.where('o.site_id', '=', filters.siteId)
  if (filters.unitId)
    query = query.where(
      sql<boolean>`o.client_unit_id in (select directory.unit_and_below(${filters.unitId}))`,
    )
  if (filters.workerId) query = query.where('o.worker_person_id', '=', filters.workerId)
  if (filters.mine)
    query = query.where(sql<boolean>`o.requester_person_id is not distinct from ${ctx.actor.personId}
      and o.requester_person_id is not null`)
  if (filters.overdue !== undefined) {
    const late = sql<boolean>`(o.finished_at is null and o.state not in ('VOIDED', 'MERGED')
      and coalesce(o.finish_due_at < ${ctx.now}, false))`
    query = query.where(filters.overdue ? late : sql<boolean>`not ${late}`)
  }
  if (filters.repeat !== undefined)
    query = query.where('r.repeat_of_id', filters.repeat ? 'is not' : 'is', null)
  if (filters.from) query = query.where('o.created_at', '>=', startOfDay(filters.from).toISOString())
  if (filters.to)
    query = query.where('o.created_at', '<', new Date(startOfDay(filters.to).getTime() + aDay).toISOString())
  return searchRepairs(ctx, query, filters.search, rare)
}

/** Every word must occur; a sealed order is not found by words its reader may not see. */
function searchRepairs(ctx: Ctx, all: Query, search: string | undefined, rare: ReadonlySet<string>): Query {
  const words = wordsOf(search)
  if (words.length === 0) return all
  let query = all.where(sql<boolean>`(not o.restricted or ${openedBy(ctx)})`)
  for (const word of words) query = query.where(matches(word, rare.has(word)))
  return query
}
