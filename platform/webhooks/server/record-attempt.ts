import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { notifyRole } from '#platform/notifications/server/api.ts'
import { backOffMs, longestTryMs } from '#platform/outbound/back-off.ts'
import { emitEndpoint } from './endpoints.ts'
import type { Claimed } from './send-webhooks.ts'

/** Failures in a row after which an endpoint is left alone until somebody has looked. */
const mostFailures = 15
/** The receiver says that it wants no more, ever (Standard Webhooks). */
const gone = 410

export interface Try {
  good: boolean
  status: number | null
  answer: string
  tookMs: number
}

/** Readable in a log whatever came: no control characters, as a column holds no NUL. */
const readable = (words: string) => words.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 500)

/** Writes one try down: delivered, tried again later, or given up; and pauses an endpoint that only fails. */
export async function recordAttempt(ctx: Ctx, claimed: Claimed, result: Try): Promise<void> {
  await ctx.db
    .insertInto('webhooks.attempt')
    .values({
      delivery_id: claimed.id,
      endpoint_id: claimed.endpoint_id,
      at: ctx.now,
      status: result.status,
      took_ms: result.tookMs,
      good: result.good,
      answer: readable(result.answer),
    })
    .execute()
  const again = new Date(ctx.now.getTime() + backOffMs(claimed.attempts, Math.random()))
  const tooLate = again.getTime() - Date.parse(claimed.created_at) > longestTryMs
  await ctx.db
    .updateTable('webhooks.delivery')
    .set({
      leased_until: null,
      ...(result.good ? { delivered_at: ctx.now } : tooLate ? { given_up_at: ctx.now } : { due_at: again }),
    })
    .where('id', '=', claimed.id)
    .where('delivered_at', 'is', null)
    .where('given_up_at', 'is', null)
    .execute()
  if (result.good) await countGood(ctx, claimed.endpoint_id)
  else await countFailure(ctx, claimed.endpoint_id, result)
}

async function countGood(ctx: Ctx, endpointId: string): Promise<void> {
  await ctx.db
    .updateTable('webhooks.endpoint')
    .set({ failures: 0 })
    .where('id', '=', endpointId)
    .where('failures', '>', 0)
    .execute()
}

async function countFailure(ctx: Ctx, endpointId: string, result: Try): Promise<void> {
  const row = await ctx.db
    .updateTable('webhooks.endpoint')
    .set({ failures: sql`failures + 1` })
    .where('id', '=', endpointId)
    .returning(['failures', 'name', 'paused_at'])
    .executeTakeFirstOrThrow()
  if (row.paused_at !== null || (row.failures < mostFailures && result.status !== gone)) return
  const reason = readable(result.status === null ? result.answer : `HTTP ${result.status}`).slice(0, 200)
  await ctx.db
    .updateTable('webhooks.endpoint')
    .set({ paused_at: ctx.now, pause_reason: reason })
    .where('id', '=', endpointId)
    .execute()
  await emitEndpoint(ctx, 'paused', endpointId, { reason, failures: row.failures })
  await notifyRole(ctx, 'notifications.connection_paused', ['admin'], {
    title: { zh: `事件推送“${row.name}”已暂停`, en: `The webhook “${row.name}” was paused` },
    body: {
      zh: `连续失败 ${row.failures} 次：${reason}。修好后请恢复，期间的事件都留着。`,
      en: `${row.failures} failures in a row: ${reason}. Resume it once mended; nothing is lost meanwhile.`,
    },
    href: '/webhooks',
    subjectType: 'webhooks.endpoint',
    subjectId: endpointId,
  })
}
