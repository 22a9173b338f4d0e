import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { type Span, within } from '../accounts/month.ts'
import { fleetChecks } from '../accounts/supervision/checks/index.ts'

/** How many trips of a stretch of time have each reason in their light. */
export async function countLights(ctx: Ctx, span: Span): Promise<Map<string, number>> {
  const { rows } = await sql<{ code: string; trips: number }>`
    select reason ->> 'code' as code, count(distinct t.id)::int as trips
    from fleet.trip t cross join lateral jsonb_array_elements(t.light_reasons) reason
    where t.bureau_id = kernel.bureau() and t.light in ('YELLOW', 'RED') and ${within('t.starts_at', span)}
    group by 1`.execute(ctx.db)
  return new Map(rows.map(({ code, trips }) => [code, trips]))
}

/** How many cases each of these checks of supervision finds. */
export async function countChecks(
  ctx: Ctx,
  codes: readonly string[],
  span: Span,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const check of fleetChecks.filter(({ code }) => codes.includes(code))) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from (${await check.sql(span, ctx)}) found`.execute(ctx.db)
    counts.set(check.code, rows[0]!.count)
  }
  return counts
}
