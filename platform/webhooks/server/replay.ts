import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { webhooks } from '../module.ts'
import { emitEndpoint, findEndpoint } from './endpoints.ts'

type Actions = typeof webhooks.actions

const mostEvents = 5000
const longestSpanMs = 31 * 86_400_000

/** Sends one event again that was planned for this endpoint before. @throws Problem 404 */
export async function replayDelivery(
  ctx: Ctx,
  { webhookId, repeatOf }: InputOf<Actions['replayDelivery']>,
): Promise<OutputOf<Actions['replayDelivery']>> {
  await findEndpoint(ctx, webhookId)
  const { rows } = await sql<{ id: string }>`
    insert into webhooks.delivery (endpoint_id, event_id, round)
    select d.endpoint_id, d.event_id, (select max(x.round) + 1 from webhooks.delivery x
      where x.bureau_id = d.bureau_id and x.endpoint_id = d.endpoint_id and x.event_id = d.event_id)
    from webhooks.delivery d
    where d.bureau_id = kernel.bureau() and d.id = ${repeatOf} and d.endpoint_id = ${webhookId}
    returning id`.execute(ctx.db)
  if (rows.length === 0) throw new Problem(404, 'kernel.not_found')
  await emitEndpoint(ctx, 'replayed', webhookId, { count: 1 })
  return { count: 1 }
}

/**
 * Sends every event of a span that the endpoint wants, also those from before it was entered.
 * @throws Problem 404, 422 `webhooks.bad_span`, 422 `webhooks.too_many`
 */
export async function replaySpan(
  ctx: Ctx,
  { webhookId, from, to }: InputOf<Actions['replaySpan']>,
): Promise<OutputOf<Actions['replaySpan']>> {
  const { types } = await findEndpoint(ctx, webhookId)
  const length = Date.parse(to) - Date.parse(from)
  if (!(length > 0 && length <= longestSpanMs)) throw new Problem(422, 'webhooks.bad_span', { path: 'from' })
  const { rows } = await sql<{ id: string }>`
    insert into webhooks.delivery (endpoint_id, event_id, round)
    select ${webhookId}::uuid, v.id, coalesce((select max(x.round) + 1 from webhooks.delivery x
      where x.bureau_id = v.bureau_id and x.endpoint_id = ${webhookId} and x.event_id = v.id), 0)
    from kernel.event v
    where v.bureau_id = kernel.bureau() and v.at >= ${from} and v.at < ${to} and v.type = any(${types}::text[])
    order by v.at, v.id limit ${mostEvents + 1}
    returning id`.execute(ctx.db)
  if (rows.length > mostEvents) throw new Problem(422, 'webhooks.too_many', { params: { most: mostEvents } })
  await emitEndpoint(ctx, 'replayed', webhookId, { count: rows.length, from, to })
  return { count: rows.length }
}
