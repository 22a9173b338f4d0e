import { App, Drawer } from 'antd'
import { orders } from '#engines/orders/module.ts'
import { pauseReasons } from '#engines/orders/words.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useOrderDeed } from './use-order-deed.ts'

const messages = defineMessages({
  title: text('等什么？', 'Waiting for what?'),
  note: text(
    '点一下就暂停，计时停住，报修人会看到原因。',
    'One tap pauses it; the clock stands still and the requester sees why.',
  ),
  paused: text('已暂停', 'Paused'),
  what: text('暂停：{reason}', 'Paused: {reason}'),
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
  const { message } = App.useApp()
  const pause = useOrderDeed(orders.actions.pauseOrder)
  const pauseFor = async (reason: (typeof reasons)[number]) => {
    const what = t('what', { reason: localised(pauseReasons[reason]) })
    if (!(await pause({ orderId, reason }, what))) return
    message.success(t('paused'))
    onClose()
  }
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
          <button key={reason} type="button" className="task-button" onClick={() => void pauseFor(reason)}>
            {localised(pauseReasons[reason])}
          </button>
        ))}
      </div>
    </Drawer>
  )
}
