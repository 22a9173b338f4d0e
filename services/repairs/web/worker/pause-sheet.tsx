import { Drawer } from 'antd'
import { orders } from '#engines/orders/module.ts'
import { useOrderWrite } from '#engines/orders/web/use-order-write.ts'
import { pauseReasons } from '#engines/orders/words.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  title: text('等什么？', 'Waiting for what?'),
  note: text(
    '点一下就暂停，计时停住，报修人会看到原因。',
    'One tap pauses it; the clock stands still and the requester sees why.',
  ),
  paused: text('已暂停', 'Paused'),
  close: text('先不暂停', 'Do not pause'),
})

const reasons = Object.keys(pauseReasons) as (keyof typeof pauseReasons)[]

/** Why work waits: one tap on a large choice pauses it. */
export function PauseSheet({
  orderId,
  open,
  onClose,
}: {
  orderId: string
  open: boolean
  onClose: () => void
}) {
  const t = useText(messages)
  const localised = useLocalised()
  const pause = useOrderWrite(orders.actions.pauseOrder, { success: t('paused'), onDone: onClose })
  return (
    <Drawer
      open={open}
      onClose={onClose}
      placement="bottom"
      size="auto"
      title={t('title')}
      closable={{ 'aria-label': t('close') }}
      destroyOnHidden
    >
      <p className="hq-soft">{t('note')}</p>
      <div className="pause-choices">
        {reasons.map((reason) => (
          <button
            key={reason}
            type="button"
            className="task-button"
            disabled={pause.isPending}
            onClick={() => pause.mutate({ orderId, reason })}
          >
            {localised(pauseReasons[reason])}
          </button>
        ))}
      </div>
    </Drawer>
  )
}
