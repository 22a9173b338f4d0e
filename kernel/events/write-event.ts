import type { Actor, EventInput } from '../context.ts'
import type { Db } from '../database/connect.ts'

/** Writes one entry of the history, which is the outbox too. @returns its id */
export async function writeEvent(
  db: Db,
  actor: Actor,
  requestId: string,
  event: EventInput,
  saidAt: Date | null = null,
): Promise<string> {
  const { id } = await db
    .insertInto('kernel.event')
    .values({
      actor_id: actor.userId,
      actor_name: actor.name,
      source: actor.source,
      type: event.type,
      subject_type: event.subjectType,
      subject_id: event.subjectId,
      before: event.before === undefined ? null : JSON.stringify(event.before),
      after: event.after === undefined ? null : JSON.stringify(event.after),
      reason: event.reason ?? null,
      request_id: requestId,
      said_at: saidAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
