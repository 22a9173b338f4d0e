import type { Ctx } from '#kernel/context.ts'
import type { InputOf, OutputOf } from '#kernel/contract/action.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { ServerModule } from '#kernel/server-module.ts'
import { webhooks } from '../module.ts'
import { findEndpoint, listEventTypes } from './endpoints.ts'

type Actions = typeof webhooks.actions

/** Every try at one endpoint, newest first. */
export function attemptActions(modules: () => readonly ServerModule[]) {
  return {
    async listAttempts(
      ctx: Ctx,
      input: InputOf<Actions['listAttempts']>,
    ): Promise<OutputOf<Actions['listAttempts']>> {
      await findEndpoint(ctx, input.webhookId)
      let query = ctx.db
        .selectFrom('webhooks.attempt as a')
        .innerJoin('webhooks.delivery as d', (join) =>
          join.onRef('d.bureau_id', '=', 'a.bureau_id').onRef('d.id', '=', 'a.delivery_id'),
        )
        .innerJoin('kernel.event as v', (join) =>
          join.onRef('v.bureau_id', '=', 'd.bureau_id').onRef('v.id', '=', 'd.event_id'),
        )
        .select(['a.id', 'a.delivery_id', 'a.at', 'v.type', 'a.good', 'a.status', 'a.took_ms', 'a.answer'])
        .where('a.endpoint_id', '=', input.webhookId)
      if (input.failed !== undefined) query = query.where('a.good', '=', !input.failed)
      const { items, next } = await keysetPage(query, input, {
        by: [{ column: 'at', ref: 'a.at', direction: 'desc' }],
        idRef: 'a.id',
      })
      const titles = new Map(listEventTypes(modules()).map(({ type, title }) => [type, title]))
      const own: Record<string, { zh: string; en: string }> = webhooks.events
      return {
        items: items.map((row) => ({
          id: row.id,
          deliveryId: row.delivery_id,
          at: row.at,
          eventType: row.type,
          eventTitle: titles.get(row.type) ?? own[row.type] ?? { zh: row.type, en: row.type },
          good: row.good,
          status: row.status,
          tookMs: row.took_ms,
          answer: row.answer,
        })),
        next,
      }
    },
  }
}
