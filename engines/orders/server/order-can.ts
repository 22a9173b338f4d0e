import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { orderStates } from '../states.ts'
import type { OrderRecord } from './order-record.ts'

/** What the rules look at besides the order itself. */
export type OrderFacts = Pick<
  OrderRecord,
  | 'state'
  | 'restricted'
  | 'channel'
  | 'holder_person_id'
  | 'requester_person_id'
  | 'client_unit_id'
  | 'worker_person_id'
  | 'dispatcher_person_id'
  | 'finished_at'
> & { opened: boolean; offered_to_me: boolean; rated_by_me: boolean; followed_by_me: boolean }

type Asked = Pick<OrderRecord, 'requester_person_id' | 'client_unit_id'>

/**
 * Who may speak as the requester: the requester, the liaison of the unit, and the service desk for callers
 * who have no account of their own.
 */
export function speaksForRequester(ctx: Ctx, order: Asked): boolean {
  const { personId, unitId } = ctx.actor
  if (ctx.actor.source === 'job') return true
  if (personId && order.requester_person_id === personId) return true
  if (unitId && order.client_unit_id === unitId && ctx.has('orders.read-unit')) return true
  return order.requester_person_id === null && ctx.has('orders.dispatch')
}

/** Whether a reminder by the actor would be for somebody else: neither the own request nor one that they follow. */
export function isOnBehalf(ctx: Ctx, order: Asked, follows: boolean): boolean {
  const { personId } = ctx.actor
  return !follows && (personId === null || order.requester_person_id !== personId)
}

/** @throws Problem 403 `orders.not_your_request` */
export function requireRequester(ctx: Ctx, order: Asked): void {
  if (!speaksForRequester(ctx, order)) throw new Problem(403, 'orders.not_your_request')
}

/** Whether the work is the actor's: they hold it, or they dispatch and act for somebody without a phone. */
export function worksOn(ctx: Ctx, order: Pick<OrderRecord, 'holder_person_id'>): boolean {
  if (ctx.has('orders.dispatch')) return true
  return ctx.actor.personId !== null && order.holder_person_id === ctx.actor.personId
}

/** @throws Problem 403 `orders.not_in_your_hands` with the name of the holder */
export async function requireHands(ctx: Ctx, order: OrderRecord): Promise<void> {
  if (worksOn(ctx, order)) return
  const { rows } = await sql<{ name: string }>`
    select coalesce((select name from directory.person where bureau_id = kernel.bureau() and id = ${order.holder_person_id}),
      (select name from directory.unit where bureau_id = kernel.bureau() and id = ${order.holder_unit_id}), '') as name`.execute(
    ctx.db,
  )
  throw new Problem(403, 'orders.not_in_your_hands', { params: { holder: rows[0]?.name ?? '' } })
}

/** Nobody rates what they did or dispatched. */
export function isOwnWork(
  ctx: Ctx,
  order: Pick<OrderRecord, 'worker_person_id' | 'dispatcher_person_id'>,
): boolean {
  const me = ctx.actor.personId
  return me !== null && (order.worker_person_id === me || order.dispatcher_person_id === me)
}

const ended = ['COMPLETED', 'VOIDED', 'MERGED']
const rateable = ['FINISHED', 'COMPLETED']

/** What this actor may do with this order now, by name of transition or action. */
export function orderCan(ctx: Ctx, order: OrderFacts): Record<string, boolean> {
  const open = ctx.can(orderStates, order)
  const sealed = order.restricted && !order.opened
  const mine = worksOn(ctx, order)
  const asks = speaksForRequester(ctx, order) && ctx.has('orders.request')
  const alive = !ended.includes(order.state)
  const atWork = alive && order.state !== 'FINISHED'
  const dispatches = ctx.has('orders.dispatch')
  const remind = atWork && ctx.has('orders.request') && (asks || order.followed_by_me || dispatches)
  return {
    takeOn: open.takeOn,
    assign: open.assign,
    transfer: open.transfer,
    offer: open.offer,
    turn: open.assign || open.transfer,
    claim: open.claim && order.offered_to_me,
    take: open.take && mine,
    refuse: open.refuse && mine,
    start: open.start && mine,
    pause: open.pause && mine,
    resume: open.resume && mine,
    finish: open.finish && mine,
    confirm: open.confirm && asks,
    reopen: open.reopen && asks,
    withdraw: open.withdraw && asks,
    void: open.void,
    merge: open.merge,
    reply: atWork && ctx.has('orders.work') && mine,
    changeUrgency: atWork && dispatches,
    addCost: order.state !== 'VOIDED' && order.state !== 'MERGED' && ctx.has('orders.work') && mine,
    remind,
    remindFor: remind && isOnBehalf(ctx, order, order.followed_by_me),
    evaluate:
      rateable.includes(order.state) &&
      ctx.has('orders.request') &&
      (speaksForRequester(ctx, order) || order.followed_by_me) &&
      !order.rated_by_me &&
      !isOwnWork(ctx, order),
    complain: ctx.has('orders.request'),
    open: sealed,
  }
}
