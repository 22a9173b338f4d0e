import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { Empty } from '#ui/empty.tsx'
import { orders } from '../module.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { useOrderWrite } from './use-order-write.ts'

const messages = defineMessages({
  title: text('这是受限工单', 'This order is restricted'),
  why: text('打开前请说明原因，查看会留痕。', 'Say why you open it; the look is recorded.'),
  open: text('说明原因并打开', 'Say why and open'),
})

const usual = [
  text('处理投诉', 'Handling a complaint'),
  text('检查服务质量', 'Checking quality'),
  text('审计', 'Audit'),
]

/** A restricted order before its reader said why. */
export function SealedOrder({ orderId }: { orderId: string }) {
  const t = useText(messages)
  const [asking, setAsking] = useState(false)
  const open = useOrderWrite(orders.actions.openOrder, { quiet: true, onDone: () => setAsking(false) })
  return (
    <>
      <Empty
        icon="safety"
        title={t('title')}
        next={t('why')}
        action={
          <Button type="primary" onClick={() => setAsking(true)}>
            {t('open')}
          </Button>
        }
      />
      {asking ? (
        <ReasonDialog
          open
          title={t('title')}
          note={t('why')}
          usual={usual}
          yes={t('open')}
          busy={open.isPending}
          error={open.error}
          onSubmit={(reason) => open.mutate({ orderId, reason })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
