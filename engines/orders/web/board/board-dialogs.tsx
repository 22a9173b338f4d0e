import { type Text, text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { orders } from '../../module.ts'
import type { OrderRow } from '../../schema.ts'
import { urgencies } from '../../words.ts'
import { ReasonDialog } from '../reason-dialog.tsx'
import { RemindDialog } from '../remind-dialog.tsx'
import { useOrderWrite } from '../use-order-write.ts'
import { AssignDialog } from './assign-dialog.tsx'
import type { BoardDeed } from './board-order.ts'
import { MergeDialog } from './merge-dialog.tsx'

const messages = defineMessages({
  urgency: text('{number} 改为“{to}”', 'Make {number} “{to}”'),
  newPledge: text(
    '时限按“{to}”重新承诺，已暂停的时间保留。',
    'The promise becomes that of “{to}”; time already held stays.',
  ),
  change: text('改为{to}', 'Make it {to}'),
  changed: text('已调整', 'Changed'),
  void: text('作废 {number}？', 'Void {number}?'),
  voidNote: text(
    '作废后不能恢复，报修人会看到原因。',
    'It cannot be brought back; the requester sees the reason.',
  ),
  yes: text('作废', 'Void'),
  voided: text('已作废', 'Voided'),
  reply: text('答复{name}', 'Answer {name}'),
  replyNote: text(
    '{name}会在 {number} 的经过里看到；第一次答复算作响应。',
    '{name} reads it in the history of {number}; the first answer counts as the response.',
  ),
  answer: text('答复', 'Answer'),
  answered: text('已答复', 'Answered'),
})

const whyUrgent: readonly Text[] = [
  text('影响办公', 'It stops people working'),
  text('有安全隐患', 'It is a danger'),
  text('正在漏水或停电', 'Water runs or power is out'),
]
const whyNormal: readonly Text[] = [
  text('已临时处理', 'Made safe for now'),
  text('报修人同意延后', 'The requester can wait'),
]
const whyVoid: readonly Text[] = [
  text('重复报修', 'Reported twice'),
  text('误报', 'Reported by mistake'),
  text('不属于维修范围', 'Not for us to repair'),
]

const usualReplies: readonly Text[] = [
  text('已收到，正在安排人', 'Received; somebody is being sent'),
  text('师傅已在路上', 'Somebody is on the way'),
  text('配件已订，到货就来', 'The part is ordered; we come when it is here'),
]

export interface BoardAsk {
  deed: BoardDeed
  order: OrderRow
  /** The worker the card was dropped on. */
  workerId?: string
}

/** The board's dialogs: whom to assign to, why more urgent, into which order, why void. */
export function BoardDialogs({ ask, onClose }: { ask: BoardAsk | null; onClose: () => void }) {
  const t = useText(messages)
  const localised = useLocalised()
  const of = (deed: BoardDeed) => (ask?.deed === deed ? ask.order : null)
  const urgency = useOrderWrite(orders.actions.changeUrgency, {
    success: t('changed'),
    quiet: true,
    onDone: onClose,
  })
  const voiding = useOrderWrite(orders.actions.voidOrder, {
    success: t('voided'),
    quiet: true,
    onDone: onClose,
  })
  const reply = useOrderWrite(orders.actions.replyToOrder, {
    success: t('answered'),
    quiet: true,
    onDone: onClose,
  })
  const to = of('urgency')?.urgency === 'URGENT' ? 'NORMAL' : 'URGENT'
  const word = localised(urgencies[to])
  return (
    <>
      <AssignDialog order={of('assign')} workerId={ask?.workerId} onClose={onClose} />
      <MergeDialog order={of('merge')} onClose={onClose} />
      <RemindDialog order={of('remind')} onClose={onClose} />
      <ReasonDialog
        key={`reply ${of('reply')?.id}`}
        open={of('reply') !== null}
        title={t('reply', { name: of('reply')?.requesterName ?? '' })}
        note={t('replyNote', {
          name: of('reply')?.requesterName ?? '',
          number: of('reply')?.number ?? '',
        })}
        usual={usualReplies}
        yes={t('answer')}
        busy={reply.isPending}
        error={reply.error}
        onSubmit={(message) => ask && reply.mutate({ orderId: ask.order.id, message })}
        onClose={onClose}
      />
      <ReasonDialog
        key={`urgency ${of('urgency')?.id}`}
        open={of('urgency') !== null}
        title={t('urgency', { number: of('urgency')?.number ?? '', to: word })}
        note={t('newPledge', { to: word })}
        usual={to === 'URGENT' ? whyUrgent : whyNormal}
        yes={t('change', { to: word })}
        busy={urgency.isPending}
        error={urgency.error}
        onSubmit={(reason) => ask && urgency.mutate({ orderId: ask.order.id, urgency: to, reason })}
        onClose={onClose}
      />
      <ReasonDialog
        key={`void ${of('void')?.id}`}
        open={of('void') !== null}
        title={t('void', { number: of('void')?.number ?? '' })}
        note={t('voidNote')}
        usual={whyVoid}
        yes={t('yes')}
        danger
        busy={voiding.isPending}
        error={voiding.error}
        onSubmit={(reason) => ask && voiding.mutate({ orderId: ask.order.id, reason })}
        onClose={onClose}
      />
    </>
  )
}
