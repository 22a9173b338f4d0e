import { App } from 'antd'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { orders } from '../module.ts'
import type { OrderRow } from '../schema.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { useOrderWrite } from './use-order-write.ts'

const messages = defineMessages({
  title: text('替{name}催办', 'Remind for {name}'),
  caller: text('来电人', 'the caller'),
  note: text(
    '{number} 的承办人会收到提醒；记下是您替{name}催的。',
    'Whoever holds {number} is told; it is kept that you did so for {name}.',
  ),
  yes: text('催办', 'Remind'),
  reminded: text('已提醒{holder}', '{holder} has been reminded'),
  promised: text('已提醒{holder}，承诺{when} 前办好', '{holder} was reminded; promise: {when}'),
})

const usual = [
  text('问什么时候来', 'Asks when somebody comes'),
  text('影响办公，请尽快', 'It stops people working'),
  text('说过的时间没人来', 'Nobody came when promised'),
]

export interface RemindDialogProps {
  order: Pick<OrderRow, 'id' | 'number' | 'requesterName'> | null
  /** Who calls, where it is not whoever asked for it. */
  callerName?: string
  onClose: () => void
}

/** 催办 noted down by the service desk for whoever calls; what they say may be left out. */
export function RemindDialog({ order, callerName, onClose }: RemindDialogProps) {
  const t = useText(messages)
  const format = useFormat()
  const { message } = App.useApp()
  const remind = useOrderWrite(orders.actions.remindOrder, {
    quiet: true,
    onDone: ({ holderName, finishDueAt }) => {
      message.success(
        finishDueAt
          ? t('promised', { holder: holderName, when: format.when(finishDueAt) })
          : t('reminded', { holder: holderName }),
      )
      onClose()
    },
  })
  const name = callerName || order?.requesterName || t('caller')
  return (
    <ReasonDialog
      key={order?.id}
      open={order !== null}
      title={t('title', { name })}
      note={t('note', { name, number: order?.number ?? '' })}
      usual={usual}
      yes={t('yes')}
      needed={false}
      busy={remind.isPending}
      error={remind.error}
      onSubmit={(note) =>
        order &&
        remind.mutate({
          orderId: order.id,
          ...(note ? { note } : {}),
          ...(callerName ? { callerName } : {}),
        })
      }
      onClose={onClose}
    />
  )
}
