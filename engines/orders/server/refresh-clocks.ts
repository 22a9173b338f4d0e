import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import type { ItemVersion } from '#engines/catalogue/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { type Clock, dueAt, readClock } from '../clock.ts'
import { dueEscalations, type EscalationStep } from '../clock-escalation.ts'
import { type OrderClocks, readClocks } from '../clock-events.ts'
import { hopClock } from '../clock-hop.ts'
import type { OrderRecord } from './order-record.ts'
import { eventOfHop, type HopLine, type HopRecord, lastReceipt, readHops } from './read-life.ts'
import { calendarOfOrder, itemOfOrder } from './read-promise.ts'
import { settingOf } from './settings.ts'

/** An order's clocks as they stand, with what they count over. */
export interface OrderTimes<Line extends HopLine = HopRecord> {
  hops: readonly Line[]
  clocks: OrderClocks | null
  /** The holder's own; null when nobody is at work on it. */
  hold: Clock | null
  calendar: WorkCalendar
}

type Timed = Pick<OrderRecord, 'id' | 'calendar' | 'site_id' | 'holder_role'>

const atWork = (holderRole: string) => ['WORKER', 'DESK', 'POOL'].includes(holderRole)

/** Reads the clocks of an order from its ledger. */
export async function timesOf(ctx: Ctx, order: Timed): Promise<OrderTimes> {
  const hops = await readHops(ctx, order.id)
  const calendar = await calendarOfOrder(ctx, order)
  const fairMinutes = atWork(order.holder_role) ? (await settingOf(ctx)).fairMinutes : 0
  return timesFrom(hops, { calendar, holderRole: order.holder_role, fairMinutes })
}

/** The clocks of an order with this ledger, written or about to be. */
export function timesFrom<Line extends HopLine>(
  hops: readonly Line[],
  { calendar, holderRole, fairMinutes }: { calendar: WorkCalendar; holderRole: string; fairMinutes: number },
): OrderTimes<Line> {
  const clocks = readClocks(hops.map(eventOfHop))
  const receipt = lastReceipt(hops)
  if (!clocks || !receipt || !atWork(holderRole)) return { hops, clocks, hold: null, calendar }
  const hop = { receivedAt: new Date(receipt.at), handedOnAt: null }
  return { hops, clocks, hold: hopClock(clocks.finish, calendar, hop, fairMinutes), calendar }
}

/** The steps of an item as the escalation reads them; the name tells them apart for good. */
export function stepsOf(item: ItemVersion, pledge: 'RESPOND' | 'FINISH'): EscalationStep[] {
  return item.steps
    .filter((step) => step.pledge === pledge)
    .map((step) => ({ name: stepName(step), offsetMinutes: step.offsetMinutes }))
}

export function stepName(step: { offsetMinutes: number; toRole: string }): string {
  return `${step.offsetMinutes}:${step.toRole}`
}

/** Further than any promise reaches. */
const farAheadMs = 1000 * 86_400_000

/** When the next warning or escalation comes; null while a pause holds it, or when none is left. */
export function nextStepAt(
  times: OrderTimes<HopLine>,
  item: ItemVersion | null,
  seenUntil: Date,
  now: Date,
): Date | null {
  const { clocks, calendar } = times
  if (!clocks || !item) return null
  const until = new Date(now.getTime() + farAheadMs)
  const ahead = [
    ...dueEscalations(clocks.respond, calendar, stepsOf(item, 'RESPOND'), seenUntil, until),
    ...dueEscalations(clocks.finish, calendar, stepsOf(item, 'FINISH'), seenUntil, until),
  ].map(({ at }) => at.getTime())
  return ahead.length > 0 ? new Date(Math.min(...ahead)) : null
}

/** What lists and boards show of an order's clocks; null when nothing was promised. */
export function clockColumns(
  times: OrderTimes<HopLine>,
  item: ItemVersion | null,
  { state, seenUntil, now }: { state: string; seenUntil: Date; now: Date },
) {
  const { clocks, calendar, hold, hops } = times
  if (!clocks) return null
  const ended = state === 'VOIDED' || state === 'MERGED'
  const finishedAt = ended ? null : clocks.finish.stoppedAt
  const answered = hops.find((hop) => hop.responds === 'human')
  const respondedAt = answered ? new Date(answered.at) : finishedAt
  const respond = respondedAt ? readClock(clocks.respond, calendar, now) : null
  const finish = finishedAt ? readClock(clocks.finish, calendar, now) : null
  return {
    respond_due_at: dueAt(clocks.respond, calendar),
    finish_due_at: dueAt(clocks.finish, calendar),
    holder_due_at: hold ? dueAt(hold, calendar) : null,
    responded_at: respondedAt,
    finished_at: finishedAt,
    respond_on_time: respond && respond.state === 'met',
    on_time: finish && finish.state === 'met',
    respond_minutes: respond?.usedMinutes ?? null,
    work_minutes: finish?.usedMinutes ?? null,
    next_step_at: ended ? null : nextStepAt(times, item, seenUntil, now),
  }
}

/** After anything that moved a clock: writes what lists and boards show from the ledger, the one truth. */
export async function refreshClocks(ctx: Ctx, orderId: string): Promise<void> {
  const order = await ctx.db
    .selectFrom('orders.service_order')
    .selectAll()
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  const times = await timesOf(ctx, order)
  const item = await itemOfOrder(ctx, order)
  const seenUntil = new Date(order.steps_seen_until)
  const columns = clockColumns(times, item, { state: order.state, seenUntil, now: ctx.now })
  if (!columns) return
  await ctx.db.updateTable('orders.service_order').set(columns).where('id', '=', orderId).execute()
}
