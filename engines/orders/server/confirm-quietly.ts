import { sql } from 'kysely'
import { localDayOf } from '#engines/calendar/local-day.ts'
import { loadCalendar } from '#engines/calendar/server/api.ts'
import { workingDaysBetween } from '#engines/calendar/working-days.ts'
import type { Ctx } from '#kernel/context.ts'
import { completeFinished } from './confirm-order.ts'
import { lockOrder } from './order-record.ts'
import { settingOf } from './settings.ts'

const atOnce = 200

/** Finished orders that nobody answered for so many working days are taken as confirmed; they say so. */
export async function confirmQuietly(ctx: Ctx): Promise<void> {
  const { confirmDays } = await settingOf(ctx)
  const calendar = await loadCalendar(ctx, { name: 'work' })
  const { rows } = await sql<{ id: string; finished_at: string }>`
    select id, finished_at from orders.service_order
    where bureau_id = kernel.bureau() and state = 'FINISHED'
      and finished_at < ${ctx.now}::timestamptz - make_interval(days => ${confirmDays})
    order by finished_at limit ${atOnce} for update skip locked`.execute(ctx.db)
  for (const { id, finished_at } of rows) {
    const waited = workingDaysBetween(calendar, localDayOf(new Date(finished_at)), localDayOf(ctx.now))
    if (waited > confirmDays) await completeFinished(ctx, await lockOrder(ctx, id), 'silence', '')
  }
}
