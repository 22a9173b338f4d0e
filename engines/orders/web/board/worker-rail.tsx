import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { orders as ordersModule } from '../../module.ts'
import type { BoardOrder } from './board-order.ts'
import { DropSpot } from './drop-spot.tsx'
import { type BoardWorker, fitsOf } from './use-board-workers.ts'
import { WorkerHead } from './worker-head.tsx'

const messages = defineMessages({
  title: text('人员', 'People'),
  free: text('空闲 {free} · 在岗 {on}', '{free} free · {on} on duty'),
  drop: text('拖到人名上即派单', 'Drop on a name to assign'),
  none: text('还没有登记维修人员', 'No workers are on the list yet'),
})

export interface WorkerRailProps {
  workers: readonly BoardWorker[]
  dragged: BoardOrder | null
  onAssign: (order: BoardOrder, worker: BoardWorker) => void
}

/** Who is there and how loaded, beside the columns; a card dropped on a name is assigned. */
export function WorkerRail({ workers, dragged, onAssign }: WorkerRailProps) {
  const t = useText(messages)
  const candidates = useRead(
    ordersModule.actions.listCandidates,
    { orderId: dragged?.id ?? '' },
    { enabled: dragged !== null, keep: false },
  )
  const fits = fitsOf(dragged ? candidates.data?.items : undefined)
  const on = workers.filter((worker) => worker.onDuty)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keys too
    <section className="board-rail" aria-label={t('title')} tabIndex={0}>
      <h2>
        {t('title')}
        <small className="hq-faint">
          {t('free', { free: on.filter((worker) => worker.load === 0).length, on: on.length })}
        </small>
      </h2>
      {dragged ? <p className="board-hint">{t('drop')}</p> : null}
      {workers.length === 0 ? <p className="hq-faint">{t('none')}</p> : null}
      {workers.map((worker) => {
        const fit = fits.get(worker.personId)
        return (
          <DropSpot
            key={worker.personId}
            label={worker.name}
            className={`board-worker ${worker.onDuty ? '' : 'board-off'} ${fit && !fit.skilled ? 'board-unfit' : ''}`}
            takes={dragged !== null && dragged.worker?.id !== worker.personId}
            onDrop={() => dragged && onAssign(dragged, worker)}
          >
            <WorkerHead worker={worker} fit={fit} />
          </DropSpot>
        )
      })}
    </section>
  )
}
