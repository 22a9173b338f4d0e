import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/**
 * Which orders the actor may see, as a condition on the order table named `alias`: their own, those they answer for,
 * hold, held or were offered, those merged from their own, a liaison's unit, or all. Restricted ones only by those
 * involved, by the desk while it holds them, and by whoever may read restricted orders.
 */
export function visibleOrders(ctx: Ctx, alias = 'o'): RawBuilder<boolean> {
  if (ctx.actor.source === 'job') return sql<boolean>`true`
  const at = (column: string) => sql.ref(`${alias}.${column}`)
  const me = ctx.actor.personId
  const involved = me
    ? sql`(${at('requester_person_id')} = ${me} or ${at('first_contact_owner_id')} = ${me}
        or ${at('holder_person_id')} = ${me} or ${at('worker_person_id')} = ${me})`
    : sql`false`
  const mayOpen = ctx.has('orders.read-restricted')
    ? sql`true`
    : ctx.has('orders.take-on')
      ? sql`(${involved} or ${at('holder_role')} in ('DESK', 'POOL'))`
      : involved
  const within = ctx.has('orders.read-all') ? sql`true` : sql`${at('id')} in (${withinReach(ctx)})`
  return sql<boolean>`(${within} and (not ${at('restricted')} or ${mayOpen}))`
}

/**
 * The ids of the orders within reach of somebody who may not see all: each source by its own index, so that a list of
 * one's own costs the same however many orders there are.
 */
function withinReach(ctx: Ctx): RawBuilder<unknown> {
  const { personId: me, unitId } = ctx.actor
  const orders = sql`select r.id from orders.service_order r where r.bureau_id = kernel.bureau()`
  const sources: RawBuilder<unknown>[] = []
  if (me) {
    sources.push(
      sql`${orders} and r.requester_person_id = ${me}`,
      sql`${orders} and r.first_contact_owner_id = ${me}`,
      sql`${orders} and r.worker_person_id = ${me}`,
      // Held now or once; offered and not yet settled; followed because the own report was merged into it.
      sql`select h.order_id from orders.hop h where h.bureau_id = kernel.bureau() and h.holder_person_id = ${me}`,
      sql`select f.order_id from orders.offer f
        where f.bureau_id = kernel.bureau() and f.person_id = ${me} and f.settled_at is null`,
      sql`select w.order_id from orders.follower w where w.bureau_id = kernel.bureau() and w.person_id = ${me}`,
    )
  }
  if (unitId && ctx.has('orders.read-unit'))
    sources.push(sql`${orders} and r.client_unit_id in (select directory.unit_and_below(${unitId}))`)
  return sources.length > 0 ? sql.join(sources, sql` union all `) : sql`select null::uuid`
}

/**
 * Whether the actor may ring who asked: the asker, who answers for the order or carries it out, and those who see all.
 * Not those it is merely offered to, who held it once, or whose own report was merged into it.
 */
export function seesRequesterPhone(
  ctx: Ctx,
  row: {
    requester_person_id: string | null
    first_contact_owner_id: string | null
    holder_person_id: string | null
    worker_person_id: string | null
  },
): boolean {
  const me = ctx.actor.personId
  if (ctx.has('orders.read-all') || ctx.actor.source === 'job') return true
  if (me === null) return false
  return [
    row.requester_person_id,
    row.first_contact_owner_id,
    row.holder_person_id,
    row.worker_person_id,
  ].includes(me)
}

/** The filter for files and other rows that hang on one order. */
export async function maySeeOrder(ctx: Ctx, orderId: string): Promise<boolean> {
  const found = await ctx.db
    .selectFrom('orders.service_order as o')
    .select('o.id')
    .where('o.id', '=', orderId)
    .where(visibleOrders(ctx))
    .where((row) => row.or([row('o.restricted', '=', false), row(openedBy(ctx), '=', true)]))
    .executeTakeFirst()
  return found !== undefined
}

/** Whether the actor has the restricted order open: the requester always, others for a while after saying why. */
export function openedBy(ctx: Ctx, alias = 'o'): RawBuilder<boolean> {
  if (ctx.actor.source === 'job') return sql<boolean>`true`
  const at = (column: string) => sql.ref(`${alias}.${column}`)
  const user = ctx.actor.userId
  if (!user) return sql<boolean>`false`
  const mine = ctx.actor.personId
    ? sql`coalesce(${at('requester_person_id')} = ${ctx.actor.personId}, false)`
    : sql`false`
  return sql<boolean>`(${mine} or exists (select from orders.opening s
    where s.bureau_id = ${at('bureau_id')} and s.order_id = ${at('id')} and s.user_id = ${user}
      and s.at > ${ctx.now}::timestamptz - make_interval(mins => coalesce(
        (select opening_minutes from orders.setting where bureau_id = ${at('bureau_id')}), 30))))`
}
