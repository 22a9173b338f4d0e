import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { openedBy, visibleOrders } from './policy.ts'
import { readInOrder } from './read-in-order.ts'

/** The orders the actor may see, bare: for finding which ones a list shows. Their rows come by `readOrders`. */
export function findOrders(ctx: Ctx) {
  return ctx.db
    .selectFrom('orders.service_order as o')
    .select(['o.id', 'o.created_at', 'o.due_rank'])
    .where(visibleOrders(ctx))
}

/** The orders the actor may see, with the names of everybody and everything they point to. */
export const selectOrders = (ctx: Ctx) => nameOrders(ctx).where(visibleOrders(ctx))

/** Orders that `findOrders` has found, with all names, in the order of the ids. */
export function readOrders(ctx: Ctx, found: readonly { id: string }[]): Promise<OrderSelection[]> {
  return readInOrder(
    found.map(({ id }) => id),
    (ids) => nameOrders(ctx).where(isAmong(ids)).execute(),
  )
}

/** That the order `o` is one of them. */
export const isAmong = (ids: readonly string[]) => sql<boolean>`o.id = any(${ids}::uuid[])`

/** Orders with the names of everybody and everything they point to; whoever asks has seen to it that the actor may see them. */
export function nameOrders(ctx: Ctx) {
  const me = ctx.actor.personId
  return ctx.db
    .selectFrom('orders.service_order as o')
    .innerJoin('directory.unit as client', (join) =>
      join.onRef('client.bureau_id', '=', 'o.bureau_id').onRef('client.id', '=', 'o.client_unit_id'),
    )
    .innerJoin('directory.site as site', (join) =>
      join.onRef('site.bureau_id', '=', 'o.bureau_id').onRef('site.id', '=', 'o.site_id'),
    )
    .leftJoin('directory.room as room', (join) =>
      join.onRef('room.bureau_id', '=', 'o.bureau_id').onRef('room.id', '=', 'o.room_id'),
    )
    .leftJoin('directory.person as owner', (join) =>
      join.onRef('owner.bureau_id', '=', 'o.bureau_id').onRef('owner.id', '=', 'o.first_contact_owner_id'),
    )
    .leftJoin('directory.person as holder', (join) =>
      join.onRef('holder.bureau_id', '=', 'o.bureau_id').onRef('holder.id', '=', 'o.holder_person_id'),
    )
    .leftJoin('directory.unit as desk', (join) =>
      join.onRef('desk.bureau_id', '=', 'o.bureau_id').onRef('desk.id', '=', 'o.holder_unit_id'),
    )
    .leftJoin('directory.person as worker', (join) =>
      join.onRef('worker.bureau_id', '=', 'o.bureau_id').onRef('worker.id', '=', 'o.worker_person_id'),
    )
    .selectAll('o')
    .select([
      'client.name as client_name',
      'site.name as site_name',
      'room.name as room_name',
      'owner.name as owner_name',
      'holder.name as holder_name',
      'holder.mobile as holder_mobile',
      'desk.name as desk_name',
      'worker.name as worker_name',
      openedBy(ctx).as('opened'),
      sql<boolean>`exists (select from orders.offer f where f.bureau_id = o.bureau_id and f.order_id = o.id
        and f.person_id = ${me} and f.settled_at is null)`.as('offered_to_me'),
      sql<boolean>`exists (select from orders.evaluation e where e.bureau_id = o.bureau_id and e.order_id = o.id
        and e.by_person_id = ${me})`.as('rated_by_me'),
      sql<boolean>`exists (select from orders.follower w where w.bureau_id = o.bureau_id and w.order_id = o.id
        and w.person_id = ${me})`.as('followed_by_me'),
    ])
}

export type OrderSelection = Awaited<ReturnType<ReturnType<typeof selectOrders>['execute']>>[number]
