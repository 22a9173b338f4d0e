import type { ReactNode } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { orders as ordersModule } from '../../module.ts'
import type { BoardOrder } from './board-order.ts'
import { DropSpot } from './drop-spot.tsx'
import { OrderCard } from './order-card.tsx'
import type { BoardViewProps } from './state-columns.tsx'
import { type BoardWorker, fitsOf } from './use-board-workers.ts'
import { WorkerHead } from './worker-head.tsx'

const messages = defineMessages({
  unassigned: text('还没有人承办', 'With nobody yet'),
  allAssigned: text('都派出去了', 'All assigned'),
  free: text('空闲 {n} 人', '{n} free'),
  off: text('离岗且手上没有工单：{names}', 'Off duty with nothing in hand: {names}'),
})

export interface WorkerLanesProps extends BoardViewProps {
  workers: readonly BoardWorker[]
  dragged: BoardOrder | null
  onAssign: (order: BoardOrder, worker: BoardWorker) => void
}

/** The board by worker: one lane each with load and duty; dragging a card to another lane reassigns it. */
export function WorkerLanes({ orders, acts, selection, workers, dragged, onAssign }: WorkerLanesProps) {
  const t = useText(messages)
  const candidates = useRead(
    ordersModule.actions.listCandidates,
    { orderId: dragged?.id ?? '' },
    { enabled: dragged !== null, keep: false },
  )
  const fits = fitsOf(dragged ? candidates.data?.items : undefined)
  const open = orders.filter((order) => order.state !== 'FINISHED')
  const held = (personId: string) => open.filter((order) => order.worker?.id === personId)
  const loose = open.filter((order) => order.worker === null)
  const idle = workers.filter((worker) => !worker.onDuty && held(worker.personId).length === 0)
  const free = workers.filter((worker) => worker.onDuty && held(worker.personId).length === 0)
  const lanes = workers.filter((worker) => !idle.includes(worker) && !free.includes(worker))
  const spot = (worker: BoardWorker, look: string, inside?: ReactNode) => {
    const fit = fits.get(worker.personId)
    return (
      <DropSpot
        key={worker.personId}
        label={worker.name}
        className={`${look} ${worker.onDuty ? '' : 'board-off'} ${fit && !fit.skilled ? 'board-unfit' : ''}`}
        takes={dragged !== null && dragged.worker?.id !== worker.personId}
        onDrop={() => dragged && onAssign(dragged, worker)}
      >
        <WorkerHead worker={worker} fit={fit} />
        {inside}
      </DropSpot>
    )
  }
  const cards = (inside: readonly BoardOrder[], nothing: string) => (
    <ul className="board-lane-cards" data-board-group="lane">
      {inside.map((order) => (
        <OrderCard key={order.id} order={order} acts={acts} selected={selection.has(order.id)} inLane />
      ))}
      {inside.length === 0 ? <li className="board-empty">{nothing}</li> : null}
    </ul>
  )
  return (
    <div className="board-lanes">
      <section className="board-lane board-lane-loose" aria-label={t('unassigned')}>
        <h2>
          {t('unassigned')} <span className="board-count">{loose.length}</span>
        </h2>
        {cards(loose, t('allAssigned'))}
      </section>
      {lanes.map((worker) => spot(worker, 'board-lane', cards(held(worker.personId), '')))}
      {free.length > 0 ? (
        <section aria-label={t('free', { n: free.length })}>
          <h2>{t('free', { n: free.length })}</h2>
          <div className="board-free">{free.map((worker) => spot(worker, 'board-worker'))}</div>
        </section>
      ) : null}
      {idle.length > 0 ? (
        <p className="hq-faint">{t('off', { names: idle.map((worker) => worker.name).join('、') })}</p>
      ) : null}
    </div>
  )
}
