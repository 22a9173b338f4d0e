import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** Everybody of the demo bureau with a skill is on duty and may be given work; who is stationed where is spread out. */
export async function furnishDemo(ctx: Ctx): Promise<void> {
  await sql`
    insert into orders.worker (person_id, on_duty, max_load, site_id)
    select p.id, true, 6, (
      select s.id from directory.site s where s.bureau_id = p.bureau_id and s.closed_on is null
      order by md5(s.id::text || p.id::text) limit 1)
    from directory.person p
    where p.bureau_id = kernel.bureau() and cardinality(p.skills) > 0 and p.left_on is null
    on conflict (bureau_id, person_id) do nothing`.execute(ctx.db)
}
