import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** Retention of what people were told: read ones 90 days, all 365; their deliveries go with them. */
const readDays = 90
const allDays = 365

export async function sweep(ctx: Ctx): Promise<void> {
  const swept = await sql`
    delete from notifications.notification
    where bureau_id = kernel.bureau()
      and (created_at < ${ctx.now}::timestamptz - make_interval(days => ${allDays})
        or (coalesce(read_at, case when mailbox_id is not null then created_at end)
            < ${ctx.now}::timestamptz - make_interval(days => ${readDays})))`.execute(ctx.db)
  const count = Number(swept.numAffectedRows ?? 0)
  if (count === 0) return
  await ctx.emit({
    type: 'notifications.swept',
    subjectType: 'notifications.notification',
    subjectId: null,
    after: { count },
  })
}
