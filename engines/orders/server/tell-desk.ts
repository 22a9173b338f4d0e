import type { Ctx } from '#kernel/context.ts'
import type { Role } from '#kernel/contract/roles.ts'
import type { Text } from '#kernel/contract/text.ts'
import type { DeliveredEvent } from '#kernel/server-module.ts'
import { tell } from '#platform/notifications/server/api.ts'
import { orderNotices } from '../notices.ts'
import { momentWords, type NewsOrder, nameOf, onOrder, type TellOrder, whereOf } from './order-news.ts'

/** A new request, to the desk. */
export async function saySubmitted(order: NewsOrder, say: TellOrder): Promise<void> {
  const name = nameOf(order)
  const urgent = order.urgency === 'URGENT'
  await say('orders.submitted', {
    to: { roles: ['dispatcher'] },
    title: {
      zh: `${urgent ? '紧急：' : ''}新工单${name.zh}`,
      en: `${urgent ? 'Urgent: new' : 'New'} order ${name.en}`,
    },
  })
}

/** A new request that nobody has dealt with yet. */
export const tellSubmitted = onOrder(async (order, _event, say) => {
  if (order.state === 'SUBMITTED') await saySubmitted(order, say)
})

/** 退回: it needs another hand. */
export const tellReturned = onOrder(async (order, { actorName, reason }, say) => {
  const name = nameOf(order)
  const why = order.restricted ? '' : (reason ?? '')
  await say('orders.returned', {
    to: { roles: ['dispatcher'] },
    title: { zh: `${actorName}退回了${name.zh}`, en: `${actorName} returned ${name.en}` },
    ...(why ? { body: { zh: `原因：${why}`, en: `Reason: ${why}` } } : {}),
  })
})

/** 催办: whoever holds it, and the desk. */
export const tellReminded = onOrder(async (order, { actorName, after }, say) => {
  const name = nameOf(order)
  const holder = order.holder_role === 'WORKER' ? order.holder_person_id : null
  const who = after.forName && !order.restricted ? String(after.forName) : actorName
  const note = order.restricted ? '' : String(after.note ?? '')
  await say('orders.reminded', {
    to: { personIds: [holder], roles: ['dispatcher'] },
    title: { zh: `${who}催办${name.zh}`, en: `${who} asks about ${name.en}` },
    body: note ? { zh: note, en: note } : whereOf(order),
  })
})

/** Which news a step of warning or escalation is, by whom it is for. */
function stepType(warned: boolean, role: string): keyof typeof orderNotices {
  if (warned) return 'orders.due_soon'
  return role === 'manager' || role === 'director' || role === 'liaison'
    ? 'orders.escalated'
    : 'orders.breached'
}

/** 预警 and 升级: whoever the step names; a worker's step goes to the worker who holds it, else to the desk. */
export const tellStep = onOrder(async (order, event, say) => {
  const named = event.after.name as Text | undefined
  const due = event.after.dueAt ? momentWords(String(event.after.dueAt)) : { zh: '', en: '' }
  const role = String(event.after.toRole)
  const name = nameOf(order)
  const holder = order.holder_role === 'WORKER' ? order.holder_person_id : null
  const to =
    role === 'worker' && holder
      ? { personIds: [holder] }
      : role === 'liaison'
        ? { unitRoles: { unitId: order.client_unit_id, roles: ['liaison' as const] } }
        : { roles: [role === 'worker' ? ('dispatcher' as const) : (role as Role)] }
  const where = whereOf(order)
  await say(stepType(event.type === 'orders.warned', role), {
    to,
    title: { zh: `${named?.zh ?? ''}：${name.zh}`, en: `${named?.en ?? ''}: ${name.en}` },
    body: { zh: `${where.zh}，${due.zh}`, en: `${where.en}, ${due.en}` },
    urgent: true,
  })
})

/** A complaint about a leaders' order is a leaders' matter too. */
async function readComplaint(ctx: Ctx, id: string | null) {
  return ctx.db
    .selectFrom('orders.complaint as c')
    .leftJoin('orders.service_order as o', (join) =>
      join.onRef('o.bureau_id', '=', 'c.bureau_id').onRef('o.id', '=', 'c.order_id'),
    )
    .select(['c.id', 'c.number', 'c.about', 'c.due_at', 'c.owner_id', 'c.complainant_person_id', 'c.answer'])
    .select('o.restricted')
    .where('c.id', '=', id)
    .executeTakeFirst()
}

export async function tellComplaint(ctx: Ctx, event: DeliveredEvent): Promise<void> {
  const complaint = await readComplaint(ctx, event.subjectId)
  if (!complaint) return
  const sealed = complaint.restricted ?? false
  const about = sealed ? complaint.number : `“${complaint.about}”`
  const due = momentWords(complaint.due_at)
  await tell(ctx, orderNotices, 'orders.complaint_registered', {
    to: { personIds: [complaint.owner_id], roles: ['dispatcher', 'manager'] },
    by: event.actorId,
    title: { zh: `新投诉：${about}`, en: `New complaint: ${about}` },
    body: { zh: `${complaint.number}，${due.zh} 前答复`, en: `${complaint.number}, answer by ${due.en}` },
    href: `/orders/complaints?open=${complaint.id}`,
    subjectType: 'orders.complaint',
    subjectId: complaint.id,
    sealed,
  })
}

export async function tellComplaintAnswered(ctx: Ctx, event: DeliveredEvent): Promise<void> {
  const complaint = await readComplaint(ctx, event.subjectId)
  if (!complaint) return
  const sealed = complaint.restricted ?? false
  const about = sealed ? complaint.number : `“${complaint.about}”`
  const answer = sealed ? '' : (complaint.answer ?? '')
  await tell(ctx, orderNotices, 'orders.complaint_answered', {
    to: { personIds: [complaint.complainant_person_id] },
    by: event.actorId,
    title: { zh: `${about}已答复`, en: `${about} was answered` },
    body: { zh: answer, en: answer },
    href: `/opinions?open=${complaint.id}`,
    subjectType: 'orders.complaint',
    subjectId: complaint.id,
    sealed,
  })
}
