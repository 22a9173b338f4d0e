import type { Ctx } from '#kernel/context.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { DeliveredEvent, EventHandler } from '#kernel/server-module.ts'
import { type Addressees, tell } from '#platform/notifications/server/api.ts'
import { repairsNotices } from '../notices.ts'

interface TellOf {
  type: keyof typeof repairsNotices
  to: (order: { requester_person_id: string | null; worker_person_id: string | null }) => Addressees
  /** `name` is what the order is called. */
  title: (name: string) => Text
}

/** A handler that tells of the order behind an event; a leaders' order is named by its number only. */
function onRepair({ type, to, title }: TellOf): EventHandler {
  return async (ctx: Ctx, event: DeliveredEvent): Promise<void> => {
    const order = await ctx.db
      .selectFrom('orders.service_order')
      .select(['id', 'number', 'title', 'restricted', 'requester_person_id', 'worker_person_id'])
      .where('id', '=', event.subjectId)
      .executeTakeFirst()
    if (!order) return
    const what = (event.after as { what?: unknown } | null)?.what
    const words = order.restricted || typeof what !== 'string' ? order.number : what
    await tell(ctx, repairsNotices, type, {
      to: to(order),
      by: event.actorId,
      title: title(order.restricted ? order.number : `“${order.title}”`),
      body: { zh: words, en: words },
      href: `/orders/${order.id}`,
      subjectType: 'orders.service_order',
      subjectId: order.id,
      sealed: order.restricted,
    })
  }
}

/** Who is told of what happens to a repair; event → what tells of it. */
export const tellOfRepairs: Record<string, EventHandler[]> = {
  'repairs.omission_recorded': [
    onRepair({
      type: 'repairs.omission_found',
      to: (order) => ({ personIds: [order.worker_person_id], roles: ['dispatcher'] }),
      title: (name) => ({ zh: `${name}有漏项`, en: `Something was left out of ${name}` }),
    }),
  ],
  'repairs.omission_remedied': [
    onRepair({
      type: 'repairs.omission_remedied',
      to: (order) => ({ personIds: [order.requester_person_id] }),
      title: (name) => ({ zh: `${name}的漏项已补好`, en: `What was left out of ${name} was made good` }),
    }),
  ],
  'repairs.works_finished': [
    onRepair({
      type: 'repairs.works_to_verify',
      to: () => ({ roles: ['manager'] }),
      title: (name) => ({ zh: `${name}完工，待验证`, en: `${name} is finished and to be verified` }),
    }),
  ],
  'repairs.rework_ordered': [
    onRepair({
      type: 'repairs.rework',
      to: () => ({ roles: ['dispatcher'] }),
      title: (name) => ({ zh: `${name}验证不合格，要返工`, en: `${name} failed its verification: rework` }),
    }),
  ],
}
