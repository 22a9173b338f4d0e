import { type Selectable, sql } from 'kysely'
import { Value } from 'typebox/value'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import type { OutputOf } from '#kernel/contract/action.ts'
import type { DeliveredEvent } from '#kernel/server-module.ts'
import type { auditSeal } from '../module.ts'
import { Fault, Progress } from '../schema.ts'
import { headWords } from './check-head.ts'
import { readSeal } from './read-seal.ts'
import { beginProgress, verifyPart } from './verify-chain.ts'

type Actions = typeof auditSeal.actions
/** Entries checked in one transaction; between two the page sees how far it is. */
const partSize = 20_000

/** Asks for a verification of the whole chain; one that runs already is answered instead of a second. */
export async function askVerification(ctx: Ctx): Promise<OutputOf<Actions['verify']>> {
  const last = await readSeal(ctx.db, ctx.bureauId, 'last')
  const asked = await ctx.db
    .insertInto('audit_seal.verification')
    .values({
      asked_by: ctx.actor.name,
      seals: last?.number ?? 0,
      entries: last?.lastPosition ?? 0,
      progress: JSON.stringify(await beginProgress(ctx.db, ctx.bureauId)),
    })
    .onConflict((clash) => clash.column('bureau_id').where('finished_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!asked) {
    const running = await ctx.db
      .selectFrom('audit_seal.verification')
      .select('id')
      .where('finished_at', 'is', null)
      .executeTakeFirst()
    // One that ended in between leaves room for this one.
    return running ?? askVerification(ctx)
  }
  await ctx.emit({
    type: 'audit-seal.verification_asked',
    subjectType: 'audit-seal.verification',
    subjectId: asked.id,
    after: { seals: last?.number ?? 0, entries: last?.lastPosition ?? 0 },
  })
  return { id: asked.id }
}

/**
 * Checks one part and puts the event back into the outbox while there is more, so that every part is a transaction of
 * its own and other events get their turn in between.
 */
export async function continueVerification(ctx: Ctx, event: DeliveredEvent): Promise<void> {
  const row = await ctx.db
    .selectFrom('audit_seal.verification')
    .selectAll()
    .where('id', '=', event.subjectId)
    .where('finished_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return
  const before = Value.Parse(Progress, row.progress)
  let part = await verifyPart(ctx.db, ctx.bureauId, before, partSize)
  // A seal may hold few entries: as many seals a transaction as make up the size.
  while (!part.ended && !part.fault && part.progress.position - before.position < partSize)
    part = await verifyPart(ctx.db, ctx.bureauId, part.progress, partSize)
  const { progress, fault, ended } = part
  const finished = ended || fault !== null
  const code = await ctx.db.selectFrom('kernel.bureau').select('code').executeTakeFirstOrThrow()
  await ctx.db
    .updateTable('audit_seal.verification')
    .set({
      progress: JSON.stringify(progress),
      entries_done: progress.position,
      fault: fault ? JSON.stringify(fault) : null,
      head: progress.seal ? headWords({ ...code, number: progress.seal, hash: progress.previous }) : null,
      finished_at: finished ? ctx.now : null,
    })
    .where('id', '=', row.id)
    .execute()
  if (finished)
    await ctx.emit({
      type: fault ? 'audit-seal.broken' : 'audit-seal.verified',
      subjectType: 'audit-seal.verification',
      subjectId: row.id,
      after: {
        seals: progress.seal,
        entries: progress.position,
        ...(fault ? { fault: fault.words.zh } : {}),
      },
    })
  else
    await sql`insert into kernel.outbox (bureau_id, event_id) values (${ctx.bureauId}, ${event.id})`.execute(
      ctx.db,
    )
}

export function verificationOf(row: Selectable<DB['audit_seal.verification']>) {
  return {
    id: row.id,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    seals: row.seals,
    entries: row.entries,
    entriesDone: row.entries_done,
    fault: row.fault === null ? null : Value.Parse(Fault, row.fault),
    finishedAt: row.finished_at,
  }
}
