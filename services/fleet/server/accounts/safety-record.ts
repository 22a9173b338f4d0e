import { sql } from 'kysely'
import { dayNumber, localDayOf } from '#engines/calendar/local-day.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import type { safetyActions } from '../../actions/safety-actions.ts'

type Action = (typeof safetyActions)['readSafetyRecord']

/** The day from which no day had an accident with somebody hurt, as of a day; null before there was any record. */
export async function unhurtSince(ctx: Ctx, day: string): Promise<string | null> {
  const { rows } = await sql<{ since: string | null }>`
    select coalesce(
      (select max(kernel.local_day(a.at)) from fleet.accident a where a.bureau_id = kernel.bureau() and a.voided_at is null
        and a.injured + a.dead > 0 and kernel.local_day(a.at) <= ${day}::date),
      (select min(kernel.local_day(t.starts_at)) from fleet.trip t where t.bureau_id = kernel.bureau()
        and kernel.local_day(t.starts_at) <= ${day}::date)) as since`.execute(ctx.db)
  return rows[0]?.since ?? null
}

/** How long nobody was hurt, and what the year has had so far. */
export async function readSafetyRecord(ctx: Ctx, _input: InputOf<Action>): Promise<OutputOf<Action>> {
  const today = localDayOf(ctx.now)
  const since = await unhurtSince(ctx, today)
  const year = `${today.slice(0, 4)}-01-01`
  const { rows } = await sql<{ accidents: number; injuries: number; meetings: number }>`
    select (select count(*)::int from fleet.accident a where a.bureau_id = kernel.bureau() and a.voided_at is null
        and kernel.local_day(a.at) >= ${year}::date) as accidents,
      (select count(*)::int from fleet.accident a where a.bureau_id = kernel.bureau() and a.voided_at is null
        and a.injured + a.dead > 0 and kernel.local_day(a.at) >= ${year}::date) as injuries,
      (select count(*)::int from fleet.safety_meeting m where m.bureau_id = kernel.bureau() and m.voided_at is null
        and m.held_on >= ${year}::date) as meetings`.execute(ctx.db)
  return { days: since ? dayNumber(today) - dayNumber(since) : null, since, ...rows[0]! }
}
