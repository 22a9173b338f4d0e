import { sql } from 'kysely'
import {
  findOrders,
  hasWords,
  isAmong,
  type LookedUp,
  nameOrders,
  type OrderSelection,
  openedBy,
  orderRowOf,
  readInOrder,
  visibleOrders,
} from '#engines/orders/server/api.ts'
import type { OrderState } from '#engines/orders/states.ts'
import type { Ctx } from '#kernel/context.ts'
import { placeLabel } from '../place-label.ts'
import type { Filters, RepairRow } from '../schema.ts'
import type { MajorState } from '../states.ts'
import type { FaultKind, Grade } from '../words.ts'
import { type RepairFacts, repairCan } from './policy.ts'

/** The repairs the actor may see, with everything a row shows. */
export const selectRepairs = (ctx: Ctx) => nameRepairs(ctx).where(visibleOrders(ctx))

/** Repairs that `filterRepairs` has found, with everything a row shows, in the order they were found in. */
export function readRepairs(ctx: Ctx, found: readonly { id: string }[]): Promise<RepairSelection[]> {
  return readInOrder(
    found.map(({ id }) => id),
    (ids) => nameRepairs(ctx).where(isAmong(ids)).execute(),
  )
}

function nameRepairs(ctx: Ctx) {
  return nameOrders(ctx)
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

/** The repairs the actor may see, with no more than filters ask for. */
function findRepairs(ctx: Ctx) {
  return findOrders(ctx)
    .innerJoin('repairs.repair as r', (join) =>
      join.onRef('r.bureau_id', '=', 'o.bureau_id').onRef('r.order_id', '=', 'o.id'),
    )
    .leftJoin('repairs.major_work as m', (join) =>
      join.onRef('m.bureau_id', '=', 'o.bureau_id').onRef('m.id', '=', 'o.id'),
    )
}

type Query = ReturnType<typeof findRepairs>

const ended = ['COMPLETED', 'VOIDED', 'MERGED']
const startOfDay = (day: string) => new Date(`${day}T00:00:00+08:00`)
const aDay = 86_400_000

/** The visible repairs that pass the filters of the list and its export; `search` is theirs, by `lookUpWords`. */
export function filterRepairs(ctx: Ctx, filters: Omit<Filters, 'search'>, search: LookedUp): Query {
  let query = findRepairs(ctx)
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
  // A sealed order is not found by words its reader may not see.
  if (search.words.length > 0)
    query = query.where(hasWords(search)).where(sql<boolean>`(not o.restricted or ${openedBy(ctx)})`)
  return query
}
