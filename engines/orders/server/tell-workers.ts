import type { Text } from '#kernel/contract/text.ts'
import { idIn, momentWords, type NewsOrder, nameOf, onOrder, type TellOrder, whereOf } from './order-news.ts'
import { sayTakenOn, tellVoided } from './tell-requester.ts'

/** Place, number and the moment it is due in the holder's own hands. */
function dueWords(order: NewsOrder): Text {
  const where = whereOf(order)
  const due = order.holder_due_at ?? order.finish_due_at
  if (!due) return where
  const when = momentWords(due)
  return { zh: `${where.zh}，${when.zh} 前办好`, en: `${where.en}, due ${when.en}` }
}

/** 派单, to whoever is to do it. */
export async function sayAssigned(order: NewsOrder, say: TellOrder): Promise<void> {
  const name = nameOf(order)
  await say('orders.assigned', {
    to: { personIds: [order.worker_person_id] },
    title: { zh: `派给您：${name.zh}`, en: `Assigned to you: ${name.en}` },
    body: dueWords(order),
  })
}

async function sayTakenAway(
  order: NewsOrder,
  say: TellOrder,
  personId: string | null,
  why: Text,
): Promise<void> {
  if (!personId) return
  const name = nameOf(order)
  await say('orders.taken_away', {
    to: { personIds: [personId] },
    title: { zh: `${name.zh}${why.zh}`, en: `${name.en} ${why.en}` },
  })
}

/** 派单: the worker; and the requester, when this was the first that anybody did about it. */
export const tellAssigned = onOrder(async (order, { before, after }, say) => {
  // Handed on before the news went out: the later event tells who has it.
  if (idIn(after, 'worker_person_id') === order.worker_person_id) await sayAssigned(order, say)
  if (before.state === 'SUBMITTED') await sayTakenOn(order, say)
})

/** 转办: the next holder, and the one before. */
export const tellTransferred = onOrder(async (order, { before }, say) => {
  await sayAssigned(order, say)
  const why = { zh: '已转给他人，不用再办', en: 'went to somebody else' }
  await sayTakenAway(order, say, idIn(before, 'worker_person_id'), why)
})

/** 抢单: everybody it is offered to. */
export const tellOffered = onOrder(async (order, { before }, say, ctx) => {
  const offers = await ctx.db
    .selectFrom('orders.offer')
    .select('person_id')
    .where('order_id', '=', order.id)
    .where('settled_at', 'is', null)
    .execute()
  const name = nameOf(order)
  await say('orders.offered', {
    to: { personIds: offers.map((offer) => offer.person_id) },
    title: { zh: `可以抢单：${name.zh}`, en: `Up for grabs: ${name.en}` },
    body: dueWords(order),
  })
  const former = idIn(before, 'worker_person_id')
  const offered = offers.some((offer) => offer.person_id === former)
  if (!offered) await sayTakenAway(order, say, former, { zh: '已改为抢单', en: 'was offered to others' })
  if (before.state === 'SUBMITTED') await sayTakenOn(order, say)
})

export const tellReopened = onOrder(async (order, { reason }, say) => {
  if (order.holder_role !== 'WORKER') return
  const name = nameOf(order)
  const why = order.restricted ? '' : (reason ?? '')
  await say('orders.sent_back', {
    to: { personIds: [order.holder_person_id] },
    title: { zh: `${name.zh}请重新处理`, en: `${name.en} needs doing again` },
    ...(why ? { body: { zh: why, en: why } } : {}),
  })
})

/** Whoever had it need not go there: withdrawn by the requester, voided by the desk. */
export const tellWithdrawn = onOrder(async (order, _event, say) => {
  await sayTakenAway(order, say, order.worker_person_id, { zh: '已撤回，不用再办', en: 'was withdrawn' })
})

const tellWorkerVoided = onOrder(async (order, _event, say) => {
  await sayTakenAway(order, say, order.worker_person_id, { zh: '已作废，不用再办', en: 'was voided' })
})

export const tellAllVoided = [tellVoided, tellWorkerVoided]

export const tellUrgency = onOrder(async (order, { after }, say) => {
  if (after.urgency !== 'URGENT' || order.holder_role !== 'WORKER') return
  const name = nameOf(order)
  await say('orders.made_urgent', {
    to: { personIds: [order.holder_person_id] },
    title: { zh: `${name.zh}改为紧急`, en: `${name.en} is urgent now` },
    body: dueWords(order),
  })
})
