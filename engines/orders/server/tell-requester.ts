import type { Text } from '#kernel/contract/text.ts'
import { pauseReasons } from '../words.ts'
import { momentWords, type NewsOrder, nameOf, onOrder, type TellOrder, whereOf } from './order-news.ts'

const requesterOf = (order: NewsOrder) => ({ personIds: [order.requester_person_id] })

/** Who answers and by when, as it was promised. */
function promiseWords(order: NewsOrder): Text {
  const who = order.owner_name ?? ''
  if (!order.finish_due_at) return { zh: `${who}负责`, en: `${who} answers for it` }
  const when = momentWords(order.finish_due_at)
  return { zh: `${who}负责，承诺 ${when.zh} 前办好`, en: `${who} answers for it, by ${when.en}` }
}

/** 受理: who answers for it and what is promised. */
export function sayTakenOn(order: NewsOrder, say: TellOrder): Promise<number> {
  const name = nameOf(order)
  return say('orders.taken_on', {
    to: requesterOf(order),
    title: { zh: `${name.zh}已受理`, en: `${name.en} was taken on` },
    body: promiseWords(order),
  })
}

export const tellTakenOn = onOrder((order, _event, say) => sayTakenOn(order, say))

export const tellReplied = onOrder(async (order, { actorName, after }, say) => {
  const name = nameOf(order)
  const message = order.restricted ? '' : String(after.message ?? '')
  await say('orders.replied', {
    to: requesterOf(order),
    title: { zh: `${actorName}答复了${name.zh}`, en: `${actorName} answered ${name.en}` },
    ...(message ? { body: { zh: message, en: message } } : {}),
  })
})

export const tellPaused = onOrder(async (order, { after }, say) => {
  const name = nameOf(order)
  const reason = pauseReasons[String(order.pause_reason) as keyof typeof pauseReasons]
  const note = order.restricted ? '' : String(after.note ?? '')
  await say('orders.paused', {
    to: requesterOf(order),
    title: { zh: `${name.zh}暂停：${reason?.zh ?? ''}`, en: `${name.en} is paused: ${reason?.en ?? ''}` },
    body: note ? { zh: note, en: note } : whereOf(order),
  })
})

/** 完工: whoever asked confirms; so may their unit's liaison. */
export const tellFinished = onOrder(async (order, _event, say) => {
  const name = nameOf(order)
  const who = order.worker_name ?? ''
  await say('orders.to_confirm', {
    to: requesterOf(order),
    title: { zh: `${name.zh}已办好，请确认`, en: `${name.en} is done; please confirm` },
    body: {
      zh: `${who}已完工，满意请确认，没好可以重办`,
      en: `${who} has finished; confirm it, or send it back`,
    },
  })
  await say('orders.unit_to_confirm', {
    to: { unitRoles: { unitId: order.client_unit_id, roles: ['liaison'] } },
    title: { zh: `${name.zh}待本单位确认`, en: `${name.en} waits for your unit to confirm` },
  })
})

export const tellVoided = onOrder(async (order, { reason }, say) => {
  const name = nameOf(order)
  const why = order.restricted ? '' : (reason ?? '')
  await say('orders.voided', {
    to: requesterOf(order),
    title: { zh: `${name.zh}已作废`, en: `${name.en} was voided` },
    ...(why ? { body: { zh: `原因：${why}`, en: `Reason: ${why}` } } : {}),
  })
})
