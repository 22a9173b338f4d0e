import { sql } from 'kysely'
import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { DeliveredEvent } from '#kernel/server-module.ts'
import { type Addressees, tell } from '#platform/notifications/server/api.ts'
import { orderNotices } from '../notices.ts'
import type { OrderRecord } from './order-record.ts'

export type OrderEvent = Omit<DeliveredEvent, 'before' | 'after'> & {
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/** What the words of the news need of an order. */
export interface NewsOrder extends OrderRecord {
  owner_name: string | null
  worker_name: string | null
  place: string
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A moment in words, `3月2日 17:30`; China keeps UTC+8 the whole year. */
export function momentWords(moment: string): Text {
  const local = new Date(Date.parse(moment) + 8 * 3_600_000)
  const clock = local.toISOString().slice(11, 16)
  const [month, day] = [local.getUTCMonth(), local.getUTCDate()]
  return { zh: `${month + 1}月${day}日 ${clock}`, en: `${day} ${months[month]} ${clock}` }
}

/** What people call an order; a restricted one has no words here, as they are read only on record. */
export function nameOf(order: NewsOrder): Text {
  if (order.restricted) return { zh: `受限工单 ${order.number}`, en: `restricted order ${order.number}` }
  return { zh: `“${order.title}”`, en: `“${order.title}”` }
}

/** Number and place, for the second line; of a restricted order only the number. */
export function whereOf(order: NewsOrder): Text {
  const words = order.restricted ? order.number : `${order.place} · ${order.number}`
  return { zh: words, en: words }
}

async function readNewsOrder(ctx: Ctx, orderId: string): Promise<NewsOrder | undefined> {
  const { rows } = await sql<NewsOrder>`
    select o.*, owner.name as owner_name, worker.name as worker_name,
      concat_ws(' · ', concat_ws(' ', site.name, room.name), nullif(o.place_text, '')) as place
    from orders.service_order o
    join directory.site site on site.bureau_id = o.bureau_id and site.id = o.site_id
    left join directory.room room on room.bureau_id = o.bureau_id and room.id = o.room_id
    left join directory.person owner on owner.bureau_id = o.bureau_id and owner.id = o.first_contact_owner_id
    left join directory.person worker on worker.bureau_id = o.bureau_id and worker.id = o.worker_person_id
    where o.bureau_id = kernel.bureau() and o.id = ${orderId}`.execute(ctx.db)
  return rows[0]
}

interface OrderNews {
  to: Addressees
  title: Text
  body?: Text
  urgent?: boolean
}

/** Tells of one order, from one event: the link, the seal of a restricted order and "not of your own deed" are the same for all. */
export type TellOrder = (type: keyof typeof orderNotices, news: OrderNews) => Promise<number>

/** Makes an event's handler out of what tells of an order. */
export function onOrder(
  work: (order: NewsOrder, event: OrderEvent, say: TellOrder, ctx: Ctx) => Promise<unknown>,
) {
  return async (ctx: Ctx, event: DeliveredEvent): Promise<void> => {
    const order = event.subjectId ? await readNewsOrder(ctx, event.subjectId) : undefined
    if (!order) return
    const say: TellOrder = (type, news) =>
      tell(ctx, orderNotices, type, {
        body: whereOf(order),
        ...news,
        by: event.actorId,
        href: `/orders/${order.id}`,
        subjectType: 'orders.service_order',
        subjectId: order.id,
        sealed: order.restricted,
        urgent: news.urgent ?? order.urgency === 'URGENT',
      })
    const fields = (value: unknown) => (value ?? {}) as Record<string, unknown>
    await work(order, { ...event, before: fields(event.before), after: fields(event.after) }, say, ctx)
  }
}

/** An id among the columns that an event kept. */
export function idIn(values: Record<string, unknown>, column: string): string | null {
  const value = values[column]
  return typeof value === 'string' ? value : null
}
