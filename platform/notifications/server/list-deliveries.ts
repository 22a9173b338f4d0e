import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import { done, type InputOf, type OutputOf } from '#kernel/contract/action.ts'
import { Problem } from '#kernel/contract/problem.ts'
import { keysetPage } from '#kernel/server/keyset-page.ts'
import type { ServerModule } from '#kernel/server-module.ts'
import type { notifications } from '../module.ts'
import { listTypes } from './list-types.ts'
import { announce } from './tell.ts'

type Actions = typeof notifications.actions
type Delivery = OutputOf<Actions['readDelivery']>

/** Mail addresses are shown so far that one recognises them: 林**@example.cn. */
function masked(address: string): string {
  const [name = '', domain = ''] = address.split('@')
  return `${name.slice(0, 2)}***@${domain}`
}

function select(ctx: Ctx) {
  return ctx.db
    .selectFrom('notifications.delivery as d')
    .innerJoin('notifications.notification as n', (join) =>
      join.onRef('n.bureau_id', '=', 'd.bureau_id').onRef('n.id', '=', 'd.notification_id'),
    )
    .leftJoin('notifications.mailbox as b', (join) =>
      join.onRef('b.bureau_id', '=', 'n.bureau_id').onRef('b.id', '=', 'n.mailbox_id'),
    )
    .leftJoin('kernel.member as m', (join) =>
      join.onRef('m.bureau_id', '=', 'n.bureau_id').onRef('m.user_id', '=', 'n.user_id'),
    )
    .select([
      'd.id',
      'n.type',
      'd.channel',
      'd.to_address',
      'b.name as mailbox_name',
      'm.name as member_name',
      'd.attempts',
      'd.created_at',
      'd.due_at',
      'd.tried_at',
      'd.sent_at',
      'd.given_up_at',
      'd.answer',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

/** The sending log: to whom, how often tried, what the other side said; never the news themselves. */
export function deliveryActions(modules: () => readonly ServerModule[]) {
  function deliveryOf(row: Row): Delivery {
    const known = listTypes(modules()).find(({ type }) => type === row.type)
    return {
      id: row.id,
      type: row.type,
      title: known?.declared.title ?? { zh: row.type, en: row.type },
      channel: row.channel as Delivery['channel'],
      recipient: row.mailbox_name ?? (row.to_address ? masked(row.to_address) : (row.member_name ?? '—')),
      status: row.sent_at ? 'SENT' : row.given_up_at ? 'GIVEN_UP' : 'WAITING',
      attempts: row.attempts,
      createdAt: row.created_at,
      dueAt: row.due_at,
      triedAt: row.tried_at,
      sentAt: row.sent_at,
      answer: row.answer,
    }
  }

  async function readDelivery(ctx: Ctx, input: InputOf<Actions['readDelivery']>): Promise<Delivery> {
    const row = await select(ctx).where('d.id', '=', input.deliveryId).executeTakeFirst()
    if (!row) throw new Problem(404, 'kernel.not_found')
    return deliveryOf(row)
  }

  return {
    readDelivery,

    async listDeliveries(
      ctx: Ctx,
      input: InputOf<Actions['listDeliveries']>,
    ): Promise<OutputOf<Actions['listDeliveries']>> {
      let query = select(ctx)
      if (input.channel) query = query.where('d.channel', '=', input.channel)
      if (input.status === 'SENT') query = query.where('d.sent_at', 'is not', null)
      if (input.status === 'GIVEN_UP') query = query.where('d.given_up_at', 'is not', null)
      if (input.status === 'WAITING')
        query = query.where('d.sent_at', 'is', null).where('d.given_up_at', 'is', null)
      if (input.failed)
        query = query.where(sql<boolean>`d.sent_at is null and d.attempts > 0 and d.answer <> ''`)
      const { items, next } = await keysetPage(query, input, {
        by: [{ column: 'created_at', ref: 'd.created_at', direction: 'desc' }],
        idRef: 'd.id',
      })
      return { items: items.map(deliveryOf), next }
    },

    /** Begins anew with what was given up or waits for its next try. @throws Problem 404, 409 */
    async sendAgain(ctx: Ctx, input: InputOf<Actions['sendAgain']>): Promise<OutputOf<Actions['sendAgain']>> {
      const { status } = await readDelivery(ctx, input)
      if (status === 'SENT') throw new Problem(409, 'notifications.already_sent')
      await ctx.db
        .updateTable('notifications.delivery')
        .set({ given_up_at: null, due_at: ctx.now, attempts: 0, created_at: ctx.now, digest: false })
        .where('id', '=', input.deliveryId)
        .execute()
      await ctx.emit({
        type: 'notifications.resent',
        subjectType: 'notifications.delivery',
        subjectId: input.deliveryId,
      })
      await announce(ctx, ctx.actor.userId!)
      return done
    },
  }
}
