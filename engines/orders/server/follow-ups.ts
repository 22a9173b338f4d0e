import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { mask } from '#kernel/contract/sensitive.ts'
import { text } from '#kernel/contract/text.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { orders } from '../module.ts'
import type { FollowUp as FollowUpSchema } from '../quality-schema.ts'
import { isOwnWork } from './order-can.ts'
import { openedBy, visibleOrders } from './policy.ts'

type Actions = typeof orders.actions
type FollowUp = Static<typeof FollowUpSchema>

const masked = text('（受限）', '(restricted)')

function selectFollowUps(ctx: Ctx) {
  return ctx.db
    .selectFrom('orders.follow_up as f')
    .innerJoin('orders.service_order as o', (join) =>
      join.onRef('o.bureau_id', '=', 'f.bureau_id').onRef('o.id', '=', 'f.order_id'),
    )
    .leftJoin('directory.person as worker', (join) =>
      join.onRef('worker.bureau_id', '=', 'o.bureau_id').onRef('worker.id', '=', 'o.worker_person_id'),
    )
    .selectAll('f')
    .select([
      'o.number',
      'o.title',
      'o.line',
      'o.restricted',
      'o.requester_name',
      'o.requester_phone',
      'o.overall_rating',
      'o.worker_person_id',
      'o.dispatcher_person_id',
      'worker.name as worker_name',
      openedBy(ctx).as('opened'),
    ])
    .where(visibleOrders(ctx))
}

type Selection = Awaited<ReturnType<ReturnType<typeof selectFollowUps>['execute']>>[number]

function followUpOf(ctx: Ctx, row: Selection): FollowUp {
  const sealed = row.restricted && !row.opened
  return {
    id: row.id,
    month: row.month,
    dueOn: row.due_on,
    order: {
      id: row.order_id,
      number: row.number,
      title: sealed ? ctx.say(masked) : row.title,
      line: row.line,
      sealed,
      requesterName: sealed ? ctx.say(masked) : row.requester_name,
      requesterPhone: sealed ? null : mask(row.requester_phone),
      workerName: row.worker_name,
      overallRating: row.overall_rating,
    },
    doneAt: row.done_at,
    outcome: row.outcome as FollowUp['outcome'],
    result: sealed ? '' : row.result,
    byName: row.by_name,
    can: { record: row.done_at === null && !sealed && ctx.has('orders.follow-up') && !isOwnWork(ctx, row) },
  }
}

/** The calls drawn, what is due first. */
export async function listFollowUps(
  ctx: Ctx,
  input: InputOf<Actions['listFollowUps']>,
): Promise<OutputOf<Actions['listFollowUps']>> {
  let query = selectFollowUps(ctx)
  if (input.month)
    query = query.where('f.month', '=', sql<string>`date_trunc('month', ${input.month}::date)::date`)
  if (input.done !== undefined) query = query.where('f.done_at', input.done ? 'is not' : 'is', null)
  const { items, next } = await keysetPage(query, input, {
    by: [{ column: 'due_on', ref: 'f.due_on', direction: 'asc' }],
    idRef: 'f.id',
  })
  return { items: items.map((row) => followUpOf(ctx, row)), next }
}

/** The number to call, in clear. @throws Problem 404, also while the order is sealed */
export async function readFollowUpPhone(
  ctx: Ctx,
  input: InputOf<Actions['readFollowUpPhone']>,
): Promise<OutputOf<Actions['readFollowUpPhone']>> {
  const row = await selectFollowUps(ctx).where('f.id', '=', input.followUpId).executeTakeFirst()
  if (!row || (row.restricted && !row.opened)) throw new Problem(404, 'kernel.not_found')
  return { id: row.order_id, phone: row.requester_phone }
}

/** 回访结果, by somebody who neither did the work nor sent it. @throws Problem 404, 403 own work, 409 done already */
export async function recordFollowUp(
  ctx: Ctx,
  input: InputOf<Actions['recordFollowUp']>,
): Promise<OutputOf<Actions['recordFollowUp']>> {
  const read = () => selectFollowUps(ctx).where('f.id', '=', input.followUpId).executeTakeFirst()
  const row = await read()
  if (!row) throw new Problem(404, 'kernel.not_found')
  if (isOwnWork(ctx, row)) throw new Problem(403, 'orders.own_follow_up')
  const done = await ctx.db
    .updateTable('orders.follow_up')
    .set({
      done_at: ctx.now,
      outcome: input.outcome,
      result: input.result,
      by_person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
    })
    .where('id', '=', row.id)
    .where('done_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!done) throw new Problem(409, 'orders.followed_up_already')
  await ctx.emit({
    type: 'orders.followed_up',
    subjectType: 'orders.service_order',
    subjectId: row.order_id,
    after: { outcome: input.outcome, result: input.result },
  })
  return followUpOf(ctx, (await read())!)
}
