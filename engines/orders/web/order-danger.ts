import type { OrderRow } from '../schema.ts'

/** How an open order stands against its promises: broken, nearly, or in good time. */
export type Danger = 'late' | 'near' | 'calm'

/** What the danger is read from. */
export type Promised = Pick<
  OrderRow,
  'state' | 'respondedAt' | 'respondDueAt' | 'finishDueAt' | 'createdAt' | 'urgency'
>

const minute = 60_000
/** Minutes before a promise from which it counts as near: the first answer is promised within minutes, the work within hours. */
export const nearRespond = 10
export const nearFinish = 60

const atWork = ['SUBMITTED', 'ACCEPTED', 'OFFERED', 'ASSIGNED', 'TAKEN', 'IN_PROGRESS']

/** The promise that falls due next, as a moment and which it is; null once the work is done or without a promise. */
export function nextPromise(order: Promised): { at: string; of: 'respond' | 'finish' } | null {
  if (order.state !== 'PAUSED' && !atWork.includes(order.state)) return null
  const respond = order.respondedAt === null ? order.respondDueAt : null
  if (respond !== null && (order.finishDueAt === null || respond <= order.finishDueAt)) {
    return { at: respond, of: 'respond' }
  }
  return order.finishDueAt === null ? null : { at: order.finishDueAt, of: 'finish' }
}

/** Where an order stands now. A paused clock is never near: its promise moves on by itself. */
export function orderDanger(order: Promised, now: number): Danger {
  if (order.state === 'PAUSED') return 'calm'
  const next = nextPromise(order)
  if (!next) return 'calm'
  const left = Date.parse(next.at) - now
  if (left < 0) return 'late'
  return left <= (next.of === 'respond' ? nearRespond : nearFinish) * minute ? 'near' : 'calm'
}

/** Broken promises first, then urgent ones, then what falls due next; the oldest first among equals. */
export function byDanger(now: number): (a: Promised, b: Promised) => number {
  const rank = (order: Promised) =>
    (orderDanger(order, now) === 'late' ? 0 : 2) + (order.urgency === 'URGENT' ? 0 : 1)
  const due = (order: Promised) => {
    const next = nextPromise(order)
    return next ? Date.parse(next.at) : Number.MAX_SAFE_INTEGER
  }
  return (a, b) => rank(a) - rank(b) || due(a) - due(b) || a.createdAt.localeCompare(b.createdAt)
}
