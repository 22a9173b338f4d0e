import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/** The closing in force, or planned, of a room or of equipment. */
export async function findClosing(ctx: Ctx, resourceId: string) {
  const row = await ctx.db
    .selectFrom('meetings.closing')
    .select(['from_day', 'reason', 'created_by', 'created_at'])
    .where('resource_id', '=', resourceId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? { fromDay: row.from_day, reason: row.reason, by: row.created_by, at: row.created_at } : null
}

interface NewClosing {
  resourceId: string
  name: string
  fromDay: string
  reason: string
  blackoutId: string | null
}

/** Writes down why and from when it is closed. @throws Problem 409 when it is, or is going to be */
export async function recordClosing(ctx: Ctx, closing: NewClosing): Promise<void> {
  await ctx.db
    .insertInto('meetings.closing')
    .values({
      resource_id: closing.resourceId,
      from_day: closing.fromDay,
      reason: closing.reason,
      blackout_id: closing.blackoutId,
      created_at: ctx.now,
      created_by: ctx.actor.name,
    })
    .execute()
}

/** @throws Problem 409 `meetings.closed_already` */
export async function requireOpen(
  ctx: Ctx,
  one: { id: string; name: string; closed_at: string | null },
): Promise<void> {
  if (one.closed_at !== null || (await findClosing(ctx, one.id)))
    throw new Problem(409, 'meetings.closed_already', { params: { name: one.name } })
}

/**
 * Takes a closing back; it stays on record with who did.
 * @returns the blackout that kept the days ahead free, to be lifted
 * @throws Problem 409 `meetings.not_closed`
 */
export async function endClosing(
  ctx: Ctx,
  one: { id: string; name: string; closed_at: string | null },
): Promise<{ blackoutId: string | null }> {
  const ended = await ctx.db
    .updateTable('meetings.closing')
    .set({ ended_at: ctx.now, ended_by: ctx.actor.name })
    .where('resource_id', '=', one.id)
    .where('ended_at', 'is', null)
    .returning('blackout_id')
    .executeTakeFirst()
  if (!ended && one.closed_at === null)
    throw new Problem(409, 'meetings.not_closed', { params: { name: one.name } })
  return { blackoutId: ended?.blackout_id ?? null }
}

/** Closed, or open again, as the bookings engine knows it. */
export async function setClosed(ctx: Ctx, resourceId: string, closed: boolean): Promise<void> {
  await ctx.db
    .updateTable('bookings.resource')
    .set({ closed_at: closed ? ctx.now : null })
    .where('id', '=', resourceId)
    .execute()
}
