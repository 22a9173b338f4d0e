import { type Selectable, sql } from 'kysely'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { ErasedPart as Erased, PersonalHook } from '#kernel/personal/personal-hook.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { privacy } from '../module.ts'
import { ErasedPart } from '../schema.ts'
import { answerDaysOf } from './settings.ts'

type Actions = typeof privacy.actions
type Answer = OutputOf<Actions['decideRequest']>

/** The nth working day after a day; the calendar is an engine above, so the application hands it in. */
export type AddWorkingDays = (ctx: Ctx, day: string, days: number) => Promise<string>

function answerOf(ctx: Ctx, row: Selectable<DB['privacy.request']>): Answer {
  return {
    id: row.id,
    kind: row.kind as Answer['kind'],
    name: row.name,
    words: row.words,
    askedAt: row.asked_at,
    dueOn: row.due_on,
    // Days in China: eight hours ahead of UTC all year.
    overdue:
      row.decided_at === null &&
      row.due_on < new Date(ctx.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
    decision: row.decision as Answer['decision'],
    reason: row.reason,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    outcome: row.outcome === null ? null : Value.Parse(Type.Array(ErasedPart), row.outcome),
  }
}

export async function listMyRequests(ctx: Ctx): Promise<OutputOf<Actions['listMyRequests']>> {
  const rows = await ctx.db
    .selectFrom('privacy.request')
    .selectAll()
    .where('user_id', '=', ctx.actor.userId!)
    .orderBy('asked_at', 'desc')
    .limit(100)
    .execute()
  return { items: rows.map((row) => answerOf(ctx, row)), answerDays: await answerDaysOf(ctx) }
}

/** @throws Problem 409 while one of the kind is under way */
export async function askForData(
  ctx: Ctx,
  addWorkingDays: AddWorkingDays,
  input: InputOf<Actions['askForData']>,
): Promise<OutputOf<Actions['askForData']>> {
  const today = await sql<{ day: string }>`select kernel.local_day(${ctx.now}::timestamptz) as day`.execute(
    ctx.db,
  )
  const asked = await ctx.db
    .insertInto('privacy.request')
    .values({
      kind: input.kind,
      words: input.words,
      user_id: ctx.actor.userId!,
      person_id: ctx.actor.personId,
      name: ctx.actor.name,
      due_on: await addWorkingDays(ctx, today.rows[0]!.day, await answerDaysOf(ctx)),
    })
    .onConflict((clash) =>
      clash.columns(['bureau_id', 'user_id', 'kind']).where('decided_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!asked) throw new Problem(409, 'privacy.asked_already')
  await ctx.emit({
    type: 'privacy.asked',
    subjectType: 'privacy.request',
    subjectId: asked.id,
    after: { kind: input.kind },
  })
  return { id: asked.id }
}

/** What is due first comes first. */
export async function listRequests(
  ctx: Ctx,
  input: InputOf<Actions['listRequests']>,
): Promise<OutputOf<Actions['listRequests']>> {
  let query = ctx.db.selectFrom('privacy.request').selectAll()
  if (input.open !== undefined) query = query.where('decided_at', input.open ? 'is' : 'is not', null)
  const page = await keysetPage(query, input, { by: [{ column: 'due_on', direction: 'asc' }] })
  return { next: page.next, items: page.items.map((row) => answerOf(ctx, row)) }
}

/**
 * Answers a request with a reason. A deletion that is granted is carried out at once, part by part; what the law keeps
 * is made anonymous or kept, and the answer says so.
 * @throws Problem 404, 409 answered already or under a hold
 */
export async function decideRequest(
  ctx: Ctx,
  hooks: readonly PersonalHook[],
  input: InputOf<Actions['decideRequest']>,
): Promise<OutputOf<Actions['decideRequest']>> {
  const request = await ctx.db
    .selectFrom('privacy.request')
    .selectAll()
    .where('id', '=', input.requestId)
    .forUpdate()
    .executeTakeFirst()
  if (!request) throw new Problem(404, 'kernel.not_found')
  if (request.decided_at) throw new Problem(409, 'privacy.decided_already')
  const subject = { personId: request.person_id, userId: request.user_id }
  const deletes = input.granted && request.kind === 'DELETION'
  if (deletes) await refuseHeld(ctx, [subject.personId, subject.userId])
  const outcome: Erased[] = []
  if (deletes) for (const hook of hooks) outcome.push(...(await hook.erase(ctx, subject)))
  const decided = await ctx.db
    .updateTable('privacy.request')
    .set({
      decision: input.granted ? 'GRANTED' : 'REFUSED',
      reason: input.reason,
      decided_by: ctx.actor.name,
      decided_at: ctx.now,
      outcome: deletes ? JSON.stringify(outcome) : null,
    })
    .where('id', '=', request.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await ctx.emit({
    type: 'privacy.decided',
    subjectType: 'privacy.request',
    subjectId: request.id,
    after: {
      kind: request.kind,
      granted: input.granted,
      parts: outcome.map(({ what, done, rows }) => ({ what: what.zh, done, rows })),
    },
    reason: input.reason,
  })
  return answerOf(ctx, decided)
}

async function refuseHeld(ctx: Ctx, ids: readonly (string | null)[]): Promise<void> {
  const known = ids.filter((id) => id !== null)
  const hold = await ctx.db
    .selectFrom('privacy.hold')
    .select('id')
    .where('released_at', 'is', null)
    .where('subject_id', 'in', known)
    .executeTakeFirst()
  if (hold) throw new Problem(409, 'privacy.held')
}
