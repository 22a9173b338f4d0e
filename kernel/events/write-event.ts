import type { Actor, EventInput } from '../context.ts'
import { offices } from '../contract/roles.ts'
import { mask } from '../contract/sensitive.ts'
import type { Db } from '../database/connect.ts'
import { plannedOnce } from '../database/planned-once.ts'

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

/** Who does something, and in which request. */
export interface EventAuthor {
  actor: Actor
  requestId: string
  saidAt: Date | null
}

/** Writes entries of the history, which is the outbox too. @returns their ids, in the order given */
export async function writeEvents(
  db: Db,
  { actor, requestId, saidAt }: EventAuthor,
  events: readonly EventInput[],
): Promise<string[]> {
  if (events.length === 0) return []
  const by = {
    actor_id: actor.userId,
    actor_name: actor.name,
    actor_office: offices.find((office) => actor.roles.includes(office)) ?? null,
    source: actor.source,
    request_id: requestId,
    said_at: saidAt,
  }
  const written = db
    .insertInto('kernel.event')
    .values(
      events.map((event) => ({
        ...by,
        type: event.type,
        subject_type: event.subjectType,
        subject_id: event.subjectId,
        before: event.before === undefined ? null : JSON.stringify(withoutPhones(event.before)),
        after: event.after === undefined ? null : JSON.stringify(withoutPhones(event.after)),
        reason: event.reason ?? null,
      })),
    )
    .returning('id')
  // Most deeds write one; the text of several depends on how many.
  const rows = await (events.length === 1 ? written.modifyEnd(plannedOnce) : written).execute()
  return rows.map(({ id }) => id)
}
