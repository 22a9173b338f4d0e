import { Segmented } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSearch } from '#kernel/web/navigate.ts'
import { useNow } from '#ui/clock.tsx'
import { useShortcut } from '#ui/shortcuts.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { orders as ordersModule } from '../../module.ts'
import { byDanger } from '../order-danger.ts'
import { OrderPanel } from '../order-panel.tsx'
import { useOrderWrite } from '../use-order-write.ts'
import { type BoardAsk, BoardDialogs } from './board-dialogs.tsx'
import type { BoardActs, BoardOrder } from './board-order.ts'
import { BulkAssign } from './bulk-assign.tsx'
import { boardFocuses, DangerStrip, inFocus } from './danger-strip.tsx'
import { focusFirstCard } from './move-focus.ts'
import { StateColumns } from './state-columns.tsx'
import { type BoardWorker, useBoardWorkers } from './use-board-workers.ts'
import { useSteady } from './use-steady.ts'
import { WorkerLanes } from './worker-lanes.tsx'
import { WorkerRail } from './worker-rail.tsx'
import './board.css'

const messages = defineMessages({
  byState: text('按进度', 'By state'),
  byWorker: text('按人员', 'By worker'),
  view: text('看法', 'View'),
  first: text(
    '到第一张卡片（之后：方向键移动，a 派单，u 紧急程度，m 合并，x 选中）',
    'To the first card (then arrows move, a assigns, u urgency, m merges, x selects)',
  ),
  switch: text('换一种看法', 'Change the view'),
  takenOn: text('已受理，您是首问责任人', 'Taken on; you answer for it'),
  offered: text('已发出抢单', 'Offered to all'),
  turned: text('已派给 {name}', 'Assigned to {name}'),
})

export interface OrderBoardProps {
  /** What the filters let through; null while it is read. */
  orders: readonly BoardOrder[]
  /** The filter bar of the service line. */
  filters: ReactNode
}

/** The dispatcher's board: who is free, what is late, what comes; live, by hand or by keys. */
export function OrderBoard({ orders, filters }: OrderBoardProps) {
  const t = useText(messages)
  const now = useNow()
  const [search, setSearch] = useSearch()
  const [ask, setAsk] = useState<BoardAsk | null>(null)
  const [dragged, setDragged] = useState<BoardOrder | null>(null)
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set())
  const people = useBoardWorkers()
  const busy = ask !== null || dragged !== null
  const { shown, touch, leave } = useSteady(orders, busy)
  const focus = boardFocuses.find((one) => one === search.focus)
  const byWorker = search.view === 'worker'
  const open = typeof search.open === 'string' ? search.open : undefined
  const sorted = useMemo(() => [...shown].sort(byDanger(now)), [shown, now])
  const visible = focus ? sorted.filter((order) => inFocus(order, focus, now)) : sorted
  const takeOn = useOrderWrite(ordersModule.actions.takeOn, { success: t('takenOn') })
  const offer = useOrderWrite(ordersModule.actions.offerOrder, { success: t('offered') })
  const turn = useOrderWrite(ordersModule.actions.assignByTurn)
  const assign = useOrderWrite(ordersModule.actions.assignOrder)
  const acts: BoardActs = {
    open: (orderId) => setSearch({ open: orderId }),
    ask: (deed, order) => setAsk({ deed, order }),
    takeOn: (order) => {
      leave()
      takeOn.mutate({ orderId: order.id })
    },
    offer: (order) => {
      leave()
      offer.mutate({ orderId: order.id })
    },
    turn: (order) => {
      leave()
      turn.mutate({ orderId: order.id })
    },
    select: (orderId) => {
      const next = new Set(selection)
      if (!next.delete(orderId)) next.add(orderId)
      setSelection(next)
    },
    drag: setDragged,
  }
  const dropOn = (order: BoardOrder, worker: BoardWorker) => {
    setDragged(null)
    leave()
    // A fresh assignment needs no words; taking work from somebody does.
    if (order.can.assign) assign.mutate({ orderId: order.id, workerId: worker.personId })
    else setAsk({ deed: 'assign', order, workerId: worker.personId })
  }
  const switchView = () => setSearch({ view: byWorker ? undefined : 'worker' })
  useShortcut('j', t('first'), focusFirstCard)
  useShortcut('v', t('switch'), switchView)
  const chosen = orders.filter((order) => selection.has(order.id) && order.can.assign)
  const crew = { workers: people.workers, dragged, onAssign: dropOn }
  const cards = { orders: visible, acts, selection }
  return (
    <div className="board" {...touch} onPointerLeave={leave}>
      <DangerStrip
        orders={sorted}
        focus={focus}
        onFocus={(next) => setSearch({ focus: next })}
        onOpen={acts.open}
      />
      <div className="board-bar">
        <Segmented
          aria-label={t('view')}
          value={byWorker ? 'worker' : 'state'}
          onChange={switchView}
          options={[
            { value: 'state', label: t('byState') },
            { value: 'worker', label: t('byWorker') },
          ]}
        />
        {filters}
      </div>
      <BulkAssign chosen={chosen} workers={people.workers} onClear={() => setSelection(new Set())} />
      {byWorker ? (
        <WorkerLanes {...cards} {...crew} />
      ) : (
        <div className="board-body">
          <StateColumns {...cards} />
          <WorkerRail {...crew} />
        </div>
      )}
      <BoardDialogs ask={ask} onClose={() => setAsk(null)} />
      <SidePanel
        open={open !== undefined}
        title={orders.find((order) => order.id === open)?.number ?? ''}
        to={open ? `/orders/${open}` : undefined}
        onClose={() => setSearch({ open: undefined })}
      >
        {open ? <OrderPanel orderId={open} /> : null}
      </SidePanel>
    </div>
  )
}
