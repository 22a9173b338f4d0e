import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { Problem } from '#kernel/contract/problem.ts'

/** A major event, locked for a change. @throws Problem 404, 409 `meetings.event_over` */
export async function lockEvent(ctx: Ctx, eventId: string) {
  const event = await ctx.db
    .selectFrom('meetings.major_event')
    .selectAll()
    .where('id', '=', eventId)
    .forUpdate()
    .executeTakeFirst()
  if (!event) throw new Problem(404, 'kernel.not_found')
  if (event.state === 'CLOSED') throw new Problem(409, 'meetings.event_over')
  return event
}

/** Writes what happened to an event. */
export async function emitOf(
  ctx: Ctx,
  eventId: string,
  type: `meetings.${string}`,
  more: { before?: unknown; after?: unknown; reason?: string } = {},
): Promise<void> {
  await ctx.emit({ type, subjectType: 'meetings.major_event', subjectId: eventId, ...more })
}

/** Who owns it: the one chosen, else the actor. @throws Problem 422 */
export async function ownerOf(
  ctx: Ctx,
  personId: string | undefined,
): Promise<{ owner_person_id: string | null; owner_name: string }> {
  if (!personId) return { owner_person_id: ctx.actor.personId, owner_name: ctx.actor.name }
  const { rows } = await sql<{ name: string }>`select name from directory.person
    where bureau_id = kernel.bureau() and id = ${personId} and left_on is null`.execute(ctx.db)
  const [person] = rows
  if (!person) throw new Problem(422, 'meetings.unknown_person', { path: 'ownerPersonId' })
  return { owner_person_id: personId, owner_name: person.name }
}
