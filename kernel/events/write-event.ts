import type { Actor, EventInput } from '../context.ts'
import { offices } from '../contract/roles.ts'
import { mask } from '../contract/sensitive.ts'
import type { Db } from '../database/connect.ts'

/** Telephone numbers do not go into the history: it is kept long and cannot be changed. */
function withoutPhones(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPhones)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      typeof part === 'string' && /(mobile|phone)$/i.test(name) ? mask(part) : withoutPhones(part),
    ]),
  )
}

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
      actor_office: offices.find((office) => actor.roles.includes(office)) ?? null,
      source: actor.source,
      type: event.type,
      subject_type: event.subjectType,
      subject_id: event.subjectId,
      before: event.before === undefined ? null : JSON.stringify(withoutPhones(event.before)),
      after: event.after === undefined ? null : JSON.stringify(withoutPhones(event.after)),
      reason: event.reason ?? null,
      request_id: requestId,
      said_at: saidAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
