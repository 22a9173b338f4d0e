import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** Which of these vehicles and drivers are held or closed at a time. */
export async function findTaken(
  ctx: Ctx,
  ids: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<ReadonlySet<string>> {
  const span = sql`tstzrange(${from}::timestamptz, ${to}::timestamptz)`
  const { rows } = await sql<{ id: string }>`
    select resource_id as id from bookings.holds_of(${[...ids]}::uuid[], ${span})
    union select resource_id from bookings.blackout where bureau_id = kernel.bureau() and lifted_at is null
      and resource_id = any(${[...ids]}::uuid[]) and span && ${span}`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}
