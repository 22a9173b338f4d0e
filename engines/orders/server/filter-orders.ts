import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import type { orders } from '../module.ts'
import { hasWords, type LookedUp } from './look-up-words.ts'
import { openedBy } from './policy.ts'
import { findOrders } from './select-orders.ts'

export type OrderFilters = Omit<InputOf<(typeof orders.actions)['exportOrders']>, 'format'>

export const openStates = [
  'SUBMITTED',
  'ACCEPTED',
  'OFFERED',
  'ASSIGNED',
  'TAKEN',
  'IN_PROGRESS',
  'PAUSED',
  'FINISHED',
]
const waitingStates = ['ASSIGNED', 'TAKEN']

/** A sealed order is found by its number only, so that a search does not tell what the seal hides. */
function mayBeFoundBy(ctx: Ctx, word: string) {
  return sql<boolean>`(not o.restricted or position(${word.toLowerCase()} in lower(o.number)) > 0 or ${openedBy(ctx)})`
}

/** The visible orders that pass the filters, bare; a list and its export share it. `search` is theirs, by `lookUpWords`. */
export function filterOrders(ctx: Ctx, filters: Omit<OrderFilters, 'search'>, search: LookedUp) {
  const me = ctx.actor.personId
  let query = findOrders(ctx)
  if (filters.state?.length) query = query.where('o.state', 'in', filters.state)
  if (filters.open) query = query.where('o.state', 'in', openStates)
  if (filters.line) query = query.where('o.line', '=', filters.line)
  if (filters.kind) query = query.where('o.kind', '=', filters.kind)
  if (filters.unitId)
    query = query.where(
      sql<boolean>`o.client_unit_id in (select directory.unit_and_below(${filters.unitId}))`,
    )
  if (filters.siteId) query = query.where('o.site_id', '=', filters.siteId)
  if (filters.roomId) query = query.where('o.room_id', '=', filters.roomId)
  if (filters.urgency) query = query.where('o.urgency', '=', filters.urgency)
  if (filters.holderId) query = query.where('o.holder_person_id', '=', filters.holderId)
  if (filters.workerId) query = query.where('o.worker_person_id', '=', filters.workerId)
  if (filters.requesterId) query = query.where('o.requester_person_id', '=', filters.requesterId)
  if (filters.restricted !== undefined) query = query.where('o.restricted', '=', filters.restricted)
  if (filters.owned) query = query.where('o.first_contact_owner_id', '=', me)
  if (filters.mine)
    query = query.where(
      sql<boolean>`(o.requester_person_id = ${me} or exists (select from orders.follower w
        where w.bureau_id = o.bureau_id and w.order_id = o.id and w.person_id = ${me}))`,
    )
  if (filters.inMyHands)
    query = query.where(
      sql<boolean>`((o.holder_person_id = ${me} and o.holder_role = 'WORKER') or exists (select from orders.offer f
        where f.bureau_id = o.bureau_id and f.order_id = o.id and f.person_id = ${me} and f.settled_at is null))`,
    )
  if (filters.overdue) query = query.where(isOverdue(ctx))
  if (filters.late) query = query.where('o.on_time', '=', false)
  if (filters.notStarted) query = query.where(isNotStarted(ctx))
  if (filters.from)
    query = query.where(
      sql<boolean>`o.created_at >= (${filters.from}::date::timestamp at time zone 'Asia/Shanghai')`,
    )
  if (filters.to)
    query = query.where(
      sql<boolean>`o.created_at < ((${filters.to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`,
    )
  if (search.words.length > 0) query = query.where(hasWords(search))
  for (const word of search.words) query = query.where(mayBeFoundBy(ctx, word))
  return query
}

/** Open, and its promise is over. */
export const isOverdue = (ctx: Ctx) =>
  sql<boolean>`(o.finished_at is null and o.completed_at is null and o.finish_due_at < ${ctx.now}::timestamptz)`

/** 不能第一时间完成: with a worker and not started, though the time to respond is over. */
export const isNotStarted = (ctx: Ctx) =>
  sql<boolean>`(o.state = any(${waitingStates}::text[]) and o.started_at is null
    and o.respond_due_at < ${ctx.now}::timestamptz)`
