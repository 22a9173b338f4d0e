import { loadCalendar } from '#engines/calendar/server/api.ts'
import type { WorkCalendar } from '#engines/calendar/work-calendar.ts'
import type { ItemVersion } from '#engines/catalogue/server/api.ts'
import { readItemVersion } from '#engines/catalogue/server/api.ts'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { urgencies } from '../words.ts'

export type Urgency = keyof typeof urgencies

/** What is promised for one urgency of an item. */
export interface Promised {
  respondMinutes: number
  finishMinutes: number
  roundTheClock: boolean
  /** Name of the calendar that the order keeps: its ordinary hours, also while an urgent pledge runs day and night. */
  calendar: string
}

const roundTheClockName = 'round-the-clock'
const ordinaryName = 'work'

/** @throws Problem 422 when the item promises nothing for this urgency */
export function promiseOf(ctx: Ctx, item: ItemVersion, urgency: Urgency): Promised {
  const pledge = item.pledges.find((one) => one.urgency === urgency)
  if (!pledge) {
    throw new Problem(422, 'orders.no_pledge', {
      path: 'urgency',
      params: { urgency: ctx.say(urgencies[urgency]) },
    })
  }
  const ordinary = item.pledges.find((one) => one.calendar !== roundTheClockName)
  return {
    respondMinutes: pledge.respondMinutes,
    finishMinutes: pledge.finishMinutes,
    roundTheClock: pledge.calendar === roundTheClockName,
    calendar: ordinary?.calendar ?? ordinaryName,
  }
}

/** The item an order was taken under, as it was then; null for an order that was promised nothing. */
export async function itemOfOrder(
  ctx: Ctx,
  order: { item_version_id: string | null },
): Promise<ItemVersion | null> {
  return order.item_version_id ? readItemVersion(ctx, order.item_version_id) : null
}

/** The hours an order's promise counts over: those of its place. */
export function calendarOfOrder(
  ctx: Ctx,
  order: { calendar: string | null; site_id: string },
): Promise<WorkCalendar> {
  return loadCalendar(ctx, { name: order.calendar ?? ordinaryName, siteId: order.site_id })
}
