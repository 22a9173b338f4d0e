import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { RetainedTable, RetentionAction, RetentionClass } from '#kernel/personal/retention-class.ts'

export interface Rule {
  days: number
  action: RetentionAction
  changed: boolean
}

/** What holds for a class in this bureau: its own rule, or the one that came with it. */
export async function ruleOf(ctx: Ctx, one: RetentionClass): Promise<Rule> {
  const own = await ctx.db
    .selectFrom('privacy.retention_rule')
    .select(['days', 'action'])
    .where('class', '=', one.name)
    .executeTakeFirst()
  // The table's check knows the same three words.
  return own
    ? { days: Math.max(own.days, one.minimumDays), action: own.action as RetentionAction, changed: true }
    : { days: one.days, action: one.action, changed: false }
}

/** The last local day whose rows may go. */
export async function lastDayOf(ctx: Ctx, days: number): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select kernel.local_day(${ctx.now}::timestamptz) - ${days + 1}::integer as day`.execute(ctx.db)
  return rows[0]!.day
}

/** SQL over row `t`: a hold stands on it, or on its whole class. */
function heldRows(one: RetentionClass, rows: RetainedTable): RawBuilder<boolean> {
  const ids = sql.raw(rows.heldBy.map((column) => `t.${column}`).join(', '))
  return sql<boolean>`exists (select from privacy.hold h where h.bureau_id = t.bureau_id and h.released_at is null
    and (h.class = ${one.name} or h.subject_id in (${ids})))`
}

/** SQL: from which table, and which rows of it are over their time. */
export function dueRows(one: RetentionClass, rows: RetainedTable, lastDay: string, held: boolean) {
  const days = sql.raw(`(case pg_typeof(${rows.from})::text when 'date' then (${rows.from})::text::date
    else kernel.local_day((${rows.from})::text::timestamptz) end)`)
  const hold = heldRows(one, rows)
  return sql`${sql.raw(rows.table)} t where ${sql.raw(rows.from)} is not null and ${days} <= ${lastDay}::date
    and (${sql.raw(rows.pending)}) and ${held ? hold : sql`not ${hold}`}`
}

/** Whether a whole class is held. */
export async function classHeld(ctx: Ctx, name: string): Promise<boolean> {
  const hold = await ctx.db
    .selectFrom('privacy.hold')
    .select('id')
    .where('class', '=', name)
    .where('released_at', 'is', null)
    .executeTakeFirst()
  return hold !== undefined
}
