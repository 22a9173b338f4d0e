import type { Ctx } from '#kernel/context.ts'
import { pledgedMilliseconds } from '../clock.ts'
import { hopClock } from '../clock-hop.ts'
import type { OrderRecord } from './order-record.ts'
import { timesOf } from './refresh-clocks.ts'
import { settingOf } from './settings.ts'

/**
 * The working minutes somebody has who receives the order now: what is left of its promise, but never less than the
 * fair least. The requester's own promise is untouched by it. Null where nothing was promised.
 */
export async function hopAllowance(ctx: Ctx, order: OrderRecord): Promise<number | null> {
  const { clocks, calendar } = await timesOf(ctx, order)
  if (!clocks) return null
  const { fairMinutes } = await settingOf(ctx)
  const own = hopClock(clocks.finish, calendar, { receivedAt: ctx.now, handedOnAt: null }, fairMinutes)
  return Math.ceil(pledgedMilliseconds(own) / 60_000)
}
