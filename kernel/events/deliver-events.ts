import { sql } from 'kysely'
import { createContext, systemActor } from '../create-context.ts'
import type { Installation } from '../server/installation.ts'
import type { DeliveredEvent, EventHandler } from '../server-module.ts'
import { announceEvents } from './announce-events.ts'
import { startWorkLoop } from './work-loop.ts'

interface Pending {
  bureau_id: string
  event_id: string
  attempts: number
}

function handlersByType(installation: Installation): Map<string, EventHandler[]> {
  const byType = new Map<string, EventHandler[]>()
  for (const { on } of installation.modules) {
    for (const [type, handlers] of Object.entries(on)) {
      byType.set(type, [...(byType.get(type) ?? []), ...handlers])
    }
  }
  return byType
}

/** Longest wait between two tries of a failing delivery. */
const longestWaitSeconds = 3600

/**
 * Hands events to their handlers, oldest first. The outbox row leaves in the transaction that handled it, so an
 * effect happens once although delivery may be tried again; two servers share the work by SKIP LOCKED.
 * @returns how many rows were worked off; call again while it is not 0
 */
export async function deliverEvents(installation: Installation, limit = 50): Promise<number> {
  if (installation.node.diskFull) return 0
  const byType = handlersByType(installation)
  // Nothing leaves the outbox before all have heard of it.
  while ((await announceEvents(installation.database.ask)) > 0);
  const pending = await installation.database.asOwner(async (db) => {
    // What nobody listens for leaves at once.
    const types = [...byType.keys()]
    await sql`delete from kernel.outbox o using kernel.event e
      where o.announced and e.bureau_id = o.bureau_id and e.id = o.event_id and e.type <> all(${types}::text[])`.execute(
      db,
    )
    // What was not tried yet is due, and so is what seems to wait longer than ever: the clock was set back.
    const rows = await sql<Pending>`
      select bureau_id, event_id, attempts from kernel.outbox
      where announced and (due_at <= now() or attempts = 0
        or due_at > now() + make_interval(secs => ${2 * longestWaitSeconds}))
      order by event_id limit ${limit}`.execute(db)
    return rows.rows
  })
  for (const row of pending) await deliverOne(installation, byType, row)
  return pending.length
}

async function deliverOne(
  installation: Installation,
  byType: Map<string, EventHandler[]>,
  row: Pending,
): Promise<void> {
  const now = installation.clock()
  try {
    await installation.database.transaction({ bureauId: row.bureau_id, mode: 'write', now }, async (db) => {
      const claimed = await sql`delete from kernel.outbox where (bureau_id, event_id) in (
        select bureau_id, event_id from kernel.outbox
        where bureau_id = ${row.bureau_id} and event_id = ${row.event_id} for update skip locked)`.execute(db)
      if (claimed.numAffectedRows === 0n) return
      const event = await db
        .selectFrom('kernel.event')
        .selectAll()
        .where('id', '=', row.event_id)
        .executeTakeFirstOrThrow()
      const ctx = createContext({
        db,
        bureauId: row.bureau_id,
        actor: systemActor,
        locale: 'zh-CN',
        requestId: `event:${row.event_id}`,
        now,
      })
      const delivered: DeliveredEvent = {
        id: event.id,
        at: event.at,
        type: event.type,
        actorId: event.actor_id,
        actorName: event.actor_name,
        subjectType: event.subject_type,
        subjectId: event.subject_id,
        before: event.before,
        after: event.after,
        reason: event.reason,
      }
      for (const handle of byType.get(event.type) ?? []) await handle(ctx, delivered)
    })
  } catch (error) {
    const wait = Math.min(2 ** row.attempts, longestWaitSeconds)
    await installation.database.asOwner((db) =>
      sql`update kernel.outbox set attempts = attempts + 1, due_at = now() + make_interval(secs => ${wait}),
          last_error = ${String((error as Error).message).slice(0, 500)}
          where bureau_id = ${row.bureau_id} and event_id = ${row.event_id}`.execute(db),
    )
  }
}

/** Keeps delivering, until the returned function is called. */
export function startDelivery(
  installation: Installation,
  report: (error: unknown) => void,
): () => Promise<void> {
  return startWorkLoop(installation, () => deliverEvents(installation), report)
}
