import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { type KeyboardEvent, memo } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { Clock, useNow } from '#ui/clock.tsx'
import { StateTag } from '#ui/state-tag.tsx'
import { orderStates } from '../../states.ts'
import { pauseReasons } from '../../words.ts'
import { nearFinish, nearRespond, nextPromise, orderDanger } from '../order-danger.ts'
import type { BoardActs, BoardOrder } from './board-order.ts'
import { moveFocus } from './move-focus.ts'

const messages = defineMessages({
  urgent: text('急', 'Urgent'),
  respond: text('响应', 'to answer'),
  reminded: text('催{n}', 'Urged {n}×'),
  reopened: text('返修', 'Reopened'),
  repeated: text('重复', 'Repeat'),
  offering: text('抢单中', 'On offer'),
  sealed: text('受限', 'Restricted'),
  pick: text('选中 {number}', 'Select {number}'),
  more: text('{number} 的更多操作', 'More for {number}'),
  assign: text('派单', 'Assign'),
  transfer: text('转派', 'Reassign'),
  takeOn: text('受理', 'Take on'),
  offer: text('发起抢单', 'Offer to all'),
  turn: text('轮询派单', 'By turn'),
  remind: text('替人催办', 'Remind for a caller'),
  urgency: text('调整紧急程度', 'Change urgency'),
  merge: text('合并', 'Merge'),
  void: text('作废', 'Void'),
})

const asked = ['assign', 'remind', 'urgency', 'merge', 'void'] as const

export interface OrderCardProps {
  order: BoardOrder
  acts: BoardActs
  selected: boolean
  /** Leaves out who holds it where the lane says so already. */
  inLane?: boolean
}

/** One order as a card: what, where, how long it has left, who holds it; may be dragged, picked, or driven by keys. */
export const OrderCard = memo(function OrderCard({ order, acts, selected, inLane }: OrderCardProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const danger = orderDanger(order, useNow())
  const next = nextPromise(order)
  const { can } = order
  const mayAssign = can.assign || can.transfer
  const onKey = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    if (event.key === 'a' && mayAssign) acts.ask('assign', order)
    else if (event.key === 'u' && can.changeUrgency) acts.ask('urgency', order)
    else if (event.key === 'm' && can.merge) acts.ask('merge', order)
    else if (event.key === 'x') acts.select(order.id)
    else if (!moveFocus(event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  const more = [
    ...(can.assign && can.takeOn ? [{ key: 'assign', label: t('assign') }] : []),
    ...(can.transfer ? [{ key: 'assign', label: t('transfer') }] : []),
    ...(can.offer ? [{ key: 'offer', label: t('offer') }] : []),
    ...(can.assign ? [{ key: 'turn', label: t('turn') }] : []),
    ...(can.remindFor ? [{ key: 'remind', label: t('remind') }] : []),
    ...(can.changeUrgency ? [{ key: 'urgency', label: t('urgency') }] : []),
    ...(can.merge ? [{ key: 'merge', label: t('merge') }] : []),
    ...(can.void ? [{ key: 'void', label: t('void'), danger: true }] : []),
  ]
  const run = (key: string) => {
    if (key === 'offer') acts.offer(order)
    else if (key === 'turn') acts.turn(order)
    else {
      const deed = asked.find((one) => one === key)
      if (deed) acts.ask(deed, order)
    }
  }
  return (
    <li
      className={`board-card board-${danger} ${selected ? 'board-picked' : ''}`}
      draggable={mayAssign}
      data-order={order.id}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', order.number)
        event.dataTransfer.effectAllowed = 'move'
        acts.drag(order)
      }}
      onDragEnd={() => acts.drag(null)}
    >
      <button type="button" className="board-open" onKeyDown={onKey} onClick={() => acts.open(order.id)}>
        <span className="board-title">
          {order.urgency === 'URGENT' ? <b className="board-urgent">{t('urgent')}</b> : null}
          {order.title}
        </span>
        <span className="board-place" title={order.placeLabel}>
          {order.placeLabel}
        </span>
        <span className="board-line">
          {next ? (
            <>
              <Clock
                due={next.at}
                paused={order.state === 'PAUSED'}
                warnMinutes={next.of === 'respond' ? nearRespond : nearFinish}
              />
              {next.of === 'respond' ? <span className="hq-faint">{t('respond')}</span> : null}
            </>
          ) : (
            <span className="hq-faint">{localised(order.kindTitle)}</span>
          )}
        </span>
      </button>
      <div className="board-foot">
        <label className="board-pick">
          <input
            type="checkbox"
            checked={selected}
            aria-label={t('pick', { number: order.number })}
            onChange={() => acts.select(order.id)}
          />
        </label>
        <span className="board-who">
          {order.state === 'OFFERED' && !inLane ? <span className="board-mark">{t('offering')}</span> : null}
          {order.worker && !inLane ? <span>{order.worker.name}</span> : null}
          {inLane ? <StateTag machine={orderStates} state={order.state} /> : null}
          {order.pauseReason ? (
            <span className="hq-faint">{localised(pauseReasons[order.pauseReason])}</span>
          ) : null}
          {order.reminderCount > 0 ? (
            <span className="board-mark">{t('reminded', { n: order.reminderCount })}</span>
          ) : null}
          {order.reopenCount > 0 ? <span className="board-mark">{t('reopened')}</span> : null}
          {order.repeated ? <span className="board-mark">{t('repeated')}</span> : null}
          {order.sealed ? <span className="board-mark">{t('sealed')}</span> : null}
        </span>
        {can.takeOn ? (
          <Button size="small" onClick={() => acts.takeOn(order)}>
            {t('takeOn')}
          </Button>
        ) : can.assign ? (
          <Button size="small" type="primary" onClick={() => acts.ask('assign', order)}>
            {t('assign')}
          </Button>
        ) : null}
        {more.length > 0 ? (
          <Dropdown trigger={['click']} menu={{ items: more, onClick: ({ key }) => run(key) }}>
            <Button
              className="board-more"
              size="small"
              type="text"
              icon={<MoreOutlined />}
              aria-label={t('more', { number: order.number })}
            />
          </Dropdown>
        ) : null}
      </div>
    </li>
  )
})
