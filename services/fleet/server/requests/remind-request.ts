import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { requestActions } from '../../actions/request-actions.ts'
import { heldBy } from './approval/begin-approval.ts'
import { emitFor, lockFor } from './find-request.ts'
import { holderOf } from './holder-of.ts'

type Action = (typeof requestActions)['remindRequest']

const quietMinutes = 30

/** 催办: whoever holds it hears of it, not more often than every half hour. @throws Problem 404, 403, 409; 429 so soon again */
export async function remindRequest(ctx: Ctx, { requestId }: InputOf<Action>): Promise<OutputOf<Action>> {
  const request = await lockFor(ctx, requestId, 'remind')
  const lately = await ctx.db
    .selectFrom('fleet.request_reminder')
    .select('id')
    .where('request_id', '=', requestId)
    .where('at', '>', new Date(ctx.now.getTime() - quietMinutes * 60_000).toISOString())
    .executeTakeFirst()
  if (lately) throw new Problem(429, 'fleet.reminded_lately', { params: { minutes: quietMinutes } })
  const held = (await heldBy(ctx, [request])).get(requestId)
  await ctx.db
    .insertInto('fleet.request_reminder')
    .values({
      request_id: requestId,
      at: ctx.now,
      state: request.state,
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
    })
    .execute()
  const names = holderOf(request, held)?.names ?? []
  await emitFor(ctx, requestId, 'fleet.request_reminded', {
    after: { state: request.state, names, personIds: await askedNow(ctx, requestId) },
  })
  return { names }
}

/** The persons whose answer an open step of its approval waits for. */
async function askedNow(ctx: Ctx, requestId: string): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct s.person_id from approvals.approval a
    join approvals.approval_step t on t.bureau_id = a.bureau_id and t.approval_id = a.id and t.state = 'OPEN'
    join approvals.seat s on s.bureau_id = t.bureau_id and s.step_id = t.id and s.answer is null and s.emptied_at is null
    where a.bureau_id = kernel.bureau() and a.type = 'fleet.request' and a.subject_id = ${requestId}`.execute(
    ctx.db,
  )
  return rows.map(({ person_id }) => person_id)
}
