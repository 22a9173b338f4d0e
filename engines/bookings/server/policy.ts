import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'

/** The unit a liaison speaks for; null for everybody else. Who sees and may do what hangs on it and on the person alone. */
export const ownUnit = (ctx: Ctx): string | null => (ctx.has('bookings.read-unit') ? ctx.actor.unitId : null)

/**
 * Whether the actor sees what the booking named `alias` is about: everything that is not private; private ones the
 * organiser, the unit's liaison, and whoever may see all. That something is taken, everybody sees.
 */
export function readableBookings(ctx: Ctx, alias = 'b'): RawBuilder<boolean> {
  if (ctx.actor.source === 'job' || ctx.has('bookings.read-all')) return sql<boolean>`true`
  const at = (column: string) => sql.ref(`${alias}.${column}`)
  const { personId } = ctx.actor
  const unitId = ownUnit(ctx)
  const mine = personId ? sql`coalesce(${at('organiser_person_id')} = ${personId}, false)` : sql`false`
  const ours = unitId ? sql`${at('unit_id')} = ${unitId}` : sql`false`
  return sql<boolean>`(not ${at('private')} or ${mine} or ${ours})`
}

/** Which bookings a list shows: the own, the unit's for its liaison, all for the desk. */
export function visibleBookings(ctx: Ctx, alias = 'b'): RawBuilder<boolean> {
  if (ctx.actor.source === 'job' || ctx.has('bookings.read-all')) return sql<boolean>`true`
  const at = (column: string) => sql.ref(`${alias}.${column}`)
  const { personId } = ctx.actor
  const unitId = ownUnit(ctx)
  const ways: RawBuilder<unknown>[] = []
  if (personId) ways.push(sql`${at('organiser_person_id')} = ${personId}`)
  if (unitId) ways.push(sql`${at('unit_id')} in (select directory.unit_and_below(${unitId}))`)
  return ways.length > 0 ? sql<boolean>`(${sql.join(ways, sql` or `)})` : sql<boolean>`false`
}
