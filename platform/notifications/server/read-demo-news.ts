import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** What everybody finds new at the bell. */
const unread = 3

/** In the demo bureau everybody has looked at the bell a while after each piece of news, but for the newest few. */
export async function readDemoNews(ctx: Ctx): Promise<void> {
  await sql`
    update notifications.notification n
    set read_at = least(n.created_at + interval '25 minutes', ${ctx.now}::timestamptz)
    from (select id, row_number() over (partition by user_id order by created_at desc, id) as place
      from notifications.notification where bureau_id = kernel.bureau()) as newest
    where n.bureau_id = kernel.bureau() and n.id = newest.id and n.read_at is null and newest.place > ${unread}`.execute(
    ctx.db,
  )
}
