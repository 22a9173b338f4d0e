import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { orders } from '../../module.ts'
import type { OrderRow } from '../../schema.ts'
import { useOrderWrite } from '../use-order-write.ts'
import { BoardDialogs } from './board-dialogs.tsx'
import type { BoardDeed } from './board-order.ts'

const messages = defineMessages({
  desk: text('调度', 'Dispatch'),
  takeOn: text('受理', 'Take on'),
  takenOn: text('已受理，您是首问责任人', 'Taken on; you answer for it'),
  assign: text('派单', 'Assign'),
  transfer: text('转派', 'Reassign'),
  turn: text('轮询派单', 'By turn'),
  turned: text('已按轮次派单', 'Assigned by turn'),
  offer: text('发起抢单', 'Offer to all'),
  offered: text('已发出抢单', 'Offered to all'),
  remind: text('替人催办', 'Remind for a caller'),
  reply: text('答复报修人', 'Answer the requester'),
  urgency: text('调整紧急程度', 'Change urgency'),
  merge: text('合并', 'Merge'),
  void: text('作废', 'Void'),
  more: text('更多', 'More'),
})

/** What the service desk may do with the order that is open, by its `can`; the board's own dialogs. */
export default function DeskActions({ order }: { order: OrderRow }) {
  const t = useText(messages)
  const [deed, setDeed] = useState<BoardDeed>()
  const takeOn = useOrderWrite(orders.actions.takeOn, { success: t('takenOn') })
  const offer = useOrderWrite(orders.actions.offerOrder, { success: t('offered') })
  const turn = useOrderWrite(orders.actions.assignByTurn, { success: t('turned') })
  const { can } = order
  const mayTurn = can.turn && can.assign
  const more = [
    ...(can.changeUrgency ? [{ key: 'urgency', label: t('urgency') }] : []),
    ...(can.merge ? [{ key: 'merge', label: t('merge') }] : []),
    ...(can.void ? [{ key: 'void', label: t('void'), danger: true }] : []),
  ]
  return (
    <fieldset className="hq-buttons desk-actions" aria-label={t('desk')}>
      {can.takeOn ? (
        <Button
          type="primary"
          loading={takeOn.isPending}
          onClick={() => takeOn.mutate({ orderId: order.id })}
        >
          {t('takeOn')}
        </Button>
      ) : null}
      {can.assign || can.transfer ? (
        <Button type={can.assign && !can.takeOn ? 'primary' : 'default'} onClick={() => setDeed('assign')}>
          {t(can.assign ? 'assign' : 'transfer')}
        </Button>
      ) : null}
      {mayTurn ? (
        <Button loading={turn.isPending} onClick={() => turn.mutate({ orderId: order.id })}>
          {t('turn')}
        </Button>
      ) : null}
      {can.offer ? (
        <Button loading={offer.isPending} onClick={() => offer.mutate({ orderId: order.id })}>
          {t('offer')}
        </Button>
      ) : null}
      {can.reply ? <Button onClick={() => setDeed('reply')}>{t('reply')}</Button> : null}
      {can.remindFor ? <Button onClick={() => setDeed('remind')}>{t('remind')}</Button> : null}
      {more.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{ items: more, onClick: ({ key }) => setDeed(deeds.find((one) => one === key)) }}
        >
          <Button>
            {t('more')} <DownOutlined />
          </Button>
        </Dropdown>
      ) : null}
      <BoardDialogs ask={deed ? { deed, order } : null} onClose={() => setDeed(undefined)} />
    </fieldset>
  )
}

const deeds: readonly BoardDeed[] = ['urgency', 'merge', 'void']
