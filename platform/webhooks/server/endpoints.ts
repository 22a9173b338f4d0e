import { isIP } from 'node:net'
import { type Selectable, sql } from 'kysely'
import type { DB } from '#generated/tables.ts'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import type { Text } from '#kernel/contract/text.ts'
import { sealSecret } from '#kernel/identity/seal-secret.ts'
import type { ServerModule } from '#kernel/server-module.ts'
import { allowedNetworks, mayCall } from '#platform/outbound/address-guard.ts'
import type { webhooks } from '../module.ts'
import { newSecret } from './sign-message.ts'

type Actions = typeof webhooks.actions
type Fields = InputOf<Actions['createWebhook']>
export type Endpoint = Selectable<DB['webhooks.endpoint']>

/** How long the former secret signs beside the new one. */
const changeOverMs = 24 * 3_600_000

export interface EventType {
  type: string
  title: Text
  module: Text
}

/** Every event a webhook may want; its own doings are not told, or they would tell of themselves for ever. */
export function listEventTypes(modules: readonly ServerModule[]): EventType[] {
  return modules
    .filter(({ module }) => module.name !== 'webhooks' && module.name !== 'notifications')
    .flatMap(({ module }) =>
      Object.entries(module.events ?? {}).map(([type, title]) => ({ type, title, module: module.title })),
    )
}

/** @throws Problem 404 for one that is not there or was removed */
export async function findEndpoint(
  ctx: Ctx,
  webhookId: string,
  options: { lock?: boolean } = {},
): Promise<Endpoint> {
  const row = await ctx.db
    .selectFrom('webhooks.endpoint')
    .selectAll()
    .where('id', '=', webhookId)
    .where('removed_at', 'is', null)
    .$if(options.lock ?? false, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!row) throw new Problem(404, 'kernel.not_found')
  return row
}

/** Says early what the call itself would refuse anyway; names are looked up only then. */
function checkAddress(address: string): void {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new Problem(422, 'webhooks.bad_address', { path: 'address' })
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !mayCall(host))
    throw new Problem(422, 'webhooks.inner_address', { path: 'address', params: { host } })
}

export async function emitEndpoint(ctx: Ctx, what: string, id: string, after: object = {}): Promise<string> {
  return ctx.emit({ type: `webhooks.${what}`, subjectType: 'webhooks.endpoint', subjectId: id, after })
}

export function endpointActions(modules: () => readonly ServerModule[]) {
  function valuesOf({ name, address, types, authority }: Fields) {
    checkAddress(address)
    const known = new Set(listEventTypes(modules()).map(({ type }) => type))
    const unknown = types.find((type) => !known.has(type))
    if (unknown) throw new Problem(422, 'webhooks.unknown_type', { path: 'types', params: { type: unknown } })
    return { name, address, types, authority: authority.trim() }
  }

  return {
    async listWebhooks(ctx: Ctx): Promise<OutputOf<Actions['listWebhooks']>> {
      const rows = await ctx.db
        .selectFrom('webhooks.endpoint as e')
        .selectAll()
        .select(
          sql<number>`(select count(*) from webhooks.delivery d where d.bureau_id = e.bureau_id
            and d.endpoint_id = e.id and d.delivered_at is null and d.given_up_at is null)`.as('waiting'),
        )
        .where('removed_at', 'is', null)
        .orderBy('created_at')
        .execute()
      return {
        items: rows.map((row) => ({
          id: row.id,
          name: row.name,
          address: row.address,
          types: row.types,
          authority: row.authority,
          createdAt: row.created_at,
          formerSecretUntil: row.former_until,
          failures: row.failures,
          pausedAt: row.paused_at,
          pauseReason: row.pause_reason,
          waiting: row.waiting,
        })),
        types: listEventTypes(modules()),
        allowedNetworks: [...allowedNetworks()],
      }
    },

    /** The secret is in this answer and in no other. @throws Problem 422 */
    async createWebhook(ctx: Ctx, input: Fields): Promise<OutputOf<Actions['createWebhook']>> {
      const secret = newSecret()
      const { id } = await ctx.db
        .insertInto('webhooks.endpoint')
        .values({ ...valuesOf(input), secret_sealed: sealSecret(secret) })
        .returning('id')
        .executeTakeFirstOrThrow()
      await emitEndpoint(ctx, 'created', id, { name: input.name, address: input.address, types: input.types })
      return { id, secret }
    },

    async changeWebhook(
      ctx: Ctx,
      { webhookId, ...input }: InputOf<Actions['changeWebhook']>,
    ): Promise<OutputOf<Actions['changeWebhook']>> {
      await findEndpoint(ctx, webhookId)
      await ctx.db.updateTable('webhooks.endpoint').set(valuesOf(input)).where('id', '=', webhookId).execute()
      const { name, address, types } = input
      await emitEndpoint(ctx, 'changed', webhookId, { name, address, types })
      return done
    },

    async removeWebhook(
      ctx: Ctx,
      { webhookId }: InputOf<Actions['removeWebhook']>,
    ): Promise<OutputOf<Actions['removeWebhook']>> {
      await findEndpoint(ctx, webhookId)
      await ctx.db
        .updateTable('webhooks.endpoint')
        .set({ removed_at: ctx.now })
        .where('id', '=', webhookId)
        .execute()
      await ctx.db
        .updateTable('webhooks.delivery')
        .set({ given_up_at: ctx.now })
        .where('endpoint_id', '=', webhookId)
        .where('delivered_at', 'is', null)
        .where('given_up_at', 'is', null)
        .execute()
      await emitEndpoint(ctx, 'removed', webhookId)
      return done
    },

    /** For a day both secrets sign, so that the receiver can change over without a gap. */
    async rotateSecret(
      ctx: Ctx,
      { webhookId }: InputOf<Actions['rotateSecret']>,
    ): Promise<OutputOf<Actions['rotateSecret']>> {
      // Of two who change it in the same moment the second keeps the first's signing, which its receiver has by now.
      const { secret_sealed: former } = await findEndpoint(ctx, webhookId, { lock: true })
      const secret = newSecret()
      await ctx.db
        .updateTable('webhooks.endpoint')
        .set({
          secret_sealed: sealSecret(secret),
          former_secret_sealed: former,
          former_until: new Date(ctx.now.getTime() + changeOverMs),
        })
        .where('id', '=', webhookId)
        .execute()
      await emitEndpoint(ctx, 'secret_rotated', webhookId)
      return { id: webhookId, secret }
    },

    /** Goes out even while the endpoint is paused for nothing else; it shows in the log. */
    async testWebhook(
      ctx: Ctx,
      { webhookId }: InputOf<Actions['testWebhook']>,
    ): Promise<OutputOf<Actions['testWebhook']>> {
      await findEndpoint(ctx, webhookId)
      const eventId = await emitEndpoint(ctx, 'tested', webhookId)
      await ctx.db
        .insertInto('webhooks.delivery')
        .values({ endpoint_id: webhookId, event_id: eventId })
        .execute()
      return done
    },

    async resumeWebhook(
      ctx: Ctx,
      { webhookId }: InputOf<Actions['resumeWebhook']>,
    ): Promise<OutputOf<Actions['resumeWebhook']>> {
      await findEndpoint(ctx, webhookId)
      await ctx.db
        .updateTable('webhooks.endpoint')
        .set({ paused_at: null, pause_reason: '', failures: 0 })
        .where('id', '=', webhookId)
        .execute()
      // What waited goes out now, with a day of its own to arrive.
      await ctx.db
        .updateTable('webhooks.delivery')
        .set({ due_at: ctx.now, created_at: ctx.now, attempts: 0 })
        .where('endpoint_id', '=', webhookId)
        .where('delivered_at', 'is', null)
        .where('given_up_at', 'is', null)
        .execute()
      await emitEndpoint(ctx, 'resumed', webhookId)
      return done
    },
  }
}
