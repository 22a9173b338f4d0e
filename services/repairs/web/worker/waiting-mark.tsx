import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useDeeds } from '#kernel/web/offline/outbox.ts'

const messages = defineMessages({
  waiting: text('待上传 {n}', '{n} to send'),
  refused: text('没有送达', 'Not delivered'),
})

/** How much of an order has not been sent yet; nothing when all has. */
export function WaitingMark({ orderId }: { orderId: string }) {
  const t = useText(messages)
  const mine = useDeeds().filter(({ subject, sentAt }) => subject === orderId && sentAt === null)
  if (mine.length === 0) return null
  if (mine.some(({ refusal }) => refusal)) return <b className="task-undelivered">{t('refused')}</b>
  return <span className="task-waiting">{t('waiting', { n: mine.length })}</span>
}
