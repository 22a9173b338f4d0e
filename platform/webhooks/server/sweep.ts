import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

const keptDays = 90

/** Deliveries and their attempts are kept 90 days; what still waits is kept. */
export async function sweep(ctx: Ctx): Promise<void> {
  await sql`delete from webhooks.delivery
    where bureau_id = kernel.bureau() and (delivered_at is not null or given_up_at is not null)
      and created_at < ${ctx.now}::timestamptz - make_interval(days => ${keptDays})`.execute(ctx.db)
}
