import { sql } from 'kysely'
import type { World } from '#test/harness.ts'

/** How many rows every table of ours holds; equal before and after means that nothing was written. */
export async function countRows(world: World): Promise<Record<string, number>> {
  return world.installation.database.asOwner(async (db) => {
    const tables = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema', 'pgboss', 'identity')
      order by 1`.execute(db)
    const counts = tables.rows.map(({ name }) => `select '${name}' as name, count(*) as count from ${name}`)
    const { rows } = await sql.raw<{ name: string; count: number }>(counts.join(' union all ')).execute(db)
    return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
  })
}
